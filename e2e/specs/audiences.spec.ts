import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";

test("an audience is built, counted, saved and launched to: only those are texted, and it says for whom", async ({
  given,
  carrier,
  signedIn,
}) => {
  test.setTimeout(180_000);
  const manager = await given.person("manager", "Marta Lindqvist");
  const program = await given.program({ members: [manager], createdBy: manager.id, name: "Spring visits" });
  await given.sender(program.id);
  const rosa = await given.patient(program.id, { name: "Rosa Marín", language: "es" });
  const luis = await given.patient(program.id, { name: "Luis Vega", language: "es" });
  await given.patient(program.id, { name: "Ana Vega", language: "es", on: luis.phone });
  await given.patient(program.id, { name: "Iris Soto", language: "es", consent: false });
  const evelyn = await given.patient(program.id, { name: "Evelyn Keller", language: "en" });
  const desk = await signedIn(manager);
  const now = desk.getByRole("region", { name: "Who that is now" });
  const line = (number: number) => desk.getByRole("group", { name: `Condition ${number}` });

  await test.step("the list says what audiences are for", async () => {
    await desk.goto(`/programs/${program.id}/campaigns`);
    await desk.getByRole("link", { name: "Audiences" }).click();
    await expect(desk.getByText("No audience yet")).toBeVisible();
    await desk.getByRole("link", { name: "Build an audience" }).click();
  });

  await test.step("conditions narrow it down, with a sentence and a count", async () => {
    await expect(now.getByText("5 people, 3 could be texted now.")).toBeVisible();
    await expect(now.getByText("One condition is not finished")).toBeVisible();
    await line(1).getByLabel("Spanish 4").check();
    await expect(now.getByText("Everybody who speaks Spanish.")).toBeVisible();
    await expect(now.getByText("4 people, 2 could be texted now.")).toBeVisible();
    await expect(now.getByRole("listitem").filter({ hasText: "No consent on file" })).toContainText("1");
    await expect(now.getByRole("listitem").filter({ hasText: "Shares a phone" })).toContainText("1");

    await desk.getByRole("button", { name: "Add a condition" }).click();
    await expect(line(2).getByLabel("About")).toBeFocused();
    await line(2).getByLabel("About").selectOption({ label: "Age" });
    await line(2).getByLabel("To", { exact: true }).fill("20");
    await expect(now.getByText("Nobody in the program is like that now.")).toBeVisible();
    await line(2).getByRole("button", { name: "Remove condition 2" }).click();
    await expect(now.getByText("4 people, 2 could be texted now.")).toBeVisible();
  });

  await test.step("an unfinished line is said where it is, and nothing is lost", async () => {
    await desk.getByLabel("Name of the audience").fill("Spanish speakers");
    await desk.getByRole("button", { name: "Or something else" }).click();
    await line(2).getByLabel("About").selectOption({ label: "Last contact" });
    await desk.getByRole("button", { name: "Save audience" }).click();
    await desk.getByRole("button", { name: /^Type a number of days/ }).click();
    await expect(line(2).getByLabel("About")).toBeFocused();
    await expect(line(1).getByLabel("Spanish 4")).toBeChecked();
    await line(2).getByRole("button", { name: "Remove condition 2" }).click();
    await desk.getByRole("button", { name: "Save audience" }).click();
    const row = desk.getByRole("row", { name: /Spanish speakers/ });
    await expect(row).toContainText("Everybody who speaks Spanish.");
    await expect(row).toContainText("2 of 4 (50 %)");
  });

  await test.step("a campaign is for it, and launches to as many", async () => {
    await desk.getByRole("link", { name: "Campaigns", exact: true }).click();
    await desk.getByRole("link", { name: "Write a campaign" }).click();
    await desk.getByLabel("Name of the campaign").fill("In Spanish first");
    await desk.getByLabel("Spanish speakers").check();
    await desk.getByRole("button", { name: "Save draft" }).click();
    await expect(desk.getByText("Everybody who speaks Spanish.")).toBeVisible();
    await desk.getByRole("button", { name: "Launch to 2 people" }).click();
    await desk.getByRole("dialog").getByRole("button", { name: "Launch to 2 people" }).click();
    await expect(factOf(desk, "Sent")).toHaveText("2 of 2 people (100 %)", { timeout: 60_000 });
  });

  await test.step("only they are texted, and the campaign and its results say for whom it was", async () => {
    for (const { phone, texts } of [
      { phone: rosa.phone, texts: 1 },
      { phone: luis.phone, texts: 1 },
      { phone: evelyn.phone, texts: 0 },
    ])
      expect(await carrier.sentTo(phone.e164)).toHaveLength(texts);
    await expect(factOf(desk, "For")).toHaveText("Spanish speakers: Everybody who speaks Spanish.");
    await desk.getByRole("link", { name: "Results", exact: true }).click();
    await desk.getByRole("link", { name: "In Spanish first" }).click();
    await expect(desk.getByText("For: Spanish speakers: Everybody who speaks Spanish.")).toBeVisible();
  });

  await test.step("changed later, the audience leaves the campaign as it was launched", async () => {
    await desk.getByRole("link", { name: "Audiences" }).click();
    await desk.getByRole("link", { name: "Spanish speakers" }).click();
    await expect(desk.getByText("(launched)")).toBeVisible();
    await line(1).getByLabel("How").selectOption({ label: "is not" });
    await expect(now.getByText("1 person, 1 could be texted now.")).toBeVisible();
    await desk.getByRole("button", { name: "Save audience" }).click();
    await expect(desk.getByText("Everybody who does not speak Spanish.")).toBeVisible();
    await desk.getByRole("link", { name: "In Spanish first" }).click();
    await expect(factOf(desk, "For")).toHaveText("Spanish speakers: Everybody who speaks Spanish.");
  });
});

/** What a list of facts says about one term. */
const factOf = (page: Page, term: string) =>
  page
    .locator("dl > div")
    .filter({ has: page.getByText(term, { exact: true }) })
    .locator("dd");
