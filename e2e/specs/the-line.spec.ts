import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { rosterCanaries } from "@/db/testing/canaries";
import { scanDatabase } from "@/db/testing/phi-scan";
import { expect, test } from "@/e2e/fixtures";

const rosterFile = "public/sample-roster.csv";
// People of the sample roster who are textable and have consented; see the file.
const answers = { member: "VC730008", name: "Evelyn Keller", phone: "+16195550164" };
const stops = { name: "Nora Carter", phone: "+17135550145" };

test("a roster comes in, a campaign goes out, patients answer, a nurse replies, the counts move", async ({
  given,
  carrier,
  signedIn,
}) => {
  test.setTimeout(180_000);
  const manager = await given.person("manager", "Marta Lindqvist");
  const nurse = await given.person("nurse", `Nadia ${manager.id.slice(-6)}`);
  const sender = await given.sender(null);
  const desk = await signedIn(manager);
  const ward = await signedIn(nurse);

  await test.step("the manager creates a program", async () => {
    await desk.getByRole("link", { name: "Create a program" }).first().click();
    await desk.getByLabel("Name of the program").fill("Spring visits");
    await desk.getByLabel("Desired action").fill("Came to the visit that was due");
    await desk.getByLabel("Name that texts use").fill("Valley Care");
    await desk.getByLabel(spoken(sender.number)).check();
    await desk.getByLabel(`${nurse.name}, nurse`).check();
    await desk.getByRole("button", { name: "Create this program" }).click();
    await expect(desk.getByRole("link", { name: "Rosters" })).toBeVisible();
  });

  await test.step("uploads the sample roster, sees a verdict for every row, and imports it", async () => {
    await desk.getByRole("link", { name: "Rosters" }).click();
    await desk.getByLabel("Roster file").setInputFiles(rosterFile);
    await desk.getByRole("button", { name: "Upload and check" }).click();
    const go = desk.getByRole("button", { name: /^Import \d+ patients$/ });
    await expect(go).toBeVisible();
    await expect(desk.getByText(/of 300 rows can be imported/)).toBeVisible();
    await go.click();
    await expect(desk.getByText(/^\d+ patients imported$/)).toBeVisible({ timeout: 30_000 });
  });

  const reachable =
    await test.step("writes a campaign in two languages and sees who will get it", async () => {
      await desk.getByRole("link", { name: "Go to campaigns" }).click();
      await desk.getByRole("link", { name: "Write a campaign" }).click();
      await desk.getByLabel("Name of the campaign").fill("First invitation");
      await desk.getByRole("button", { name: "Save draft" }).click();
      await expect(desk.getByText("No consent on file")).toBeVisible();
      const launch = desk.getByRole("button", { name: /^Launch to \d+ people$/ });
      return Number(/\d+/.exec((await launch.textContent()) ?? "")?.[0]);
    });

  await test.step("launches it, and every text leaves through the carrier", async () => {
    await desk.getByRole("button", { name: `Launch to ${reachable} people` }).click();
    await desk.getByLabel(`Type ${reachable} to confirm`).fill(String(reachable));
    await desk
      .getByRole("dialog")
      .getByRole("button", { name: `Launch to ${reachable} people` })
      .click();
    await expect(factOf(desk, "Sent")).toHaveText(`${reachable} of ${reachable} people (100 %)`, {
      timeout: 60_000,
    });
    await expect(factOf(desk, "Delivered")).toContainText(/ people texted/);
    const [text, ...more] = await carrier.sentTo(answers.phone);
    expect(more).toEqual([]);
    expect(text?.text).toBe(
      "Hi Evelyn, Valley Care has a message for you. Reply 1 for a call, STOP to stop.",
    );
  });

  await test.step("a patient's answer appears in the nurse's inbox without reloading", async () => {
    await expect(ward.getByText("Nobody is waiting").first()).toBeVisible();
    await carrier.text(answers.phone, sender.number, "yes please call me after five");
    await expect(
      ward.getByRole("link", { name: /Evelyn Keller.*yes please call me after five/s }),
    ).toBeVisible();
  });

  await test.step("the nurse claims it and replies, and the patient gets the words once", async () => {
    await ward.getByRole("link", { name: /Evelyn Keller/ }).click();
    await ward.getByRole("button", { name: "Claim" }).click();
    await expect(ward.getByText("You have this")).toBeVisible();
    await expect(ward.getByText(/Valley Care has a message/)).toBeVisible();
    await ward.getByLabel("Reply").fill("We will call you at 5:30 today.");
    await ward.getByLabel("Reply").press("Control+Enter");
    await expect(
      ward.getByRole("article").filter({ hasText: "We will call you at 5:30" }).getByText("Delivered"),
      // Five seconds pass before a reply leaves.
    ).toBeVisible({ timeout: 25_000 });
    const sent = (await carrier.sentTo(answers.phone)).map((line) => line.text);
    expect(sent.filter((words) => words === "We will call you at 5:30 today.")).toHaveLength(1);
  });

  await test.step("records the desired action and closes with a disposition", async () => {
    await ward.getByRole("button", { name: "Record" }).click();
    await expect(ward.getByText(/^Done on \d/)).toBeVisible();
    await ward.getByRole("button", { name: "End", exact: true }).click();
    await ward.getByLabel("How it ended").selectOption({ label: "Answered" });
    await ward.getByRole("button", { name: "Close as answered" }).click();
    await expect(ward.getByText("Nobody is waiting").first()).toBeVisible();
  });

  await test.step("STOP is honoured at once, confirmed once, and shown", async () => {
    await carrier.text(stops.phone, sender.number, "STOP");
    await expect
      .poll(async () => (await carrier.sentTo(stops.phone)).map((line) => line.text))
      .toContain("Valley Care: you will get no more texts from us. Reply START to get them again.");
    await carrier.text(stops.phone, sender.number, "who are you?");
    await ward.getByRole("link", { name: new RegExp(stops.name) }).click();
    await expect(ward.getByText("No one can text this number")).toBeVisible();
    await expect(ward.getByLabel("Reply")).toHaveCount(0);
  });

  await test.step("the manager's results moved with all of it", async () => {
    await desk.getByRole("link", { name: "Results" }).click();
    await expect(desk.getByRole("img", { name: /Replied: 2 of \d+ reached/ }).first()).toBeVisible();
    await expect(desk.getByRole("img", { name: /Acted: 1 of \d+ supplied/ }).first()).toBeVisible();
    await expect(desk.getByRole("img", { name: /Stopped: 1 of \d+ sent a text/ }).first()).toBeVisible();
  });

  await test.step("and move on while she looks", async () => {
    await carrier.text("+13055550154", sender.number, "thanks");
    // Results read themselves anew every ten seconds at most.
    await expect(desk.getByRole("img", { name: /Replied: 3 of \d+ reached/ }).first()).toBeVisible({
      timeout: 30_000,
    });
  });

  await test.step("the admin sees the people and what was done", async () => {
    const office = await signedIn(await given.person("admin", "Ade Okafor"));
    await expect(
      office
        .getByRole("cell", { name: new RegExp(nurse.name) })
        .or(office.getByText(nurse.name))
        .first(),
    ).toBeVisible();
    await office.getByRole("link", { name: "Audit" }).click();
    await expect(rowOf(office, "Launched a campaign", manager.name)).toBeVisible();
    await expect(rowOf(office, "Replied to a patient", nurse.name)).toBeVisible();
    await expect(office.getByText(/Chain intact/)).toBeVisible();
  });

  await test.step("and no column of the database shows a patient", async () => {
    const canaries = [
      ...rosterCanaries(readFileSync(rosterFile, "utf8")),
      ...[
        "We will call you at 5:30 today",
        "yes please call me after five",
        "Hi Evelyn, Valley Care has",
      ].map((value) => ({
        kind: "text" as const,
        value,
      })),
    ];
    const scan = await scanDatabase(process.env.DATABASE_URL ?? "", canaries);
    expect(scan.rows).toBeGreaterThan(1_000);
    expect(scan.findings).toEqual([]);
  });
});

const rowOf = (page: Page, what: string, who: string) =>
  page.getByRole("row").filter({ hasText: what }).filter({ hasText: who }).first();

/** What a list of facts says about one term. */
const factOf = (page: Page, term: string) =>
  page
    .locator("dl > div")
    .filter({ has: page.getByText(term, { exact: true }) })
    .locator("dd");

/** +16195550164 as the form writes it. */
const spoken = (e164: string) => `(${e164.slice(2, 5)}) ${e164.slice(5, 8)}-${e164.slice(8)}`;
