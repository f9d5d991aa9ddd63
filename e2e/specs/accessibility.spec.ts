import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";

// A phone, and a small laptop whose page is enlarged to 400 %.
const narrow = [
  { width: 375, height: 720 },
  { width: 320, height: 256 },
];

/** Nothing that axe can find in either theme, and no scrolling sideways where it is narrow. */
async function check(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page).toHaveTitle(/Hearback$/);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map((v) => [path, colorScheme, v.id, v.nodes[0]?.html])).toEqual([]);
  }
  for (const size of narrow) {
    await page.setViewportSize(size);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([path, size.width, overflow]).toEqual([path, size.width, 0]);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
}

test.describe.configure({ mode: "parallel", timeout: 180_000 });

test("signed out", async ({ page }) => {
  for (const path of ["/sign-in", "/nowhere"]) await check(page, path);
});

test("nurse", async ({ given, carrier, signedIn }) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const rosa = await given.patient(program.id, { name: "Rosa Marín", language: "es" });
  await given.patient(program.id, { name: "Luis Marín", language: "es", on: rosa.phone });
  const double = await given.patient(program.id, { name: "Marín, Rosa" });
  const thread = await given.thread(program.id, sender.id, rosa.phone.id);
  await carrier.text(rosa.phone.e164, sender.number, "no puedo ir mañana, ¿me llaman?");

  const ward = await signedIn(nurse);
  await expect(ward.getByText("2 patients on this phone")).toBeVisible();
  await carrier.picture(given.fictionalNumber(), sender.number);
  await ward.getByText("More: 0 to review, 1 unknown").click();
  await expect(ward.getByRole("link", { name: "Unknown numbers 1" })).toBeVisible();
  const records = [`/patients/${rosa.id}/same-as/${double.id}`, `/patients/${rosa.id}/before`];
  const views = ["unknown", "mine", "unclaimed", "review", "answered", "snoozed", "closed"].map(
    (view) => `/inbox?view=${view}`,
  );
  const patients = ["/patients", `/patients/${rosa.id}`];
  for (const path of ["/inbox", `/inbox/${thread.id}`, ...patients, ...records, ...views, "/users"])
    await check(ward, path);
  await carrier.text(rosa.phone.e164, sender.number, "ya no me manden mensajes");
  await ward.goto(`/inbox/${thread.id}`);
  await expect(ward.getByText("This may be a request to stop texts.")).toBeVisible();
  await check(ward, `/inbox/${thread.id}`);
  await carrier.text(rosa.phone.e164, sender.number, "no puedo respirar");
  await expect(ward.getByText(/^Emergency: 2 patients on this phone/)).toBeVisible();
  for (const path of ["/patients", `/inbox/${thread.id}`]) await check(ward, path);
  await ward.keyboard.press("f");
  await expect(ward.getByRole("dialog", { name: "How urgent is this?" })).toBeVisible();
  const { violations } = await new AxeBuilder({ page: ward }).setLegacyMode().analyze();
  expect(violations.map((v) => [v.id, v.nodes[0]?.html])).toEqual([]);
});

test("the title stays while a page is read anew", async ({ given, carrier, signedIn }) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const { phone } = await given.patient(program.id, { name: "Rosa Marín" });
  const ward = await signedIn(nurse);
  await expect(ward.getByText("Live", { exact: true })).toBeVisible();
  const gone = await ward.evaluateHandle(() => {
    const times: number[] = [];
    new MutationObserver(() => {
      if (document.title === "") times.push(performance.now());
    }).observe(document.head, { childList: true, subtree: true, characterData: true });
    return times;
  });
  for (const words of ["Are you open today?", "And tomorrow?", "And on Friday?"]) {
    await carrier.text(phone.e164, sender.number, words);
    await expect(ward.getByText(words)).toBeVisible();
  }
  expect(await gone.jsonValue()).toEqual([]);
});

test("manager", async ({ given, signedIn }) => {
  const manager = await given.person("manager", "Marta Lindqvist");
  const program = await given.program({ members: [manager], createdBy: manager.id });
  await given.sender(program.id);
  await given.patient(program.id);
  const desk = await signedIn(manager);
  const tabs = [
    "results",
    "campaigns",
    "campaigns/new",
    "audiences",
    "audiences/new",
    "replies",
    "replies/new",
    "rosters",
    "outcomes",
    "texts",
    "settings",
  ];
  for (const path of ["/programs", "/programs/new", ...tabs.map((tab) => `/programs/${program.id}/${tab}`)])
    await check(desk, path);
  for (const heading of ["Nummer,Wer,Geboren,Anruf,Darf", "member_id,name,dob,phone,consent"]) {
    await desk.goto(`/programs/${program.id}/rosters`);
    const rows = [0, 1, 2].map(
      (i) => `AX-90${i},"Marín, Rosa",${i ? `1990-02-1${i}` : ""},919-555-017${i},Y`,
    );
    const buffer = Buffer.from([heading, ...rows].join("\n"));
    await desk.getByLabel("Roster file").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer });
    await desk.getByRole("button", { name: "Upload and check" }).click();
    const isReady = desk.getByText(/Say which column is which|rows can be imported/);
    await expect(isReady).toBeVisible();
    await check(desk, new URL(desk.url()).pathname);
  }
});

test("a file of outcomes", async ({ given, signedIn }) => {
  const manager = await given.person("manager", "Marta Lindqvist");
  const program = await given.program({ members: [manager], createdBy: manager.id });
  const desk = await signedIn(manager);
  await desk.goto(`/programs/${program.id}/outcomes`);
  await desk.getByLabel("File of outcomes").setInputFiles("public/sample-claims.csv");
  await desk.getByRole("button", { name: "Upload and match" }).click();
  await expect(desk.getByText("Nothing in this file is new")).toBeVisible();
  await check(desk, new URL(desk.url()).pathname);
});

test("admin", async ({ given, signedIn }) => {
  const office = await signedIn(await given.person("admin", "Ade Okafor"));
  for (const path of ["/users", "/senders", "/sending", "/audit"]) await check(office, path);
});
