import { expect, test } from "@/e2e/fixtures";

test("a text from an unknown number waits in its own view; a picture is noted and not opened", async ({
  given,
  carrier,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const stranger = given.fictionalNumber();
  const ward = await signedIn(nurse);
  await expect(ward.getByText("Nobody is waiting").first()).toBeVisible();

  await carrier.text(stranger, sender.number, "is this the clinic?");
  await ward.getByRole("link", { name: "Look at 1 from unknown numbers" }).click();
  await ward.getByRole("link", { name: /Unknown number.*is this the clinic/s }).click();
  await expect(ward.getByRole("heading", { name: "Unknown number" })).toBeVisible();
  await expect(ward.getByText("Nobody on file has it")).toBeVisible();

  await carrier.picture(stranger, sender.number);
  await expect(
    ward.getByText("The patient sent a picture. It was not opened: ask what it shows."),
  ).toBeVisible();
  await ward.getByLabel("Reply").fill("Yes. What does the picture show?");
  await ward.getByRole("button", { name: "Reply", exact: true }).click();
  // It stands open: this view is one of those behind "More".
  await expect(ward.getByRole("link", { name: "Unknown numbers 0" })).toBeVisible();
  await expect(ward.getByRole("link", { name: "Needs a person 0" })).toBeVisible();
});
