import { expect, test } from "@/e2e/fixtures";

test("a reply is written by one manager, reviewed by another, and chosen by a nurse in the patient's language", async ({
  given,
  carrier,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const writer = await given.person("manager", "Marta Lindqvist");
  const reviewer = await given.person("manager", "Priya Raman");
  const program = await given.program({ members: [nurse, writer, reviewer] });
  const sender = await given.sender(program.id);
  const { phone } = await given.patient(program.id, { name: "Rosa Marín", language: "es" });
  const thread = await given.thread(program.id, sender.id, phone.id);
  await carrier.text(phone.e164, sender.number, "¿me llaman?");

  await test.step("written, and not used yet", async () => {
    const desk = await signedIn(writer);
    await desk.goto(`/programs/${program.id}/replies/new`);
    await desk.getByLabel("Name").fill("Will call today");
    await desk.getByLabel("Words in English").fill("Hi {first_name}, we will call you today.");
    await desk.getByLabel(/Words in Spanish/).fill("Hola {first_name}, le llamamos hoy.");
    await desk.getByRole("button", { name: "Save, to be reviewed" }).click();
    await expect(desk.getByText("Waits for somebody else to review it")).toBeVisible();
  });

  await test.step("reviewed by somebody else", async () => {
    const desk = await signedIn(reviewer);
    await desk.goto(`/programs/${program.id}/replies`);
    await desk.getByRole("link", { name: "Will call today" }).click();
    await desk.getByRole("button", { name: "I have read it: nurses may use it" }).click();
    await expect(desk.getByText("In use, reviewed by Priya Raman")).toBeVisible();
  });

  await test.step("chosen by key, in Spanish and with her name, and sent", async () => {
    const ward = await signedIn(nurse);
    await ward.goto(`/inbox/${thread.id}`);
    await expect(ward.getByText("Live", { exact: true })).toBeVisible();
    await ward.keyboard.press("q");
    await expect(ward.getByRole("option", { name: /Hola Rosa, le llamamos hoy\./ })).toBeVisible();
    await ward.getByRole("combobox", { name: "Find a reply" }).press("Enter");
    const field = ward.getByLabel("Reply", { exact: true });
    await expect(field).toHaveValue("Hola Rosa, le llamamos hoy.");
    await expect(field).toBeFocused();
    await field.press("Control+Enter");
    await expect
      .poll(async () => (await carrier.sentTo(phone.e164)).map((line) => line.text), { timeout: 20_000 })
      .toEqual(["Hola Rosa, le llamamos hoy."]);
  });
});
