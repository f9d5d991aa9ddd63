import type { Page } from "@playwright/test";

export type Role = "nurse" | "manager" | "admin";

/** `role` null: seen without an account. `open` goes there as a person would, from the lists. */
export interface Screen {
  role: Role | null;
  name: string;
  open: (page: Page) => Promise<void>;
}

const at = (path: string) => async (page: Page) => {
  await page.goto(path);
};

/** A part of the first program that is listed. */
const inProgram = (part: string) => async (page: Page) => {
  await page.goto("/programs");
  await page.goto(`${await firstLink(page, /^\/programs\/[^/]+(?=\/results)/)}/${part}`);
};

const firstCampaign = async (page: Page) => {
  await inProgram("campaigns")(page);
  await page.goto(await firstLink(page, /^\/programs\/[^/]+\/campaigns\/[0-9a-f-]{36}/));
};

const firstAudience = async (page: Page) => {
  await inProgram("audiences")(page);
  await page.goto(await firstLink(page, /^\/programs\/[^/]+\/audiences\/[0-9a-f-]{36}/));
};

/** The newest roster. Where there is none, the sample is uploaded; it is not imported. */
const firstRoster = async (page: Page) => {
  await inProgram("rosters")(page);
  const roster = await findLink(page, rosterAddress);
  if (roster) {
    await page.goto(roster);
    return;
  }
  await page.getByLabel("Roster file").setInputFiles("public/sample-roster.csv");
  await page.getByRole("button", { name: "Upload and check" }).click();
  await page.waitForURL((url) => rosterAddress.test(url.pathname));
};

const firstOutcomeFile = async (page: Page) => {
  await inProgram("outcomes")(page);
  await page.goto(await firstLink(page, /^\/programs\/[^/]+\/outcomes\/[0-9a-f-]{36}/));
};

/** A file whose columns somebody has to choose; it stays there, unchecked. */
const strangeRoster = async (page: Page) => {
  await inProgram("rosters")(page);
  const rows = [0, 1, 2].map((i) => `DM-90${i},"Marín, Rosa",1990-02-1${i},212-555-017${i},Y`);
  const buffer = Buffer.from(["Nummer,Wer,Geboren,Anruf,Darf", ...rows].join("\n"));
  await page.getByLabel("Roster file").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Upload and check" }).click();
  await page.waitForURL((url) => rosterAddress.test(url.pathname));
};

/** The first conversation of a view whose row says `words`, on whichever page of it. */
const conversation = (view: string, words?: string) => async (page: Page) => {
  let next: string | undefined = `/inbox?view=${view}`;
  while (next) {
    await page.goto(next);
    const found = await findLink(page, conversationAddress, words);
    if (found) {
      await page.goto(found);
      return;
    }
    next = await findLink(page, /^\/inbox\?.*after=.*/);
  }
  throw new Error(`No conversation of the view "${view}" says "${words ?? ""}".`);
};

/** Of the newest who wait, the one with whom most was said. */
const fullestConversation = async (page: Page) => {
  await page.goto("/inbox");
  const waiting = (await linksTo(page, conversationAddress)).slice(-20);
  let fullest = { address: "/inbox", texts: 0 };
  for (const address of waiting) {
    await page.goto(address);
    await isDrawn(page);
    const texts = await page.getByRole("log", { name: "Texts" }).getByRole("article").count();
    if (texts > fullest.texts) fullest = { address, texts };
  }
  await page.goto(fullest.address);
};

/** The patient of the first conversation, or a part of their page. */
const firstPatient = (part: string) => async (page: Page) => {
  await conversation("recent")(page);
  await page.goto(`${await firstLink(page, /^\/patients\/[0-9a-f-]{36}/)}${part}`);
};

const searchFor = (words: string) => async (page: Page) => {
  await page.goto("/patients");
  await page.getByLabel("Search patients").fill(words);
  await page.getByRole("button", { name: "Search" }).click();
  await page
    .getByText(/ found/)
    .first()
    .waitFor();
};

const firstFound = (words: string) => async (page: Page) => {
  await searchFor(words)(page);
  await page.goto(await firstLink(page, /^\/patients\/[0-9a-f-]{36}/));
};

/** Two of those found, side by side. */
const pairFound = (words: string) => async (page: Page) => {
  await searchFor(words)(page);
  const [kept, other] = await linksTo(page, /^\/patients\/[0-9a-f-]{36}/);
  await page.goto(`${kept}/same-as/${other?.split("/").at(-1)}`);
};

/** A question that a screen asks before it does something: opened, and left at that. */
const asking = (open: Screen["open"], button: RegExp) => async (page: Page) => {
  await open(page);
  await isDrawn(page);
  await page.getByRole("main").getByRole("button", { name: button }).first().click();
  await page.getByRole("dialog").waitFor();
};

/** What comes over a screen when a key is pressed. */
const pressing = (open: Screen["open"], key: string) => async (page: Page) => {
  await open(page);
  await isDrawn(page);
  await page.getByText("Live", { exact: true }).waitFor();
  await page.keyboard.press(key);
  await page.getByRole("dialog").waitFor();
};

/** With a reply begun, and then without a connection. */
const cutOff = (open: Screen["open"]) => async (page: Page) => {
  await open(page);
  await isDrawn(page);
  await page.getByText("Live", { exact: true }).waitFor();
  await page.getByRole("textbox", { name: "Reply", exact: true }).fill("We call you this afternoon.");
  await page.context().setOffline(true);
  await page.getByText(/^Connection lost at/).waitFor();
};

const conversationAddress = /^\/inbox\/[0-9a-f-]{36}.*/;
const rosterAddress = /^\/programs\/[^/]+\/rosters\/[0-9a-f-]{36}/;

/** Every screen of the product, for the role that it is made for. */
export const screens: readonly Screen[] = [
  { role: null, name: "sign-in", open: at("/sign-in") },
  { role: "nurse", name: "inbox", open: at("/inbox") },
  { role: "nurse", name: "thread", open: conversation("waiting") },
  { role: "nurse", name: "stopped-thread", open: conversation("recent", "Stopped") },
  { role: "nurse", name: "unknown-numbers", open: at("/inbox?view=unknown") },
  ...["mine", "unclaimed", "review", "answered", "snoozed", "closed", "recent"].map(
    (view): Screen => ({ role: "nurse", name: `inbox-${view}`, open: at(`/inbox?view=${view}`) }),
  ),
  { role: "nurse", name: "inbox-nothing", open: at("/inbox?view=mine&language=vi") },
  { role: "nurse", name: "inbox-emergency", open: conversation("waiting", "Emergency") },
  { role: "nurse", name: "inbox-urgent", open: conversation("waiting", "Urgent") },
  { role: "nurse", name: "inbox-to-review", open: conversation("review") },
  { role: "nurse", name: "inbox-ended", open: conversation("closed") },
  { role: "nurse", name: "inbox-shared-phone", open: conversation("recent", "patients on this phone") },
  { role: "nurse", name: "inbox-keys", open: pressing(at("/inbox"), "?") },
  { role: "nurse", name: "inbox-palette", open: pressing(at("/inbox"), "Control+k") },
  { role: "nurse", name: "inbox-note", open: pressing(conversation("waiting"), "i") },
  { role: "nurse", name: "inbox-putting-off", open: pressing(conversation("waiting"), "p") },
  { role: "nurse", name: "inbox-outside", open: pressing(conversation("waiting"), "b") },
  { role: "nurse", name: "inbox-ending", open: pressing(conversation("waiting"), "e") },
  { role: "nurse", name: "inbox-how-urgent", open: pressing(conversation("waiting"), "f") },
  { role: "nurse", name: "inbox-canned", open: pressing(conversation("waiting"), "q") },
  { role: "nurse", name: "inbox-cut-off", open: cutOff(conversation("waiting")) },
  { role: "nurse", name: "earlier-texts", open: firstPatient("/before") },
  { role: "nurse", name: "patients", open: searchFor("ros") },
  { role: "nurse", name: "patient", open: firstFound("ros") },
  { role: "nurse", name: "patient-hold", open: asking(firstFound("ros"), /^Hold all outreach/) },
  { role: "nurse", name: "patient-wrong-number", open: asking(firstFound("ros"), /^Wrong number/) },
  { role: "nurse", name: "patient-record", open: asking(firstFound("ros"), /^Change the record/) },
  { role: "nurse", name: "patient-pair", open: pairFound("ros") },
  { role: "nurse", name: "patient-merge", open: asking(pairFound("ros"), /join them/) },
  { role: "nurse", name: "not-found", open: at("/programs") },
  { role: "manager", name: "programs", open: at("/programs") },
  { role: "manager", name: "new-program", open: at("/programs/new") },
  { role: "manager", name: "results", open: inProgram("results") },
  { role: "manager", name: "campaigns", open: inProgram("campaigns") },
  { role: "manager", name: "campaign", open: firstCampaign },
  { role: "manager", name: "new-campaign", open: inProgram("campaigns/new") },
  { role: "manager", name: "audiences", open: inProgram("audiences") },
  { role: "manager", name: "audience", open: firstAudience },
  { role: "manager", name: "new-audience", open: inProgram("audiences/new") },
  { role: "manager", name: "canned-replies", open: inProgram("replies") },
  { role: "manager", name: "new-canned-reply", open: inProgram("replies/new") },
  { role: "manager", name: "roster", open: firstRoster },
  { role: "manager", name: "rosters", open: inProgram("rosters") },
  { role: "manager", name: "outcomes", open: inProgram("outcomes") },
  { role: "manager", name: "outcome-file", open: firstOutcomeFile },
  { role: "manager", name: "roster-columns", open: strangeRoster },
  { role: "manager", name: "texts", open: inProgram("texts") },
  { role: "manager", name: "settings", open: inProgram("settings") },
  { role: "admin", name: "people", open: at("/users") },
  { role: "admin", name: "numbers", open: at("/senders") },
  { role: "admin", name: "sending", open: at("/sending") },
  { role: "admin", name: "audit", open: at("/audit") },
  // Nobody disables somebody in the pilot.
  { role: "admin", name: "empty-view", open: at("/audit?action=user.disabled") },
];

/** What the README shows. */
export const readmeScreen: Screen = { role: "nurse", name: "inbox", open: fullestConversation };

async function firstLink(page: Page, address: RegExp): Promise<string> {
  const found = await findLink(page, address);
  if (!found) throw new Error(`${new URL(page.url()).pathname} has no link to what is wanted there.`);
  return found;
}

async function findLink(page: Page, address: RegExp, words?: string): Promise<string | undefined> {
  return (await linksTo(page, address, words))[0];
}

/** Where the page's links go whose address matches, among those that say `words`; only the part that matches. */
async function linksTo(page: Page, address: RegExp, words = ""): Promise<string[]> {
  await isDrawn(page);
  const hrefs = await page
    .getByRole("main")
    .getByRole("link")
    .filter({ hasText: words })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return hrefs.flatMap((href) => address.exec(href)?.[0] ?? []);
}

/** Resolves when what was streamed has arrived: no skeleton is left, the page is live, and its letters are loaded. */
export async function isDrawn(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor({ state: "attached" });
  await page.waitForFunction(() => !document.querySelector(".animate-pulse"));
  await page.getByText("Connecting", { exact: true }).waitFor({ state: "detached" });
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}
