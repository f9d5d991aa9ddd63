import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expect, test } from "@/e2e/fixtures";

test("claims are matched, imported once, and move the results; touches are counted beside them", async ({
  given,
  signedIn,
}) => {
  test.setTimeout(180_000);
  const manager = await given.person("manager", "Marta Lindqvist");
  const program = await given.program({ members: [manager], createdBy: manager.id });
  await given.sender(program.id);
  await given.patient(program.id);
  const ours = ownFiles(given.randomId().slice(0, 8).toUpperCase());
  const desk = await signedIn(manager);
  await desk.goto(`/programs/${program.id}/rosters`);

  await test.step("the sample roster is imported and a campaign launched", async () => {
    await choose(desk, "Roster file", "roster.csv", ours.roster);
    await desk.getByRole("button", { name: "Upload and check" }).click();
    await desk.getByRole("button", { name: /^Import \d+ patients$/ }).click();
    await expect(desk.getByText(/^\d+ patients imported$/)).toBeVisible({ timeout: 30_000 });

    await desk.getByRole("link", { name: "Go to campaigns" }).click();
    await desk.getByRole("link", { name: "Write a campaign" }).click();
    await desk.getByLabel("Name of the campaign").fill("First invitation");
    await desk.getByRole("button", { name: "Save draft" }).click();
    await desk.getByRole("button", { name: /^Launch to 1 p/ }).click();
    await desk
      .getByRole("dialog")
      .getByRole("button", { name: /^Launch to 1 p/ })
      .click();
    await desk.getByRole("link", { name: "Results" }).click();
    await expect(acted(desk, 0)).toBeVisible({ timeout: 30_000 });
  });

  // Days are the program's: the page says which one it is there.
  const asOf = await desk
    .getByText(/^As of /)
    .first()
    .textContent();
  const today = new Date(`${/\d+ \w+ \d{4}/.exec(asOf ?? "")?.[0]} UTC`).toISOString().slice(0, 10);
  const { claims, touches } = ours.on(today);

  await test.step("a file of claims gets a match report, and what it leaves out can be had", async () => {
    await desk.getByRole("link", { name: "Outcomes" }).click();
    await choose(desk, "File of outcomes", "claims.csv", claims);
    await desk.getByRole("button", { name: "Upload and match" }).click();
    await expect(desk.getByText("131 of 140 rows match a patient (94 %)")).toBeVisible();
    await expect(
      desk.getByText("The date cannot be read. Write it as 2026-03-02 or 3/2/2026.").first(),
    ).toBeVisible();
    const downloading = desk.waitForEvent("download");
    await desk.getByRole("link", { name: "Download these rows" }).click();
    const lines = readFileSync(await (await downloading).path(), "utf8")
      .trimEnd()
      .split("\r\n");
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe("\uFEFFLine,Why it was left out,member_id,service_date,code,paid");
    expect(lines.join("\n")).toContain("No patient of this program has this member number.,VC799001,");
    await desk.getByRole("link", { name: "Left out 9" }).click();
    await expect(desk.getByRole("table", { name: /Rows of the file/ }).getByRole("row")).toHaveCount(10);
  });

  await test.step("the import moves who acted", async () => {
    await desk.getByRole("button", { name: "Import 128 claims" }).click();
    await expect(desk.getByText("128 claims imported")).toBeVisible({ timeout: 30_000 });
    await desk.getByRole("link", { name: "See the results" }).click();
    await expect(acted(desk, 128)).toBeVisible({ timeout: 30_000 });
  });

  await test.step("the same file again is known and changes nothing", async () => {
    await desk.getByRole("link", { name: "Outcomes" }).click();
    await choose(desk, "File of outcomes", "claims.csv", claims);
    await desk.getByRole("button", { name: "Upload and match" }).click();
    await expect(desk.getByText("Nothing in this file is new")).toBeVisible();
    await expect(desk.getByText("131 rows are known already. There is nothing to import.")).toBeVisible();
    await expect(desk.getByRole("button", { name: /^Import/ })).toHaveCount(0);
  });

  await test.step("touches of other channels are imported and counted", async () => {
    await desk.getByRole("link", { name: "Upload another file" }).click();
    await desk.getByLabel("Touches of other channels").check();
    await choose(desk, "File of outcomes", "touches.csv", touches);
    await desk.getByRole("button", { name: "Upload and match" }).click();
    await desk.getByRole("button", { name: "Import 146 touches" }).click();
    await expect(desk.getByText("146 touches imported")).toBeVisible({ timeout: 30_000 });
    await desk.getByRole("link", { name: "Upload another file" }).click();
    const row = desk
      .getByRole("table", { name: "Touches by channel" })
      .getByRole("row", { name: /^Postcard/ });
    await expect(row).toContainText("95");
    await desk.getByRole("link", { name: "Results" }).click();
    await expect(acted(desk, 128)).toBeVisible();
  });

  await test.step("and the admin sees that it was done", async () => {
    const office = await signedIn(await given.person("admin", "Ade Okafor"));
    await office.getByRole("link", { name: "Audit" }).click();
    await expect(
      office.getByRole("row").filter({ hasText: "Finished the import of outcomes" }).first(),
    ).toBeVisible();
  });
});

const acted = (page: Page, people: number) =>
  page.getByRole("img", { name: new RegExp(`Acted: ${people} of \\d+ supplied`) }).first();

const choose = (page: Page, label: string, name: string, file: string) =>
  page.getByLabel(label).setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(file) });

/** The sample files about people of this test's own, whom nobody texts: other journeys text those of the sample. */
function ownFiles(mark: string) {
  const sample = (name: string) =>
    readFileSync(`public/sample-${name}.csv`, "utf8").replace(/VC73(\d{4})/gi, `${mark}$1`);
  const rows: string[][] = parse(sample("roster"), { relax_column_count: true, relax_quotes: true });
  const [heading = [], ...people] = rows;
  const phone = heading.indexOf("phone");
  const roster = [heading, ...people.map((cells) => cells.map((cell, i) => (i === phone ? "" : cell)))];
  return {
    roster: roster
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
      .join("\n"),
    /** All days but those that are wrong on purpose are this one. */
    on: (today: string) => {
      const dated = (name: string) =>
        sample(name).replace(/2026-02-(0\d|1\d|2\d)|2\/\d+\/2026|202602\d\d/g, today);
      return { claims: dated("claims"), touches: dated("touches") };
    },
  };
}
