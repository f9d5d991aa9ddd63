import { expect, test } from "@/e2e/fixtures";

const conversations = 30;

// Thirty of them, one after the other, while the machine may have other work.
test.setTimeout(240_000);

test("a nurse works off thirty conversations by keyboard alone, and each patient is answered once", async ({
  given,
  carrier,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const phones: string[] = [];
  for (let i = 0; i < conversations; i++) {
    const { phone } = await given.patient(program.id, { name: `Rosa Marin ${i + 1}` });
    await carrier.text(phone.e164, sender.number, `Question ${i + 1}: can I come later?`);
    phones.push(phone.e164);
  }
  const ward = await signedIn(nurse);
  await expect(ward.getByRole("link", { name: `Needs a person ${conversations}` })).toBeVisible();

  // Keys act once the page is live.
  await expect(ward.getByText("Live", { exact: true })).toBeVisible();
  await ward.keyboard.press("o");
  const question = ward.getByRole("log").getByText(/^Question \d+: can I come later\?$/);
  let before = "";
  for (let i = 0; i < conversations; i++) {
    await expect(question).not.toHaveText(before === "" ? "none yet" : before);
    before = (await question.textContent()) ?? "";
    await ward.keyboard.press("r");
    await expect(ward.getByLabel("Reply", { exact: true })).toBeFocused();
    await ward.keyboard.type("Yes, until five.");
    await ward.keyboard.press("Control+Shift+Enter");
  }
  await expect(ward.getByText("Nobody is waiting")).toBeVisible();

  for (const phone of phones)
    await expect
      .poll(async () => (await carrier.sentTo(phone)).map((line) => line.text), { timeout: 30_000 })
      .toEqual(["Yes, until five."]);
});
