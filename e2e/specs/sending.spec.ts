import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { carrierControl } from "@/e2e/carrier-control";
import { expect, test } from "@/e2e/fixtures";

type Given = Parameters<Parameters<typeof test>[2]>[0]["given"];
type Carrier = ReturnType<typeof carrierControl>;

const field = (page: Page) => page.getByLabel("Reply");
const bubble = (page: Page, words: string) => page.getByRole("article").filter({ hasText: words });
// Five seconds pass before a reply leaves.
const soon = { timeout: 25_000 };

/** A nurse, and a patient who has written to her program. */
async function ward(given: Given, carrier: Carrier, signedIn: (who: { email: string }) => Promise<Page>) {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const { phone } = await given.patient(program.id);
  const thread = await given.thread(program.id, sender.id, phone.id);
  const page = await signedIn(nurse);
  const says = (words: string) => carrier.text(phone.e164, sender.number, words);
  const open = async (on: Page = page) => {
    await on.goto(`/inbox/${thread.id}`);
    await expect(field(on)).toBeVisible();
  };
  const sent = async () => (await carrier.sentTo(phone.e164)).map((line) => line.text);
  await says("Are you open today?");
  await open();
  await expect(bubble(page, "Are you open today?")).toBeVisible();
  return { nurse, program, sender, thread, page, says, open, sent };
}

async function send(page: Page, words: string): Promise<void> {
  await field(page).fill(words);
  await field(page).press("Control+Enter");
}

async function readsWell(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test("a reply is taken back by one key while it is held, and what is sent instead goes once", async ({
  given,
  carrier,
  signedIn,
}) => {
  const { page, sent } = await ward(given, carrier, signedIn);
  await send(page, "We close at five.");
  await expect(bubble(page, "We close at five.")).toBeVisible();
  await expect(field(page)).toHaveValue("");
  await expect(page.getByText(/Leaves in \d s/)).toBeVisible();
  await page.keyboard.press("z");
  await expect(field(page)).toHaveValue("We close at five.");
  await expect(field(page)).toBeFocused();
  await expect(bubble(page, "We close at five.").getByText("Cancelled, not sent")).toBeVisible();
  await expect(page.getByText(/^Waiting (under|\d)/).first()).toBeVisible();

  await send(page, "We close at six.");
  await expect(bubble(page, "We close at six.").getByText("Delivered")).toBeVisible(soon);
  await expect(page.getByText(/Leaves in \d s/)).toHaveCount(0);
  expect(await sent()).toEqual(["We close at six."]);
});

test("a newer text stops a reply that is held, and its words are in the field again", async ({
  given,
  carrier,
  signedIn,
}) => {
  const { page, says, sent } = await ward(given, carrier, signedIn);
  await send(page, "Yes, until five.");
  await expect(page.getByText(/Leaves in \d s/)).toBeVisible();
  await says("can I come later?");
  await expect(page.getByText("A newer text came before your reply left, so it did not go.")).toBeVisible();
  await expect(field(page)).toHaveValue("Yes, until five.");
  await expect(bubble(page, "Yes, until five.").getByText("Cancelled, not sent")).toBeVisible();

  await send(page, "Call 911 now. We call you too.");
  await expect(bubble(page, "Call 911 now.").getByText("Delivered")).toBeVisible(soon);
  expect(await sent()).toEqual(["Call 911 now. We call you too."]);
});

test("a draft survives a reload, stands in the queue, and is there in another browser", async ({
  given,
  carrier,
  signedIn,
}) => {
  const { page, nurse, open } = await ward(given, carrier, signedIn);
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/api/drafts") && answer.ok());
  await field(page).pressSequentially("We will call you");
  await kept;
  await expect(page.getByText("You have this")).toBeVisible();
  await expect
    .poll(async () => {
      await page.reload();
      return field(page).inputValue();
    })
    .toBe("We will call you");
  await page.goto("/inbox");
  await expect(page.getByRole("link", { name: /Rosa Marín.*Draft/s })).toBeVisible();

  const other = await signedIn(nurse);
  await open(other);
  await expect(field(other)).toHaveValue("We will call you");

  const dropped = other.waitForResponse((answer) => answer.url().endsWith("/api/drafts") && answer.ok());
  await field(other).fill("");
  await dropped;
  await page.reload();
  await expect(page.getByRole("link", { name: /Rosa Marín/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Rosa Marín.*Draft/s })).toHaveCount(0);
});

test("without a connection a reply waits, and goes out exactly once when it is back", async ({
  given,
  carrier,
  signedIn,
}) => {
  const { page, sent } = await ward(given, carrier, signedIn);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText(/^Connection lost at .* Replies wait here and go out once/)).toBeVisible();
  await readsWell(page);
  await send(page, "We call you at three.");
  await expect(bubble(page, "We call you at three.").getByText("Waiting for the connection")).toBeVisible();
  // Tried again by itself meanwhile, and still only one.
  await expect(page.getByText("Waits for the connection, then goes out once.")).toBeVisible();

  await page.context().setOffline(false);
  await expect(page.getByText("Back, up to date.")).toBeVisible();
  await expect(bubble(page, "We call you at three.").getByText("Delivered")).toBeVisible(soon);
  await expect(page.getByText("Back, up to date.")).toHaveCount(0);
  expect(await sent()).toEqual(["We call you at three."]);
});

test("STOP while a nurse types takes the field away and loses neither her words nor her place", async ({
  given,
  carrier,
  signedIn,
}) => {
  const { page, says, sent } = await ward(given, carrier, signedIn);
  await send(page, "Yes, until five.");
  await expect(page.getByText(/Leaves in \d s/)).toBeVisible();
  await field(page).pressSequentially("Would you");
  await says("STOP");
  await expect(page.getByText("No one can text this number")).toBeVisible();
  await expect(page.getByText("“Would you”")).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  await expect(bubble(page, "Yes, until five.").getByText("Held back, not sent")).toBeVisible(soon);
  expect(await sent()).not.toContain("Yes, until five.");
});

test("a reply that was written before a newer text is refused with that text, and its words are kept", async ({
  given,
  carrier,
  signedIn,
}) => {
  const { page, says, open, sent } = await ward(given, carrier, signedIn);
  // Nothing tells this page what is new.
  await page.route("**/api/stream", (route) => route.abort());
  await open();
  await expect(page.getByText(/What you see may be old/)).toBeVisible();
  const filed = given.newId();
  await says(`it got worse ${filed}`);
  const queue = await page.context().newPage();
  // This tab would listen to the same stream, so it asks anew until the text is filed.
  await expect(async () => {
    await queue.goto("/inbox?view=recent");
    await expect(queue.getByRole("link", { name: new RegExp(filed) })).toBeVisible({ timeout: 500 });
  }).toPass();
  await queue.close();

  await send(page, "See you tomorrow.");
  const panel = page.getByRole("alert").filter({ hasText: "Not sent" });
  await expect(panel.getByText("A newer text has come since you began.")).toBeVisible();
  await expect(panel.getByText(filed)).toBeVisible();
  await readsWell(page);
  await expect(field(page)).toHaveValue("See you tomorrow.");
  await panel.getByRole("button", { name: "Keep my words" }).press("Enter");
  await expect(field(page)).toBeFocused();
  await expect(panel).toHaveCount(0);
  await field(page).fill("Please come in today.");
  await field(page).press("Control+Enter");
  await expect.poll(sent, soon).toEqual(["Please come in today."]);
});

test("one key sends, closes and opens the next; taking it back returns to the conversation", async ({
  given,
  carrier,
  signedIn,
}) => {
  const { page, program, sender, sent, thread } = await ward(given, carrier, signedIn);
  const luis = await given.patient(program.id, { name: "Luis Ortega" });
  await carrier.text(luis.phone.e164, sender.number, "and me?");
  await expect(page.getByRole("link", { name: /Luis Ortega/ })).toBeVisible();

  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("r");
  await page.keyboard.type("We are open until five.");
  await page.keyboard.press("Control+Shift+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Luis Ortega" })).toBeVisible();
  await expect(page.getByText("Your reply to Rosa Marín:")).toBeVisible();
  await page.keyboard.press("z");
  await expect(page).toHaveURL(new RegExp(thread.id));
  await expect(field(page)).toHaveValue("We are open until five.");
  await expect(page.getByText("Closed: Answered")).toHaveCount(0);
  await field(page).press("Control+Shift+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Luis Ortega" })).toBeVisible();
  await expect.poll(sent, soon).toEqual(["We are open until five."]);
});
