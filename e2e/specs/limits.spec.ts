import { expect, test } from "@/e2e/fixtures";

test("a manager sets when and how often outreach goes, and where texts may link to", async ({
  given,
  signedIn,
}) => {
  const manager = await given.person("manager", "Marta Lindqvist");
  const program = await given.program({ members: [manager], createdBy: manager.id });
  await given.sender(program.id);
  const desk = await signedIn(manager);
  const settings = `/programs/${program.id}/settings`;

  await test.step("hours and limits are kept", async () => {
    await desk.goto(settings);
    await desk.getByLabel("Until").selectOption({ label: "8:00 pm" });
    await desk.getByLabel("On Sundays too").check();
    await desk.getByLabel("In seven days").selectOption({ label: "2 texts" });
    await desk.getByRole("button", { name: "Save when and how often" }).click();
    const seen = desk.locator('input[name="seen"]').first();
    await expect(seen).toHaveValue(/20:00/);
    await desk.reload();
    await expect(desk.getByLabel("Until")).toHaveValue(/^20:00/);
    await expect(desk.getByLabel("On Sundays too")).toBeChecked();
    await expect(desk.getByLabel("In seven days")).toHaveValue("2");
  });

  const text = "{brand} has a message: https://valleycare.example/visit Reply STOP to stop.";
  await test.step("a link to a host that nobody allowed holds a campaign back", async () => {
    await desk.goto(`/programs/${program.id}/campaigns/new`);
    await desk.getByLabel("Name of the campaign").fill("With a link");
    await desk.getByLabel("Text in English").fill(text);
    await desk.getByRole("button", { name: "Save draft" }).click();
    await expect(desk.getByText("A text cannot go out like this. Nothing was saved yet.")).toBeVisible();
    await expect(desk.getByLabel("Text in English")).toHaveValue(text);
  });

  await test.step("allowed, it may go", async () => {
    await desk.goto(settings);
    await desk.getByLabel("Hosts").fill("valleycare.example");
    await desk.getByRole("button", { name: "Save hosts" }).click();
    await expect(desk.locator('input[value="valleycare.example"]')).toHaveCount(1);
    await desk.goto(`/programs/${program.id}/campaigns/new`);
    await desk.getByLabel("Name of the campaign").fill("With a link");
    await desk.getByLabel("Text in English").fill(text);
    await desk.getByRole("button", { name: "Save draft" }).click();
    await expect(desk.getByRole("heading", { name: "With a link" })).toBeVisible();
  });
});
