import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";

const heading = "Nummer,Wer,Geboren,Anruf,Darf,Sprache";
const good = Array.from(
  { length: 12 },
  (_, i) => `JR-70${String(i).padStart(2, "0")},"Marín, Rosa",1990-02-${10 + i},907-555-01${50 + i},Y,es`,
);
const bad = [
  'JR-7100,"Soto, Luis",,907-555-0170,Y,es',
  'JR-7101,"=Ruiz, Ana",1990-01-01,9.07556E+09,Y,es',
  'JR-7000,"Marín, Rosa",1990-02-10,907-555-0150,Y,es',
];
const file = [heading, ...good, ...bad].join("\r\n");

test("a roster with strange headings is mapped, checked, corrected and imported; again, it changes nothing", async ({
  given,
  signedIn,
}) => {
  test.setTimeout(120_000);
  const manager = await given.person("manager", "Marta Lindqvist");
  const program = await given.program({ members: [manager], createdBy: manager.id });
  const desk = await signedIn(manager);
  await desk.goto(`/programs/${program.id}/rosters`);

  await test.step("she says which column is which", async () => {
    await upload(desk);
    await expect(desk.getByText("Say which column is which")).toBeVisible();
    await expect(desk.getByRole("cell", { name: "JR-7000 · JR-7001 · JR-7002" })).toBeVisible();
    await expect(desk.getByLabel('What "Nummer" is')).toHaveValue("member_id");
    await desk.getByLabel('What "Anruf" is').selectOption({ label: "Leave out" });
    await desk.getByRole("button", { name: "Check the rows with these columns" }).click();
    await expect(desk.getByText(/^Still missing: Phone\./)).toBeVisible();
    await desk.getByLabel('What "Anruf" is').selectOption({ label: "Phone" });
    await desk.getByLabel('What "Sprache" is').selectOption({ label: "Language" });
    await desk.getByRole("button", { name: "Check the rows with these columns" }).click();
    await expect(desk.getByText(/12 of 15 rows can be imported/)).toBeVisible();
  });

  await test.step("sees what importing does, and looks at a part of the rows", async () => {
    await expect(desk.getByRole("definition").filter({ hasText: /^12$/ }).first()).toBeVisible();
    await desk.getByRole("link", { name: "Left out 3" }).click();
    await expect(desk.getByRole("row", { name: /No birth date\./ })).toBeVisible();
    await expect(desk.getByRole("table", { name: /Rows of the file/ }).getByRole("row")).toHaveCount(4);
    await desk.getByRole("link", { name: "Duplicate 1" }).click();
    await expect(desk.getByText("The same member number as on line 2, which is used.")).toBeVisible();
  });

  await test.step("downloads the rows that were left out", async () => {
    const downloading = desk.waitForEvent("download");
    await desk.getByRole("link", { name: "Download the rows left out" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^rejected-rows-\d{4}-\d\d-\d\d\.csv$/);
    const lines = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe('14,No birth date.,JR-7100,"Soto, Luis",,907-555-0170,Y,es');
    expect(lines[2]).toContain(`"'=Ruiz, Ana"`);
  });

  await test.step("takes back a column, and has it checked anew", async () => {
    await desk.getByText("Columns: 6 used, 0 left out").click();
    await desk.getByRole("button", { name: "Change the columns" }).click();
    await desk.getByLabel('What "Sprache" is').selectOption({ label: "Leave out" });
    await desk.getByRole("button", { name: "Check the rows with these columns" }).click();
    await expect(desk.getByText("Columns: 5 used, 1 left out")).toBeVisible();
    await expect(desk.getByText(/12 of 15 rows can be imported/)).toBeVisible();
  });

  await test.step("imports it", async () => {
    await desk.getByRole("button", { name: "Import 12 patients" }).click();
    await expect(desk.getByText("12 patients imported")).toBeVisible({ timeout: 30_000 });
    await expect(desk.getByText("12 were new, 0 changed, 0 as we knew them.")).toBeVisible();
  });

  await test.step("the same file again is known by itself, and changes nothing", async () => {
    await desk.getByRole("link", { name: "Rosters" }).first().click();
    await upload(desk);
    await expect(desk.getByText(/12 of 15 rows can be imported/)).toBeVisible();
    await expect(desk.getByRole("link", { name: "Unchanged 12" })).toBeVisible();
    await expect(desk.getByRole("link", { name: /^New/ })).toHaveCount(0);
  });
});

async function upload(desk: Page): Promise<void> {
  await desk
    .getByLabel("Roster file")
    .setInputFiles({ name: "march.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await desk.getByRole("button", { name: "Upload and check" }).click();
}
