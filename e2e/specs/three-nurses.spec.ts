import type { Page } from "@playwright/test";
import type { carrierControl } from "@/e2e/carrier-control";
import { expect, test } from "@/e2e/fixtures";

type Given = Parameters<Parameters<typeof test>[2]>[0]["given"];
type Carrier = ReturnType<typeof carrierControl>;

const log = (page: Page) => page.getByRole("log", { name: "Texts" });
const field = (page: Page) => page.getByRole("textbox", { name: "Reply", exact: true });
const bubble = (page: Page, words: string) => page.getByRole("article").filter({ hasText: words });
// Five seconds pass before a reply leaves.
const soon = { timeout: 25_000 };

/** Three nurses of one program, each in a browser of her own, with one conversation open. */
async function atOnce(given: Given, carrier: Carrier, signedIn: (who: { email: string }) => Promise<Page>) {
  const nurses = await Promise.all(
    ["Nadia Brooks", "Dana Ortiz", "Ines Wong"].map((name) => given.person("nurse", name)),
  );
  const program = await given.program({ members: nurses });
  const sender = await given.sender(program.id);
  const { phone } = await given.patient(program.id, { name: "Rosa Marín" });
  const thread = await given.thread(program.id, sender.id, phone.id);
  const says = (words: string) => carrier.text(phone.e164, sender.number, words);
  await says("Can somebody call me?");
  const pages: Page[] = [];
  for (const nurse of nurses) {
    const page = await signedIn(nurse);
    await page.goto(`/inbox/${thread.id}`);
    await expect(log(page).getByText("Can somebody call me?")).toBeVisible();
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
    pages.push(page);
  }
  const [nadia, dana, ines] = pages as [Page, Page, Page];
  const sent = async () => (await carrier.sentTo(phone.e164)).map((line) => line.text);
  return { thread, pages, nadia, dana, ines, says, sent };
}

test("three nurses claim at the same moment: one has it, and the others see who", async ({
  given,
  carrier,
  signedIn,
}) => {
  const { pages, nadia } = await atOnce(given, carrier, signedIn);
  await expect(nadia.getByText(/Dana Ortiz.*Ines Wong|Ines Wong.*Dana Ortiz/)).toBeVisible();

  await Promise.all(pages.map((page) => page.keyboard.press("c")));
  const [mine, others] = [/You have this\s+until/, /(Brooks|Ortiz|Wong) has this\s+until/];
  for (const page of pages)
    await expect(page.getByText(mine).or(page.getByText(others)).first()).toBeVisible();
  const held = await Promise.all(pages.map((page) => page.getByText(mine).count()));
  expect(held.filter((count) => count > 0)).toHaveLength(1);
  for (const page of pages) await expect(log(page).getByText(/claimed this/)).toHaveCount(1);
});

test("who has not seen that a colleague answered is told before her own reply goes", async ({
  given,
  carrier,
  signedIn,
}) => {
  const { thread, nadia, dana, ines, sent } = await atOnce(given, carrier, signedIn);
  // Nothing tells this browser what is new.
  await ines.route("**/api/stream", (route) => route.abort());
  await ines.goto(`/inbox/${thread.id}`);
  await expect(ines.getByText(/What you see may be old/)).toBeVisible();

  await field(nadia).fill("We call you at three.");
  await field(nadia).press("Control+Enter");
  await expect(bubble(dana, "We call you at three.").getByText("Delivered")).toBeVisible(soon);
  await expect(nadia.getByText(/You have this/)).toBeVisible();
  await nadia.getByRole("heading", { level: 1 }).focus();
  await nadia.keyboard.press("u");
  await expect(dana.getByRole("button", { name: "Claim" })).toBeVisible();

  await field(ines).fill("Somebody will call.");
  await field(ines).press("Control+Enter");
  const panel = ines.getByRole("alert").filter({ hasText: "Not sent" });
  await expect(panel.getByText(/Somebody else has answered meanwhile/)).toBeVisible();
  await expect(panel.getByText("We call you at three.")).toBeVisible();
  await expect(field(ines)).toHaveValue("Somebody will call.");
  expect(await sent()).toEqual(["We call you at three."]);
});

test("a browser that lost its connection has all that came meanwhile, each once and in order", async ({
  given,
  carrier,
  signedIn,
}) => {
  const { nadia, dana, ines, says } = await atOnce(given, carrier, signedIn);
  await ines.context().setOffline(true);
  await expect(ines.getByText(/^Connection lost at/)).toBeVisible();
  await says("I am home after two");
  await expect(log(dana).getByText("I am home after two")).toBeVisible();
  await field(nadia).fill("We call you at three.");
  await field(nadia).press("Control+Enter");
  await expect(bubble(dana, "We call you at three.").getByText("Delivered")).toBeVisible(soon);
  await says("Thank you so much");
  await expect(log(dana).getByText("Thank you so much")).toBeVisible();
  await expect(log(ines).getByText("I am home after two")).toHaveCount(0);
  await expect(ines.getByText(/^Connection lost at/)).toBeVisible();

  await ines.context().setOffline(false);
  await expect(log(ines).getByText("Thank you so much")).toBeVisible();
  const words = [
    "Can somebody call me?",
    "I am home after two",
    "We call you at three.",
    "Thank you so much",
  ];
  const articles = await log(ines).getByRole("article").allInnerTexts();
  expect(words.map((each) => articles.findIndex((text) => text.includes(each)))).toEqual([0, 1, 2, 3]);
  expect(articles).toHaveLength(words.length);
});

test("an emergency from the alert to its end: acknowledged by one of three, ended with what became of it", async ({
  given,
  carrier,
  signedIn,
}) => {
  const { thread, pages, nadia, dana, ines, says } = await atOnce(given, carrier, signedIn);
  await says("My baby is not moving since last night");
  for (const page of pages)
    await expect(page.getByRole("region", { name: "Emergencies" })).toContainText("Rosa");

  await test.step("nobody closes what nobody has acknowledged", async () => {
    await ines.keyboard.press("x");
    await expect(
      ines.getByRole("alert").getByText(/Nobody has acknowledged the emergency here/),
    ).toBeVisible();
  });

  await test.step("two acknowledge at once, and one of them has it", async () => {
    await Promise.all([nadia, dana].map((page) => page.keyboard.press("a")));
    for (const page of pages)
      await expect(page.getByText(/acknowledged by (you|Nadia Brooks|Dana Ortiz)/i).first()).toBeVisible();
    const holders = await Promise.all(
      [nadia, dana].map((page) => page.getByText(/You have this\s+until/).count()),
    );
    expect(holders.filter((count) => count > 0)).toHaveLength(1);
  });

  await test.step("it does not close as needing no reply, and closes with what became of it", async () => {
    const holder = (await nadia.getByText(/You have this\s+until/).count()) > 0 ? nadia : dana;
    await holder.keyboard.press("x");
    await expect(holder.getByRole("alert").getByText(/This is an emergency, so it stays open/)).toBeVisible();
    await holder.keyboard.press("e");
    const dialog = holder.getByRole("dialog", { name: "How did this end?" });
    await dialog.getByLabel("How it ended").selectOption("escalated");
    await dialog.getByRole("button", { name: "Close as handed on" }).click();
    await expect(holder).toHaveURL(/\/inbox$/);
    await expect(
      log(ines)
        .getByText(/handed on|A clinician/i)
        .first(),
    ).toBeVisible();
    await ines.goto("/inbox");
    await expect(ines.locator(`a[href^="/inbox/${thread.id}"]`)).toHaveCount(0);
  });
});
