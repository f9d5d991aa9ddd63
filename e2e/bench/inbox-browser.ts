import type { Browser, BrowserContextOptions, Locator, Page, Response } from "@playwright/test";
import { signIn } from "@/e2e/fixtures";
import { type Figure, percentile } from "./figures";
import { clickToPaint, keysToPaint, pageNeeds, sendToBubble } from "./in-page";
import type { Stage } from "./stage";

const rounds = 30;
const replies = 15;
const wide = { width: 1440, height: 900 };
const row = 'section[aria-label="Conversations"] ul li a[href^="/inbox/"]';
const sentence = "Thank you for writing to us, we call you this afternoon.";

type Person = { email: string; password: string };

/** What a nurse waits for in her browser: rows, another conversation, her own keys, her reply; and what it loads. */
export async function measureInBrowser(
  stage: Stage,
  nurse: Person,
  { long, texts }: { long: string; texts: string },
): Promise<Figure[]> {
  const browser = await stage.openBrowser();
  const page = await pageOf(browser, stage);
  await signIn(page, nurse.email, nurse.password);
  const figures = [
    ...spread("warm inbox to its rows", "100, best 50", await inboxes(page)),
    ...spread("thread switch", "150, best 50", await switches(page)),
  ];

  await page.goto(`/inbox/${long}`);
  const composer = await found(page.getByRole("textbox", { name: "Reply", exact: true }), "the field Reply");
  await showEarlier(page);
  const drawn = await page
    .getByRole("log")
    .evaluate((log, texts) => (log.textContent ?? "").split(texts).length - 1, texts);
  await composer.focus();
  const keys = await keysToPaint(page, () => page.keyboard.type(`${sentence} ${sentence}`, { delay: 40 }));
  figures.push(...spread(`key press to paint, ${drawn} texts on the page`, "32, best 16", keys));
  figures.push(...spread("Enter to bubble", "50", await bubbles(page, composer)));
  await page.context().close();
  figures.push(...(await weights(browser, stage, nurse, long)));
  await browser.close();
  return figures;
}

type Session = NonNullable<BrowserContextOptions["storageState"]>;

async function pageOf(browser: Browser, stage: Stage, storageState?: Session): Promise<Page> {
  const context = await browser.newContext({
    baseURL: stage.baseUrl,
    viewport: wide,
    ...(storageState && { storageState }),
  });
  await context.addInitScript(pageNeeds);
  return context.newPage();
}

/** The page has it, or the benchmark says what it looked for. */
async function found(what: Locator, words: string): Promise<Locator> {
  await what
    .first()
    .waitFor({ timeout: 15_000 })
    .catch((cause: unknown) => {
      throw new Error(`Looked for ${words} on ${what.page().url()} and did not find it.`, { cause });
    });
  return what.first();
}

async function inboxes(page: Page): Promise<number[]> {
  const rail = page.getByRole("navigation", { name: "Main" });
  const took: number[] = [];
  for (let i = 0; i < rounds + 3; i += 1) {
    await (await found(rail.getByRole("link", { name: "Patients" }), "Patients in the rail")).click();
    await found(page.getByRole("heading", { level: 1, name: "Patients" }), "the heading Patients");
    const inbox = await found(rail.getByRole("link", { name: "Inbox" }), "Inbox in the rail");
    took.push(await clickToPaint(inbox, row));
  }
  // Warm: the first ones fetch the code of both pages.
  return took.slice(3);
}

async function switches(page: Page): Promise<number[]> {
  await page.goto("/inbox");
  await found(page.locator(row), "a conversation in the queue");
  const ids = await page
    .locator(row)
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  if (ids.length < 2) throw new Error(`Looked for conversations to go between: the queue has ${ids.length}.`);
  const took: number[] = [];
  for (let i = 0; i < rounds + 3; i += 1) {
    const path = ids[i % ids.length];
    const link = await found(page.locator(`${row}[href^="${path}"]`), "the conversation in the queue");
    // Its row is marked once the server has answered with it.
    took.push(await clickToPaint(link, `${row}[href^="${path}"][aria-current="true"]`));
    await found(page.getByRole("log"), "its texts");
  }
  return took.slice(3);
}

/** Every older text too, as far as the page lets one go back. */
async function showEarlier(page: Page): Promise<void> {
  const earlier = page.getByRole("button", { name: /(earlier|older) texts/i });
  for (let i = 0; i < 20 && (await earlier.count()) > 0; i += 1) {
    const before = await page.getByRole("log").evaluate((log) => log.childElementCount);
    await earlier.first().click();
    // They also come by themselves as one nears them, the last of them perhaps just before the press.
    await page.waitForFunction((before) => {
      const log = document.querySelector('[role="log"]');
      const asks = [...(log?.querySelectorAll("button") ?? [])];
      return (
        log?.childElementCount !== before || !asks.some((one) => /(earlier|older) texts/i.test(one.innerText))
      );
    }, before);
  }
}

async function bubbles(page: Page, composer: Locator): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < replies; i += 1) {
    const words = `${sentence} Number ${i + 1} of today.`;
    await composer.fill(words);
    took.push(
      await sendToBubble(page, words, async () => {
        await composer.focus();
        await page.keyboard.press("Control+Enter");
      }),
    );
  }
  return took;
}

async function weights(browser: Browser, stage: Stage, nurse: Person, thread: string): Promise<Figure[]> {
  const page = await pageOf(browser, stage);
  await signIn(page, nurse.email, nurse.password);
  const storageState = await page.context().storageState();
  await page.context().close();
  return [
    {
      what: "JavaScript of the inbox, gzip kB",
      ours: [await scriptsOf(await pageOf(browser, stage, storageState), "/inbox")],
      least: "200, best 175",
    },
    {
      what: "  with a conversation, gzip kB",
      ours: [await scriptsOf(await pageOf(browser, stage, storageState), `/inbox/${thread}`)],
      least: "200, best 175",
    },
    {
      what: "  of an address that is nobody's, signed out, gzip kB",
      ours: [await scriptsOf(await pageOf(browser, stage), "/nowhere")],
    },
  ];
}

/** What the scripts of a page weigh on their way, in kB. The page is the first of its browser: nothing is kept yet. */
async function scriptsOf(page: Page, path: string): Promise<number> {
  const scripts: Response[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response);
  });
  await page.goto(path);
  const sizes = await Promise.all(scripts.map((response) => response.request().sizes()));
  await page.context().close();
  if (sizes.length === 0 || sizes.some(({ responseBodySize }) => responseBodySize <= 0))
    throw new Error(`Looked for what the scripts of ${path} weigh, and the browser did not say.`);
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0) / 1_000;
}

const spread = (what: string, least: string, took: number[]): Figure[] => [
  { what: `${what}: p50 ms`, ours: [percentile(took, 50)] },
  { what: "  p95 ms", ours: [percentile(took, 95)], least },
];
