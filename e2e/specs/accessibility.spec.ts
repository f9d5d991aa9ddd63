import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";

async function check(page: Page, path: string): Promise<void> {
  await page.goto(path);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => [path, colorScheme, v.id, v.nodes[0]?.html])).toEqual([]);
  }
  await page.setViewportSize({ width: 375, height: 720 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect([path, overflow]).toEqual([path, 0]);
  await page.setViewportSize({ width: 1280, height: 720 });
}

test("no screen has a fault that axe can find, in either theme, nor scrolls sideways at 375 px", async ({
  given,
  carrier,
  signedIn,
  page,
}) => {
  test.setTimeout(120_000);
  const nurse = await given.person("nurse", "Nadia Brooks");
  const manager = await given.person("manager", "Marta Lindqvist");
  const program = await given.program({ members: [nurse, manager], createdBy: manager.id });
  const sender = await given.sender(program.id);
  const patient = await given.patient(program.id, { name: "Rosa Marín", language: "es" });
  const thread = await given.thread(program.id, sender.id, patient.phone.id);
  await carrier.text(patient.phone.e164, sender.number, "no puedo ir mañana, ¿me llaman?");

  await check(page, "/sign-in");
  const ward = await signedIn(nurse);
  await expect(ward.getByText("Rosa Marín")).toBeVisible();
  for (const path of ["/inbox", `/inbox/${thread.id}`, "/inbox?view=mine", "/nowhere"])
    await check(ward, path);
  const desk = await signedIn(manager);
  const tabs = ["results", "campaigns", "campaigns/new", "rosters", "settings"];
  for (const path of ["/programs", "/programs/new", ...tabs.map((tab) => `/programs/${program.id}/${tab}`)])
    await check(desk, path);
  const office = await signedIn(await given.person("admin", "Ade Okafor"));
  for (const path of ["/users", "/senders", "/audit"]) await check(office, path);
});
