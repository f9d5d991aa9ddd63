import type { Page } from "@playwright/test";
import type { carrierControl } from "@/e2e/carrier-control";
import { expect, test } from "@/e2e/fixtures";

// Alone (see playwright.config.ts): a plan of faults replaces the one before it, and a stop is everybody's.
test.describe.configure({ mode: "serial" });

test.afterEach(async ({ carrier }) => {
  await carrier.playNoFaults();
  await carrier.releaseReceipts();
});

// Five seconds pass before a reply leaves.
const soon = { timeout: 25_000 };
const bubble = (page: Page, words: string) => page.getByRole("article").filter({ hasText: words });

async function reply(page: Page, words: string): Promise<void> {
  await page.getByLabel("Reply").fill(words);
  await page.getByLabel("Reply").press("Control+Enter");
}

/** The patient begins: the first text of a conversation would be held against a campaign's first text. */
async function writes(
  carrier: ReturnType<typeof carrierControl>,
  { phone, sender, ward }: { phone: { e164: string }; sender: { number: string }; ward: Page },
): Promise<void> {
  await carrier.text(phone.e164, sender.number, "Are you open today?");
  await expect(bubble(ward, "Are you open today?")).toBeVisible();
}

test("a reply whose call breaks is in doubt, and the nurse decides to send it again", async ({
  given,
  carrier,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const { phone } = await given.patient(program.id);
  const thread = await given.thread(program.id, sender.id, phone.id);
  const ward = await signedIn(nurse);
  await ward.goto(`/inbox/${thread.id}`);
  await writes(carrier, { phone, sender, ward });
  const sent = async (words: string) =>
    (await carrier.sentTo(phone.e164)).filter((line) => line.text === words).length;

  await test.step("the carrier never had it: one text in the end", async () => {
    await carrier.playFaults("before", [{ fault: "error_before", to: phone.e164, limit: 1 }]);
    const words = "We will call you at 5:30.";
    await reply(ward, words);
    const text = bubble(ward, words);
    await expect(text.getByText("We don't know if this text arrived")).toBeVisible(soon);
    await expect(text.getByText("The carrier had a fault while it was being handed over.")).toBeVisible();
    expect(await sent(words)).toBe(0);

    // By keyboard alone: a held Enter does not run through the question.
    await text.getByRole("button", { name: "Send again" }).press("Enter");
    await expect(text.getByText("The patient may get it twice.")).toBeVisible();
    await ward.keyboard.press("Escape");
    await expect(text.getByRole("button", { name: "Send again" })).toBeFocused();
    await ward.keyboard.press("Enter");
    await expect(text.getByText("The patient may get it twice.")).toBeVisible();
    await ward.keyboard.press("Tab");
    await ward.keyboard.press("Enter");
    await expect(text.getByText("Delivered")).toBeVisible();
    await expect(text.getByRole("button", { name: "Send again" })).toHaveCount(0);
    expect(await sent(words)).toBe(1);
  });

  await test.step("the carrier had it: two, as the nurse was told", async () => {
    await carrier.holdReceipts();
    await carrier.playFaults("after", [{ fault: "error_after", to: phone.e164, limit: 1 }]);
    const words = "Please bring your card.";
    await reply(ward, words);
    const text = bubble(ward, words);
    await expect(text.getByRole("button", { name: "Send again" })).toBeVisible(soon);
    await text.getByRole("button", { name: "Send again" }).click();
    await text.getByRole("button", { name: "Send again" }).click();
    await expect(text.getByText("Sent, not yet delivered")).toBeVisible();
    expect(await sent(words)).toBe(2);
    await carrier.releaseReceipts();
    await expect(text.getByText("Delivered")).toBeVisible();
  });
});

test("without credit nothing leaves: the nurse is told, the admin resumes, and what waited leaves", async ({
  given,
  carrier,
  signedIn,
}) => {
  test.setTimeout(180_000);
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const { phone } = await given.patient(program.id);
  const thread = await given.thread(program.id, sender.id, phone.id);
  const ward = await signedIn(nurse);
  const office = await signedIn(await given.person("admin", "Ade Okafor"));
  await ward.goto(`/inbox/${thread.id}`);
  await writes(carrier, { phone, sender, ward });

  await carrier.playFaults("credit", [{ fault: "refuse", httpStatus: 402, to: phone.e164, limit: 1 }]);
  await reply(ward, "We got your message.");
  await expect(ward.getByText("Texts are not leaving.")).toBeVisible({ timeout: 30_000 });
  await expect(ward.getByText("An admin must look.")).toBeVisible();
  await expect(
    bubble(ward, "We got your message.").getByText("Waiting: texts are not leaving now"),
  ).toBeVisible();
  await reply(ward, "A nurse calls you today.");
  await expect(
    bubble(ward, "A nurse calls you today.").getByText("Waiting: texts are not leaving now"),
  ).toBeVisible();
  expect(await carrier.sentTo(phone.e164)).toEqual([]);

  await office.goto("/users");
  await office.getByRole("link", { name: "Look at sending" }).click();
  await expect(office.getByText("Nothing leaves: the carrier refused the account.")).toBeVisible();
  await expect(office.getByText(/Add credit in the carrier's dashboard/)).toBeVisible();
  await office.getByRole("button", { name: "Resume" }).click();
  await office.getByRole("dialog").getByRole("button", { name: "Resume" }).click();
  await expect(office.getByText("Texts are leaving.", { exact: true })).toBeVisible();
  await expect(office.getByText("Texts are not leaving.")).toHaveCount(0);

  await expect(bubble(ward, "A nurse calls you today.").getByText("Delivered")).toBeVisible({
    timeout: 30_000,
  });
  await expect(ward.getByText("Texts are not leaving.")).toHaveCount(0, { timeout: 30_000 });
  // The one that was refused waits a minute before it is tried again.
  await expect(bubble(ward, "We got your message.").getByText("Delivered")).toBeVisible({ timeout: 90_000 });
  const sent = (await carrier.sentTo(phone.e164)).map((line) => line.text).sort();
  expect(sent).toEqual(["A nurse calls you today.", "We got your message."]);
});

test("an admin changes a number's pace and cap, and sees what is wrong with what was typed", async ({
  given,
  signedIn,
}) => {
  const sender = await given.sender(null);
  const spoken = `(${sender.number.slice(2, 5)}) ${sender.number.slice(5, 8)}-${sender.number.slice(8)}`;
  const office = await signedIn(await given.person("admin", "Ade Okafor"));
  await office.goto("/sending");
  const row = office.getByRole("row").filter({ hasText: spoken });
  await row.getByRole("button", { name: /^Change the pace/ }).click();
  const dialog = office.getByRole("dialog");
  await dialog.getByLabel("Segments a second").fill("0");
  await dialog.getByRole("button", { name: "Change the pace" }).click();
  await expect(
    dialog.getByRole("button", { name: "Type how many segments a second, from 1 to 1,000." }),
  ).toBeVisible();
  await dialog.getByLabel("Segments a second").fill("4");
  await dialog.getByLabel("Segments a day").fill("2000");
  await dialog.getByRole("button", { name: "Change the pace" }).click();
  await expect(row.getByText("0 of 2,000 segments today (0 %)")).toBeVisible();
});

test("an admin lets the carrier be asked what kind of line each number is, and stops it again", async ({
  given,
  signedIn,
}) => {
  const program = await given.program();
  await given.patient(program.id);
  const office = await signedIn(await given.person("admin", "Ade Okafor"));
  await office.goto("/sending");
  await office.getByRole("button", { name: "Start checking numbers" }).click();
  await expect(office.getByText("Numbers are checked")).toBeVisible();
  // The page reads itself anew every ten seconds.
  await expect(office.getByText(/^Checked$/)).toBeVisible({ timeout: 30_000 });
  await expect(office.getByText(/^[1-9]\d* numbers?$/).first()).toBeVisible({ timeout: 30_000 });
  await office.getByRole("button", { name: "Stop checking numbers" }).click();
  await expect(office.getByText("Numbers are not checked")).toBeVisible();
});
