import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";

test("an emergency rings for every nurse until one takes it on, and the patient reads what is safe", async ({
  given,
  carrier,
  signedIn,
}) => {
  test.setTimeout(120_000);
  const nurse = await given.person("nurse", "Nadia Brooks");
  const colleague = await given.person("nurse", "Dana Ortiz");
  const program = await given.program({ members: [nurse, colleague] });
  const sender = await given.sender(program.id);
  const { phone } = await given.patient(program.id, { name: "Rosa Marín", language: "es" });
  const thread = await given.thread(program.id, sender.id, phone.id);
  const [ward, desk] = [await signedIn(nurse), await signedIn(colleague)];
  await expect(ward.getByText("Nobody is waiting").first()).toBeVisible();
  await desk.goto("/patients");
  const ringing = "Emergency: Rosa Marín “no siento al bebe”";

  await test.step("both see who and why within seconds, on whatever page, and in the tab", async () => {
    await carrier.text(phone.e164, sender.number, "no siento al bebe desde ayer");
    for (const page of [ward, desk]) {
      await expect(ringingOn(page)).toHaveText(ringing);
      await expect(page).toHaveTitle(/^\(1!\) /);
      expect(await page.title()).not.toContain("Rosa");
    }
  });

  await test.step("the patient reads in Spanish what to do", async () => {
    await expect(async () => {
      const sent = await carrier.sentTo(phone.e164);
      expect(sent.map(({ text }) => text)).toEqual([expect.stringContaining("llame al 911")]);
    }).toPass();
  });

  await test.step("the conversation shows which words raised what", async () => {
    await desk.getByRole("link", { name: "Open", exact: true }).click();
    await expect(desk).toHaveURL(new RegExp(thread.id));
    const why = desk.getByRole("list", { name: "Why this may be urgent" });
    await expect(why).toContainText("Emergency");
    await expect(why).toContainText("Baby moves less or not: no siento al bebe");
    await expect(desk.getByText(/nobody has acknowledged it/)).toBeVisible();
  });

  await test.step("acknowledged by one with a key, it stops for the other, who sees by whom", async () => {
    await ward.keyboard.press("a");
    await expect(ward.getByText("You acknowledged the emergency of Rosa Marín.")).toBeVisible();
    for (const page of [ward, desk]) {
      await expect(page.getByText(ringing)).toHaveCount(0);
      await expect(page).toHaveTitle(/^(?!\(1!\))/);
    }
    await expect(desk.getByText(/acknowledged by Nadia Brooks/)).toBeVisible();
    await expect(desk.getByText(/Nadia Brooks has this/).first()).toBeVisible();
  });

  await test.step("how urgent it is, is decided with a reason, and answers the flag", async () => {
    await ward.getByRole("link", { name: "Open", exact: true }).click();
    await expect(ward).toHaveURL(new RegExp(thread.id));
    await expect(ward.getByText("One flag waits for somebody's decision.")).toBeVisible();
    await ward.keyboard.press("f");
    const dialog = ward.getByRole("dialog", { name: "How urgent is this?" });
    await dialog.getByLabel("Routine").check();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByText(/Say why, in a few words/).first()).toBeVisible();
    await dialog.getByLabel("Why").fill("Called: the baby moves again.");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(desk.getByText("Decided by Nadia Brooks")).toBeVisible();
    await expect(desk.getByText(/acknowledged by Nadia Brooks/)).toHaveCount(0);
  });
});

test("what nobody acknowledges goes to the manager, without a word about the patient", async ({
  given,
  carrier,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const manager = await given.person("manager", "Marta Lindqvist");
  const program = await given.program({ members: [nurse, manager], name: "Prenatal visits" });
  const sender = await given.sender(program.id);
  const { phone } = await given.patient(program.id, { name: "Rosa Marín", language: "es" });
  const thread = await given.thread(program.id, sender.id, phone.id);
  const desk = await signedIn(manager);
  await desk.goto("/programs");
  await carrier.text(phone.e164, sender.number, "no puedo respirar");

  await expect(async () => {
    expect(await given.overdue(thread.id)).toBe(1);
  }).toPass();
  await expect(ringingOn(desk)).toHaveText("An emergency in Prenatal visits waits. Reach a nurse.");
  await expect(desk.getByRole("button", { name: "Acknowledge" })).toHaveCount(0);
  await expect(desk.getByText("Rosa")).toHaveCount(0);
});

test("the alert can be tested before it is needed, and its sound switched on", async ({
  given,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  await given.program({ members: [nurse] });
  const ward = await signedIn(nurse);
  await ward.getByRole("button", { name: /account and appearance/ }).click();
  await expect(ward.getByLabel("Sound on an emergency")).not.toBeChecked();
  await ward.getByLabel("Sound on an emergency").check();
  await ward.getByRole("button", { name: "Test the alert" }).click();
  await expect(ringingOn(ward)).toHaveText("This is a test. No patient waits.");
  await expect(ward).toHaveTitle(/^\(1!\) /);
  await ward.getByRole("button", { name: "End the test" }).click();
  await expect(ringingOn(ward)).toHaveCount(0);
  await expect(ward).toHaveTitle(/^(?!\(1!\))/);
});

const ringingOn = (page: Page) => page.getByRole("region", { name: "Emergencies" }).getByRole("alert");
