import { expect, test } from "@/e2e/fixtures";

test("a signed form lets texts go again, and a tick for one stop is none for the next", async ({
  given,
  carrier,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const rosa = await given.patient(program.id);
  const thread = await given.thread(program.id, sender.id, rosa.phone.id);
  const says = (words: string) => carrier.text(rosa.phone.e164, sender.number, words);
  const [ward, other] = [await signedIn(nurse), await signedIn(nurse)];
  await other.goto(`/inbox/${thread.id}`);
  await says("STOP");
  await expect(other.getByText("No one can text this number")).toBeVisible();

  const tick = ward.getByLabel("They signed after the stop. Let texts go to this number again.");
  await test.step("the nurse fills in the form", async () => {
    await ward.goto(`/patients/${rosa.id}`);
    await expect(ward.getByText("No. The patient stopped texts to this number.").first()).toBeVisible();
    await ward.getByText("Record consent, or that it was taken back").click();
    await ward.getByLabel("How you know").selectOption({ label: "On a signed form" });
    await ward.getByLabel("Where the signed form lies").fill("Scanned into the chart");
    await tick.check();
  });

  await test.step("the patient says STOP once more: the tick was not about that", async () => {
    await says("stop!");
    await expect(other.getByRole("log", { name: "Texts" }).getByText("stop!", { exact: true })).toBeVisible();
    await expect(tick).not.toBeChecked();
    await expect(ward.getByLabel("Where the signed form lies")).toHaveValue("Scanned into the chart");
  });

  await test.step("signed after that one too, it counts", async () => {
    await tick.check();
    await ward.getByRole("button", { name: "Record", exact: true }).click();
    await expect(ward.getByText("No. The patient stopped texts to this number.")).toHaveCount(0);
    await expect(ward.getByText("Yes, you may reply to this number now.")).toBeVisible();
    await expect(other.getByLabel("Reply")).toBeVisible();
  });

  await test.step("and taken back on a call, campaigns no longer text them", async () => {
    const record = ward.getByText("Record consent, or that it was taken back");
    if (!(await ward.getByLabel("They take consent back").isVisible())) await record.click();
    await ward.getByLabel("They take consent back").check();
    await ward.getByLabel("How you know").selectOption({ label: "On a call" });
    await ward.getByRole("button", { name: "Record", exact: true }).first().click();
    await expect(ward.getByText("No. There is no consent to text this patient.")).toBeVisible();
  });
});
