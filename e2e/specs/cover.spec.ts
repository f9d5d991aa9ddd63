import { expect, test } from "@/e2e/fixtures";

test("a nurse takes cover, a colleague sees it, and reads what was handed over", async ({
  given,
  carrier,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const colleague = await given.person("nurse", "Dana Ortiz");
  const program = await given.program({ members: [nurse, colleague] });
  const sender = await given.sender(program.id);
  const { phone } = await given.patient(program.id, { name: "Rosa Marín" });
  const thread = await given.thread(program.id, sender.id, phone.id);
  await carrier.text(phone.e164, sender.number, "Are you open today?");
  const [ward, desk] = [await signedIn(nurse), await signedIn(colleague)];

  await test.step("taken by one, seen by the other", async () => {
    await ward.getByRole("button", { name: /Nobody covers/ }).click();
    await ward.getByLabel("How long").selectOption({ label: "for 4 hours" });
    await ward.getByRole("button", { name: "Cover this" }).click();
    await expect(ward.getByRole("button", { name: /You cover until/ })).toBeVisible();
    await expect(desk.getByRole("button", { name: /Nadia Brooks covers until/ })).toBeVisible();
  });

  await test.step("what she holds goes back, and her note is read by the next", async () => {
    await ward.goto(`/inbox/${thread.id}`);
    await ward.getByRole("button", { name: "Claim" }).click();
    await expect(ward.getByRole("button", { name: "Release" })).toBeVisible();
    await ward.getByRole("button", { name: /You cover until/ }).click();
    await ward.getByRole("button", { name: "Give back all that I hold" }).click();
    await expect(ward.getByRole("button", { name: "Claim" })).toBeVisible();
    await ward.getByLabel("For whoever comes next").fill("Rosa waits for a call at four.");
    await ward.getByRole("button", { name: "Hand over and end" }).click();

    await desk.getByRole("button", { name: /Nobody covers/ }).click();
    await expect(desk.getByText("Rosa waits for a call at four.")).toBeVisible();
    await expect(desk.getByText(/Handed over by Nadia Brooks/)).toBeVisible();
  });
});
