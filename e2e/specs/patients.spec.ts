import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";

const box = (page: Page) => page.getByLabel("Search patients");
const hit = (page: Page, name: string) =>
  page.getByRole("table", { name: "Patients found" }).getByRole("link", { name });
const fact = (page: Page, term: string) =>
  page.locator("dl > div").filter({ has: page.getByRole("term").filter({ hasText: term }) });
const written = (e164: string) => `(${e164.slice(2, 5)}) ${e164.slice(5, 8)}-${e164.slice(8)}`;

/** What stands in the page can be read by everybody, in both themes, and on a phone. */
async function reads(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map((v) => [colorScheme, v.id, v.nodes[0]?.html])).toEqual([]);
  }
  await page.setViewportSize({ width: 375, height: 720 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await page.setViewportSize({ width: 1280, height: 720 });
}

test("a nurse finds her patients by whatever she knows of them, and nobody of another program", async ({
  given,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const rosa = await given.patient(program.id, { name: "Rosa Marín" });
  await given.patient(program.id, { name: "Luis Marín", on: rosa.phone });
  const elsewhere = await given.program();
  await given.patient(elsewhere.id, { name: "Rosa Marchetti", on: rosa.phone });
  const ward = await signedIn(nurse);

  await test.step("by keyboard alone: the rail, /, a name without its accent, arrows, Enter, and back", async () => {
    await ward
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Patients" })
      .press("Enter");
    await expect(ward.getByText("Whom do you look for?")).toBeVisible();
    await ward.keyboard.press("/");
    await expect(box(ward)).toBeFocused();
    await ward.keyboard.type("MARIN");
    await ward.keyboard.press("Enter");
    await expect(ward.getByText("2 patients found.")).toBeVisible();
    await ward.keyboard.press("ArrowDown");
    await expect(hit(ward, "Luis Marín")).toBeFocused();
    await ward.keyboard.press("ArrowDown");
    await expect(hit(ward, "Rosa Marín")).toBeFocused();
    await ward.keyboard.press("Enter");
    await expect(ward.getByRole("heading", { level: 1, name: "Rosa Marín" })).toBeVisible();
    await expect(ward).toHaveTitle(/^Patient\b(?!.*Rosa)/);
    await ward.getByRole("link", { name: "Patients", exact: true }).last().press("Enter");
    await expect(hit(ward, "Luis Marín")).toBeVisible();
    await expect(box(ward)).toHaveValue("MARIN");
    await ward.keyboard.press("/");
    await ward.keyboard.type("/");
    await expect(box(ward)).toHaveValue("/");
  });

  await test.step("what is found can be read by everybody", async () => {
    await reads(ward);
  });

  for (const [words, found] of [
    [written(rosa.phone.e164), "2 patients found."],
    ["rosa 5/17/1994", "1 patient found."],
    ["17 May 1994", "2 patients found."],
    [rosa.member.toLowerCase(), "1 patient found."],
  ] as const)
    await test.step(`by ${words}`, async () => {
      await box(ward).fill(words);
      await ward.getByRole("button", { name: "Search" }).click();
      await expect(ward.getByText(found, { exact: true })).toBeVisible();
      await expect(hit(ward, "Rosa Marín")).toBeVisible();
      await expect(ward.getByText("Marchetti")).toHaveCount(0);
      expect(new URL(ward.url()).search).toBe("");
    });

  await test.step("nobody of another program, and it says what can be typed", async () => {
    await box(ward).fill("marchetti");
    await box(ward).press("Enter");
    await expect(ward.getByText("Nobody found for “marchetti” in your programs")).toBeVisible();
    await box(ward).fill("");
    await box(ward).press("Enter");
    await expect(ward.getByRole("alert").filter({ hasText: "Type a name" })).toBeVisible();
  });
});

test("a patient's page says what is on file, and a nurse changes it", async ({ given, signedIn }) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const rosa = await given.patient(program.id, { name: "Rosa Marín" });
  const luis = await given.patient(program.id, { name: "Luis Marín", on: rosa.phone });
  await given.patient((await given.program()).id, { name: "Ana Somebody", on: rosa.phone });
  const thread = await given.thread(program.id, sender.id, rosa.phone.id);
  const ward = await signedIn(nurse);
  await ward.goto(`/patients/${rosa.id}`);

  await test.step("who they are, with whom they share a phone, and where they were talked to", async () => {
    await expect(fact(ward, "Member number")).toContainText(rosa.member);
    await expect(fact(ward, "Home")).toContainText("ZIP code begins with 100");
    await expect(fact(ward, "Status")).toContainText("Active");
    const household = ward.getByText(`Shares ${written(rosa.phone.e164)} with`);
    await expect(household).toContainText(/Luis Marín, \d+ and 1 person outside your programs/);
    await expect(ward.getByText("Ana Somebody")).toHaveCount(0);
    await expect(ward.getByRole("link", { name: "Conversation in Visits" })).toHaveAttribute(
      "href",
      `/inbox/${thread.id}`,
    );
    await reads(ward);
  });

  await test.step("by keyboard: another language and a ZIP code", async () => {
    await ward.getByRole("button", { name: "Change the record" }).press("Enter");
    const dialog = ward.getByRole("dialog", { name: "Change the record" });
    await expect(dialog.getByLabel("Name")).toBeFocused();
    await dialog.getByLabel("Language").focus();
    await ward.keyboard.type("Spanish");
    await dialog.getByLabel("ZIP code").focus();
    await ward.keyboard.type("12");
    await ward.keyboard.press("Enter");
    await expect(dialog.getByRole("button", { name: "A ZIP code has five digits." })).toBeVisible();
    await dialog.getByLabel("ZIP code").fill("96813");
    await ward.keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
    await expect(ward.getByText("Speaks Spanish.")).toBeVisible();
    await expect(fact(ward, "Home")).toContainText("96813");
    await expect(fact(ward, "Language")).toContainText("Spanish");
  });

  await test.step("one more number, and the old one taken away: the household is no more", async () => {
    const number = given.fictionalNumber();
    await ward.getByText("Add a number").press("Enter");
    await ward.getByLabel("Number", { exact: true }).fill(`cell ${number.slice(2)}`);
    await ward.getByRole("button", { name: "Add the number" }).press("Enter");
    await expect(ward.getByRole("heading", { level: 3, name: written(number) })).toBeVisible();
    const old = ward.getByRole("region", { name: written(rosa.phone.e164) });
    await old.getByRole("button", { name: "Take this number away" }).press("Enter");
    await old.getByRole("button", { name: "Take this number away" }).press("Enter");
    await expect(old).toHaveCount(0);
    await expect(ward.getByText("Nobody else uses their numbers.")).toBeVisible();
  });

  await test.step("from a conversation the way back leads there", async () => {
    await ward.goto(`/inbox/${thread.id}`);
    await ward.getByRole("link", { name: luis.name }).click();
    await ward.getByRole("link", { name: "Conversation", exact: true }).click();
    await expect(ward).toHaveURL(new RegExp(`/inbox/${thread.id}$`));
  });
});
