import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";

/** Who stands in the queue, from top to bottom. */
const rows = (page: Page) => page.getByRole("region", { name: "Conversations" }).locator("[data-thread]");

test("the longest wait first, rows that keep their places under the pointer, filters, and keys", async ({
  given,
  carrier,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const waiting = async (
    name: string,
    minutes: number,
    more: { language?: string; priority?: number } = {},
  ) => {
    const { phone } = await given.patient(program.id, { name, language: more.language ?? "en" });
    const since = new Date(Date.now() - minutes * 60_000);
    const thread = await given.thread(program.id, sender.id, phone.id, {
      ...{ waitingSince: since, lastMessageAt: since, priority: more.priority ?? 2 },
    });
    return { phone, thread };
  };
  await waiting("Ana Torres", 20);
  const rosa = await waiting("Rosa Marín", 90, { language: "es" });
  const mei = await waiting("Mei Chen", 5, { priority: 1 });
  const luis = await given.patient(program.id, { name: "Luis Ortega" });
  const ward = await signedIn(nurse);

  await test.step("urgent ones, then the longest wait", async () => {
    await expect(rows(ward)).toHaveText([/Mei Chen/, /Rosa Marín/, /Ana Torres/]);
    await expect(rows(ward).first()).toContainText("Urgent");
    await expect(ward.getByRole("link", { name: "Needs a person 3" })).toBeVisible();
  });

  await test.step("a new text moves no row under the pointer, and is there when it is asked for", async () => {
    await rows(ward).nth(1).hover();
    await carrier.text(luis.phone.e164, sender.number, "Are you open today?");
    await carrier.text(rosa.phone.e164, sender.number, "¿Me llaman por favor?");
    await expect(rows(ward).nth(1)).toContainText("¿Me llaman por favor?");
    await expect(ward.getByRole("button", { name: "1 new" })).toBeVisible();
    await expect(rows(ward)).toHaveText([/Mei Chen/, /Rosa Marín/, /Ana Torres/]);
    await ward.getByRole("button", { name: "1 new" }).click();
    await expect(rows(ward)).toHaveText([/Mei Chen/, /Rosa Marín/, /Ana Torres/, /Luis Ortega/]);
    await expect(rows(ward).first()).toBeFocused();
  });

  await test.step("j and k go through the rows, Enter opens one, and j there the next", async () => {
    await ward.keyboard.press("j");
    await expect(rows(ward).nth(1)).toBeFocused();
    await ward.keyboard.press("k");
    await expect(rows(ward).first()).toBeFocused();
    await ward.keyboard.press("Enter");
    await expect(ward).toHaveURL(new RegExp(`/inbox/${mei.thread.id}`));
    await expect(ward.getByRole("heading", { level: 1, name: "Mei Chen" })).toBeFocused();
    await ward.keyboard.press("j");
    await expect(ward).toHaveURL(new RegExp(`/inbox/${rosa.thread.id}`));
    await expect(ward.getByRole("heading", { level: 1, name: "Rosa Marín" })).toBeVisible();
  });

  await test.step("a filter narrows the rows and the counts, says so, and comes off", async () => {
    await ward.getByRole("link", { name: /Needs a person/ }).click();
    await ward.getByText("Filter", { exact: true }).click();
    await ward.getByLabel("Language").selectOption({ label: "Spanish" });
    await ward.getByRole("button", { name: "Show", exact: true }).click();
    await expect(ward).toHaveURL(/[?&]language=es/);
    await expect(rows(ward)).toHaveText([/Rosa Marín/]);
    await expect(ward.getByRole("link", { name: "Needs a person 1" })).toBeVisible();
    await ward.getByRole("link", { name: "Mine 0" }).click();
    await expect(ward.getByText("Nothing here with this filter")).toBeVisible();
    await ward.getByRole("link", { name: /Spanish.*take this off/ }).click();
    await expect(ward.getByText("You hold no conversation")).toBeVisible();
  });
});

test("the queue stays where it was from one conversation to the next, and is as of now when one comes back to it", async ({
  given,
  carrier,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const names = Array.from({ length: 24 }, (_, i) => `Patient ${String.fromCharCode(65 + i)}`);
  const numbers: string[] = [];
  for (const [i, name] of names.entries()) {
    const { phone } = await given.patient(program.id, { name });
    const since = new Date(Date.now() - (120 - i) * 60_000);
    await given.thread(program.id, sender.id, phone.id, { waitingSince: since, lastMessageAt: since });
    numbers.push(phone.e164);
  }
  const ward = await signedIn(nurse);
  const pane = ward.locator("[data-queue]");
  const place = () => pane.evaluate((element) => element.scrollTop);
  await expect(rows(ward)).toHaveCount(24);

  await test.step("opening one, and the one after it by key, leaves the queue where it was", async () => {
    await rows(ward).nth(15).scrollIntoViewIfNeeded();
    await rows(ward).nth(15).click();
    await expect(ward.getByRole("heading", { level: 1, name: "Patient P" })).toBeFocused();
    const before = await place();
    expect(before).toBeGreaterThan(300);
    await ward.mouse.move(1_200, 300);
    await ward.keyboard.press("j");
    await expect(ward.getByRole("heading", { level: 1, name: "Patient Q" })).toBeFocused();
    await expect(rows(ward).nth(16)).toHaveAttribute("aria-current", "true");
    expect(await place()).toBe(before);
  });

  await test.step("what came while she was elsewhere is there when she comes back, each time", async () => {
    const [away, back] = ["Patients", "Inbox"].map((name) =>
      ward.getByRole("navigation", { name: "Main" }).getByRole("link", { name }),
    );
    await expect(ward.getByText("Live", { exact: true })).toBeVisible();
    for (const words of ["Are you open today?", "And tomorrow?"]) {
      await back?.click();
      await expect(ward.getByRole("heading", { level: 1, name: "Waiting for your team" })).toBeVisible();
      await away?.click();
      await expect(ward.getByRole("heading", { level: 1, name: "Patients" })).toBeVisible();
      await carrier.text(numbers[3] ?? "", sender.number, words);
      await back?.click();
      await expect(rows(ward).filter({ hasText: "Patient D" })).toContainText(words);
    }
  });
});
