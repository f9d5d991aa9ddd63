import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";

const english = {
  language: "en",
  keywords: { help: "HELP", stop: "STOP", start: "START" },
  answers: {
    help: "Valley Care: texts from your care team, up to 3 a week. Reply here and a person will read it. Msg & data rates may apply. Reply STOP to stop.",
    stop: "Valley Care: you will get no more texts from us. Reply START to get them again.",
    start:
      "Valley Care: texts are on again, up to 3 a week. Msg & data rates may apply. Reply HELP for help, STOP to stop.",
  },
};
const spanish = {
  language: "es",
  keywords: { help: "Ayuda", stop: "ALTO", start: "inicio" },
  answers: {
    help: "Valley Care: mensajes de su equipo, hasta 3 por semana. Responda y una persona lo lee. Pueden aplicar tarifas. Responda STOP para parar.",
    stop: "Valley Care: ya no le enviaremos mensajes. Responda START para recibirlos de nuevo.",
    start:
      "Valley Care: le enviaremos mensajes de nuevo, hasta 3 por semana. Pueden aplicar tarifas. Responda AYUDA para ayuda, STOP para parar.",
  },
};

const asked = "please stop texting me";
const question = (page: Page) => page.getByText("This may be a request to stop texts.");
const noOneCanText = (page: Page) => page.getByText("No one can text this number");
/** A bubble whose words are exactly these. */
const said = (page: Page, words: string) =>
  page.getByRole("log", { name: "Texts" }).getByText(words, { exact: true });

for (const { language, keywords, answers } of [english, spanish])
  test(`HELP, STOP and START work by themselves: ${keywords.help}, ${keywords.stop}, ${keywords.start}`, async ({
    given,
    carrier,
    signedIn,
  }) => {
    const nurse = await given.person("nurse", "Nadia Brooks");
    const program = await given.program({ members: [nurse] });
    const sender = await given.sender(program.id);
    const { phone } = await given.patient(program.id, { language });
    const thread = await given.thread(program.id, sender.id, phone.id);
    const ward = await signedIn(nurse);
    await ward.goto(`/inbox/${thread.id}`);
    const says = (words: string) => carrier.text(phone.e164, sender.number, words);
    const wire = async () => (await carrier.sentTo(phone.e164)).map((line) => line.text);

    await test.step("HELP is answered", async () => {
      await says(keywords.help);
      await expect.poll(wire).toEqual([answers.help]);
      await expect(said(ward, answers.help)).toBeVisible();
    });

    await test.step("STOP counts at once, and is confirmed once though it comes twice", async () => {
      await says(keywords.stop);
      await expect(noOneCanText(ward)).toBeVisible();
      await expect.poll(wire).toEqual([answers.help, answers.stop]);
      await says(keywords.stop);
      await expect(said(ward, keywords.stop)).toHaveCount(2);
      await expect(ward.getByLabel("Reply")).toHaveCount(0);
    });

    await test.step("START undoes it and is answered; only the HELP, which may be a cry, waits for a person", async () => {
      await says(keywords.start);
      await expect(ward.getByLabel("Reply")).toBeVisible();
      // Had the second STOP been confirmed too, that text would stand before this one.
      await expect.poll(wire).toEqual([answers.help, answers.stop, answers.start]);
      await expect(said(ward, answers.start)).toBeVisible();
      await expect(noOneCanText(ward)).toHaveCount(0);
      await expect(ward.getByRole("link", { name: "Needs a person 1" })).toBeVisible();
    });
  });

test("looser wording asks the nurse: S stops the number, and the patient gets one confirmation", async ({
  given,
  carrier,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const rosa = await given.patient(program.id);
  const { e164 } = rosa.phone;
  const wire = async () => (await carrier.sentTo(e164)).map((line) => line.text);
  const ward = await signedIn(nurse);
  await expect(ward.getByText("Nobody is waiting").first()).toBeVisible();

  await test.step("the queue and the conversation say so", async () => {
    await carrier.text(e164, sender.number, asked);
    await ward.getByRole("link", { name: /Rosa Marín.*May ask to stop/s }).click();
    await expect(question(ward)).toBeVisible();
    await expect(ward.getByRole("blockquote")).toHaveText(`“${asked}”`);
    await expect(
      ward.getByRole("article").filter({ hasText: asked }).getByText("May ask to stop"),
    ).toBeVisible();
    expect(await wire()).toEqual([]);
  });

  await test.step("and can be read by everybody, on a phone too", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await ward.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page: ward }).setLegacyMode().analyze();
      expect(violations.map((v) => [colorScheme, v.id, v.nodes[0]?.html])).toEqual([]);
    }
    await ward.setViewportSize({ width: 375, height: 720 });
    await expect(ward.getByRole("button", { name: "Stop texts to this number" })).toBeVisible();
    const overflow = await ward.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await ward.setViewportSize({ width: 1280, height: 720 });
  });

  await test.step("S decides, and the focus stays where it was", async () => {
    const heading = ward.getByRole("heading", { level: 1, name: "Rosa Marín" });
    await heading.focus();
    await ward.keyboard.press("s");
    await expect(noOneCanText(ward)).toBeVisible();
    await expect(question(ward)).toHaveCount(0);
    await expect(
      ward.getByRole("status").filter({ hasText: "Texts to this number are stopped." }),
    ).toHaveCount(1);
    await expect(ward.getByText("A request to stop, decided by Nadia Brooks")).toBeVisible();
    await expect(heading).toBeFocused();
    await expect.poll(wire).toEqual([english.answers.stop]);
  });

  await test.step("a STOP after that is not confirmed again", async () => {
    await carrier.text(e164, sender.number, "STOP");
    await expect(said(ward, "STOP")).toBeVisible();
    await carrier.text(e164, sender.number, "START");
    await expect.poll(wire).toEqual([english.answers.stop, english.answers.start]);
  });
});

test("N says that it is no request; keys mean nothing while somebody writes; a colleague sees it at once", async ({
  given,
  carrier,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const colleague = await given.person("nurse", "Tomas Reyes");
  const program = await given.program({ members: [nurse, colleague] });
  const sender = await given.sender(program.id);
  const { phone } = await given.patient(program.id);
  const thread = await given.thread(program.id, sender.id, phone.id);
  const [ward, other] = [await signedIn(nurse), await signedIn(colleague)];
  for (const page of [ward, other]) await page.goto(`/inbox/${thread.id}`);
  await carrier.text(phone.e164, sender.number, asked);
  for (const page of [ward, other]) await expect(question(page)).toBeVisible();

  await test.step("what is typed is a reply, and a shortcut of the browser's is the browser's", async () => {
    await ward.getByLabel("Reply").pressSequentially("sn");
    await expect(ward.getByLabel("Reply")).toHaveValue("sn");
    await ward.getByRole("heading", { level: 1 }).focus();
    await ward.keyboard.press("Alt+s");
  });

  await test.step("N decides, for both", async () => {
    await ward.keyboard.press("n");
    for (const page of [ward, other]) {
      await expect(page.getByText("Not a request to stop, decided by Nadia Brooks")).toBeVisible();
      await expect(question(page)).toHaveCount(0);
    }
    // Texts may go on: had a key before it stopped the number, nobody could write.
    await expect(ward.getByLabel("Reply")).toHaveValue("sn");
    await expect(ward.getByRole("link", { name: "Needs a person 1" })).toBeVisible();
  });

  await test.step("the buttons do the same, and leave the focus in the conversation", async () => {
    await carrier.text(phone.e164, sender.number, "take me off your list");
    await ward.getByRole("button", { name: "Not a request to stop" }).press("Enter");
    await expect(ward.getByText("Not a request to stop, decided by Nadia Brooks")).toHaveCount(2);
    await expect(question(ward)).toHaveCount(0);
    expect(await ward.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
    expect(await carrier.sentTo(phone.e164)).toEqual([]);
  });
});
