import { expect, test } from "@/e2e/fixtures";

test("every key is shown, commands are found by typing, and both can be switched off", async ({
  given,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  await given.program({ members: [nurse] });
  const ward = await signedIn(nurse);
  await expect(ward.getByText("Nobody is waiting")).toBeVisible();
  const sheet = ward.getByRole("dialog", { name: "Keys" });
  const palette = ward.getByRole("dialog", { name: "What would you like to do?" });

  await test.step("the palette goes where its command says", async () => {
    await ward.keyboard.press("Control+k");
    const command = ward.getByRole("combobox", { name: "Command" });
    await expect(command).toBeFocused();
    await command.fill("patie");
    await expect(ward.getByRole("option", { name: "Go to Patients" })).toHaveAttribute(
      "aria-selected",
      "true",
    );
    await command.press("Enter");
    await expect(ward).toHaveURL(/\/patients$/);
  });

  await test.step("? shows the keys, and switches them off", async () => {
    await ward.keyboard.press("?");
    await expect(sheet.getByText("Find a command")).toBeVisible();
    await sheet.getByLabel("Single keys do something").uncheck();
    await sheet.getByLabel("Ctrl or Cmd and K finds commands").uncheck();
    await ward.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await ward.keyboard.press("?");
    await ward.keyboard.press("Control+k");
    await ward.getByRole("button", { name: /account and appearance/ }).click();
    await expect(sheet).toHaveCount(0);
    await expect(palette).toHaveCount(0);
  });

  await test.step("without keys the menu shows them, and on they are again", async () => {
    await ward.getByRole("button", { name: "Keys", exact: true }).click();
    await ward.getByLabel("Ctrl or Cmd and K finds commands").check();
    await ward.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await ward.keyboard.press("Control+k");
    await expect(palette).toBeVisible();
    await ward.keyboard.press("Escape");
    await expect(palette).toHaveCount(0);
  });
});
