import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";

// A text that waits for a nurse's decision is asked about once a minute.
test.describe.configure({ timeout: 240_000 });

const dialog = (page: Page) => page.getByRole("dialog");
/** Somebody's part of the pane beside a conversation. */
const beside = (page: Page) => page.getByRole("complementary", { name: "About this conversation" });
const said = (page: Page, words: string) =>
  page.getByRole("log", { name: "Texts" }).getByText(words, { exact: true });

async function readsWell(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map((v) => [colorScheme, v.id, v.nodes[0]?.html])).toEqual([]);
  }
}

test("a hold from the conversation stops a campaign's text that waits, and a colleague sees it", async ({
  given,
  carrier,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const colleague = await given.person("nurse", "Tomas Reyes");
  const manager = await given.person("manager", "Marta Lindqvist");
  const members = [nurse, colleague, manager];
  const program = await given.program({ members, createdBy: manager.id, textingOpens: "08:00" });
  const sender = await given.sender(program.id);
  // Where it is as late as in the program, so that the hour holds nothing back.
  const rosa = await given.patient(program.id, { on: await given.phone("+18605550141") });
  const loss = "we lost the baby, please stop texting me";
  const [ward, other] = [await signedIn(nurse), await signedIn(colleague)];

  await test.step("a campaign's text waits until a nurse has read what the patient wrote", async () => {
    await carrier.text(rosa.phone.e164, sender.number, loss);
    await expect(ward.getByRole("link", { name: /Rosa Marín.*May ask to stop/s })).toBeVisible();
    const desk = await signedIn(manager);
    await desk.goto(`/programs/${program.id}/campaigns/new`);
    await desk.getByLabel("Name of the campaign").fill("Visits");
    await desk.getByRole("button", { name: "Save draft" }).click();
    await desk.getByRole("button", { name: "Launch to 1 person" }).click();
    await dialog(desk).getByRole("button", { name: "Launch to 1 person" }).click();
    for (const page of [ward, other]) {
      await page.goto("/inbox");
      await page.getByRole("link", { name: /Rosa Marín/ }).click();
      await expect(said(page, loss)).toBeVisible();
      await expect(page.getByText("Waiting to be sent")).toBeVisible({ timeout: 30_000 });
    }
  });

  await test.step("the nurse holds all outreach, and has to say why", async () => {
    await beside(ward).getByRole("button", { name: "Hold all outreach to Rosa Marín" }).click();
    await dialog(ward).getByRole("button", { name: "Hold all outreach" }).click();
    await expect(dialog(ward).getByText("Say what happened.").first()).toBeVisible();
    await dialog(ward)
      .getByRole("radio", { name: /A loss/ })
      .check();
    await readsWell(ward);
    await dialog(ward).getByRole("button", { name: "Hold all outreach" }).click();
    await expect(dialog(ward)).toHaveCount(0);
  });

  await test.step("both see it, where they write, beside it and in the queue", async () => {
    for (const page of [ward, other]) {
      await expect(page.getByText(/Outreach to Rosa Marín is on hold since .* \(loss\)\./)).toHaveCount(2);
      await expect(page.getByRole("link", { name: /Rosa Marín.*Outreach on hold/s })).toBeVisible();
    }
    await readsWell(other);
  });

  await test.step("a reply goes, and the campaign's text never does", async () => {
    await ward.getByRole("button", { name: "Not a request to stop" }).click();
    const reply = "I am so sorry. I will call you today.";
    await ward.getByLabel("Reply").fill(reply);
    await ward.getByRole("button", { name: "Reply", exact: true }).click();
    await expect(ward.getByText("Held back, not sent")).toBeVisible({ timeout: 90_000 });
    const bubble = ward.getByRole("article").filter({ hasText: "Held back, not sent" });
    await expect(bubble.getByText("Outreach to this patient is on hold.")).toBeVisible();
    // Five seconds pass before a reply leaves.
    await expect
      .poll(async () => (await carrier.sentTo(rosa.phone.e164)).map(({ text }) => text), { timeout: 25_000 })
      .toEqual([reply]);
  });

  await test.step("on the patient's page it stands first, and a colleague lets outreach go on", async () => {
    await beside(other).getByRole("link", { name: "Rosa Marín" }).click();
    await expect(other.getByText("Noted by Nadia Brooks.")).toBeVisible();
    await expect(other.getByText("No. Outreach to this patient is on hold.")).toBeVisible();
    await readsWell(other);
    await other.getByRole("button", { name: "Let outreach go on to Rosa Marín" }).click();
    await dialog(other).getByRole("button", { name: "Let outreach go on" }).click();
    await expect(other.getByText(/is on hold since/)).toHaveCount(0);
    await expect(ward.getByText(/is on hold since/)).toHaveCount(0);
  });
});

test("a wrong number for one of two leaves the other's; a number that passes on hides what was written", async ({
  given,
  carrier,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const rosa = await given.patient(program.id, { name: "Rosa Marín" });
  const luis = await given.patient(program.id, { name: "Luis Marín", on: rosa.phone });
  const thread = await given.thread(program.id, sender.id, rosa.phone.id);
  const earlier = "Rosa has another phone, this is Luis, my scan is tomorrow";
  const ward = await signedIn(nurse);
  await carrier.text(rosa.phone.e164, sender.number, earlier);
  await ward.goto(`/inbox/${thread.id}`);
  await expect(said(ward, earlier)).toBeVisible();

  await test.step("wrong number for Rosa, with the text that said so", async () => {
    await beside(ward).getByRole("button", { name: "Wrong number for Rosa Marín" }).click();
    await expect(dialog(ward).getByRole("blockquote")).toHaveText(`“${earlier}”`);
    await dialog(ward).getByRole("button", { name: "Report as wrong number" }).click();
    await expect(beside(ward).getByRole("link", { name: "Rosa Marín" })).toHaveCount(0);
    await expect(beside(ward).getByRole("link", { name: "Luis Marín" })).toBeVisible();
  });

  await test.step("her page tells it, and takes it back", async () => {
    await ward.goto(`/patients/${rosa.id}`);
    await expect(ward.getByText("Reported by Nadia Brooks")).toBeVisible();
    await ward.getByRole("button", { name: "Take the report back" }).click();
    await ward.getByRole("button", { name: "Take the report back" }).click();
    await expect(ward.getByText("Reported by Nadia Brooks")).toHaveCount(0);
  });

  await test.step("it passes to somebody else: a divider, and nothing from before", async () => {
    await ward.goto(`/inbox/${thread.id}`);
    await beside(ward)
      .getByRole("button", { name: /Belongs to somebody else now/ })
      .click();
    await dialog(ward).getByRole("button", { name: "It belongs to somebody else" }).click();
    await expect(ward.getByText(/This number passed to somebody else on .* not shown here/)).toBeVisible();
    await expect(said(ward, earlier)).toHaveCount(0);
    await readsWell(ward);
    await carrier.text(rosa.phone.e164, sender.number, "who is this");
    await expect(said(ward, "who is this")).toBeVisible();
    for (const path of [`/inbox/${thread.id}`, "/inbox?view=unknown", "/inbox?view=recent"]) {
      const html = await (await ward.request.get(path)).text();
      expect([path, html.includes("my scan is tomorrow")]).toEqual([path, false]);
    }
  });

  await test.step("who has the former patient still reads it, on that page only", async () => {
    await ward.goto(`/patients/${luis.id}`);
    await ward.getByRole("link", { name: "What was written before" }).click();
    await expect(ward.getByText(earlier)).toBeVisible();
    await expect(ward.getByText("who is this")).toHaveCount(0);
    await readsWell(ward);
  });

  await test.step("it is taken back while nobody new has it", async () => {
    await ward.goto(`/inbox/${thread.id}`);
    await beside(ward)
      .getByRole("button", { name: /It does not: take that back/ })
      .click();
    await dialog(ward).getByRole("button", { name: "Take that back" }).click();
    await expect(said(ward, earlier)).toBeVisible();
    await expect(beside(ward).getByRole("link", { name: "Luis Marín" })).toBeVisible();
  });
});

test("two records of one person are joined, and parted again", async ({ given, signedIn }) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const rosa = await given.patient(program.id, { name: "Rosa Marín" });
  const double = await given.patient(program.id, { name: "Marín, Rosa", consent: false });
  const third = await given.patient(program.id, { name: "Rosalía M." });
  const ward = await signedIn(nurse);
  await ward.goto(`/patients/${rosa.id}`);

  await test.step("by member number, also one that looks like nobody else's", async () => {
    await ward.getByText("Find the other record by its member number").click();
    await ward.getByLabel("Member number").fill("VC-NOBODY");
    await ward.getByRole("button", { name: "Compare" }).click();
    await expect(ward.getByText("No patient of your programs has this member number.")).toBeVisible();
    await ward.getByLabel("Member number").fill(third.member);
    await ward.getByRole("button", { name: "Compare" }).click();
    await ward.waitForURL(`**/same-as/${third.id}`);
    await ward.getByRole("link", { name: "Patient", exact: true }).click();
  });

  await test.step("the likely double, side by side", async () => {
    await ward.getByRole("link", { name: "Compare with Marín, Rosa" }).click();
    const numbers = ward.getByRole("row", { name: /Member number/ });
    await expect(numbers).toContainText(rosa.member);
    await expect(numbers).toContainText(double.member);
    await readsWell(ward);
    await ward.setViewportSize({ width: 375, height: 720 });
    const overflow = await ward.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await ward.setViewportSize({ width: 1280, height: 720 });
    await ward.getByRole("button", { name: "They are the same person: join them" }).click();
    await dialog(ward).getByRole("button", { name: "Join them" }).click();
    await ward.waitForURL(`**/patients/${rosa.id}`);
  });

  await test.step("one record is left", async () => {
    await expect(ward.getByText(`Joined with Marín, Rosa, member number ${double.member}`)).toBeVisible();
    expect((await ward.request.get(`/patients/${double.id}`)).status()).toBe(404);
    await readsWell(ward);
  });

  await test.step("and two again", async () => {
    await ward.getByRole("button", { name: "Part them again" }).click();
    await ward.getByRole("button", { name: "Part them again" }).click();
    await expect(ward.getByRole("link", { name: "Compare with Marín, Rosa" })).toBeVisible();
    expect((await ward.request.get(`/patients/${double.id}`)).status()).toBe(200);
  });
});
