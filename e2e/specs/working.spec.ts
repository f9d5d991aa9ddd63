import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";

const log = (page: Page) => page.getByRole("log", { name: "Texts" });

test("two nurses in one conversation: presence, collision, taking over, and a claim that runs out", async ({
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
  await carrier.text(phone.e164, sender.number, "Can somebody call me?");
  const [ward, desk] = [await signedIn(nurse), await signedIn(colleague)];
  await ward.goto(`/inbox/${thread.id}`);
  await expect(log(ward).getByText("Can somebody call me?")).toBeVisible();

  await test.step("who looks is seen, and who leaves is gone", async () => {
    await desk.goto(`/inbox/${thread.id}`);
    await expect(ward.getByText("Dana Ortiz is looking")).toBeVisible();
    await expect(desk.getByText("Nadia Brooks is looking")).toBeVisible();
    await desk.getByRole("link", { name: "Patients" }).first().click();
    await expect(ward.getByText("Dana Ortiz is looking")).toHaveCount(0);
    await desk.goto(`/inbox/${thread.id}`);
    await expect(ward.getByText("Dana Ortiz is looking")).toBeVisible();
  });

  await test.step("opening claims nothing; one claims by key, and the other sees who and until when", async () => {
    await expect(ward.getByRole("button", { name: "Claim" })).toBeVisible();
    await desk.keyboard.press("c");
    await expect(desk.getByText(/You have this\s+until \d+:\d\d [ap]m/)).toBeVisible();
    await expect(ward.getByText(/Dana Ortiz has this\s+until \d+:\d\d [ap]m/)).toBeVisible();
    await expect(ward.getByRole("button", { name: "Claim" })).toHaveCount(0);
    await expect(log(ward).getByText(/Dana Ortiz claimed this/)).toBeVisible();
  });

  await test.step("what a colleague holds is not closed by another", async () => {
    await ward.keyboard.press("x");
    await expect(ward.getByRole("alert").getByText(/Dana Ortiz has this conversation/)).toBeVisible();
  });

  await test.step("it is taken over with a reason, which both can read", async () => {
    await ward.keyboard.press("t");
    const dialog = ward.getByRole("dialog", { name: "Take this over from Dana Ortiz?" });
    await dialog.getByRole("button", { name: "Take over from Dana Ortiz" }).click();
    await expect(dialog.getByText("Say why, in a few words.").first()).toBeVisible();
    await dialog.getByLabel("Why").fill("Dana is at lunch");
    await dialog.getByLabel("Why").press("Enter");
    await expect(ward.getByText(/You have this/)).toBeVisible();
    await expect(log(desk).getByText("Dana is at lunch")).toBeVisible();
    await expect(log(desk).getByText(/Nadia Brooks, nurse, took this over from Dana Ortiz/)).toBeVisible();
  });

  await test.step("a claim that runs out is anybody's again", async () => {
    await given.claimRunsOut(thread.id);
    await expect(log(desk).getByText(/The claim ran out/)).toBeVisible();
    await expect(desk.getByRole("button", { name: "Claim" })).toBeVisible();
    await desk.keyboard.press("c");
    await expect(desk.getByText(/You have this/)).toBeVisible();
    await desk.keyboard.press("u");
    await expect(ward.getByRole("button", { name: "Claim" })).toBeVisible();
  });
});

test("a note, a call, putting off, and a text that brings it back", async ({ given, carrier, signedIn }) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const { phone } = await given.patient(program.id, { name: "Rosa Marín" });
  const thread = await given.thread(program.id, sender.id, phone.id);
  await carrier.text(phone.e164, sender.number, "I am at work, call me tomorrow");
  const ward = await signedIn(nurse);
  await ward.getByRole("link", { name: /I am at work/ }).click();
  await expect(log(ward).getByText("I am at work")).toBeVisible();

  await test.step("a note stands between the texts, for the team", async () => {
    await ward.keyboard.press("i");
    await ward.getByLabel("Note", { exact: true }).fill("Her mother answers this phone before noon");
    await ward.getByRole("button", { name: "Save note" }).click();
    await expect(ward.getByRole("dialog")).toHaveCount(0);
    await expect(log(ward).getByText("Her mother answers this phone before noon")).toBeVisible();
    await expect(log(ward).getByText(/Nadia Brooks, nurse, noted.*only your team sees it/)).toBeVisible();
  });

  await test.step("put off by key until it is staffed next", async () => {
    await ward.keyboard.press("b");
    await ward.getByLabel(/When somebody is there next: tomorrow, 9:00 am/).check();
    await ward.getByLabel("What for").fill("Call about the visit");
    await ward.getByRole("dialog").getByRole("button", { name: "Put off" }).click();
    await expect(ward.getByText("Put off until tomorrow, 9:00 am", { exact: true }).first()).toBeVisible();
    await expect(ward.getByRole("button", { name: "Bring back now" })).toBeVisible();
    await expect(log(ward).getByText("Call about the visit")).toBeVisible();
  });

  await test.step("and a text brings it back at once", async () => {
    await carrier.text(phone.e164, sender.number, "it is worse now");
    await expect(log(ward).getByText("it is worse now")).toBeVisible();
    await expect(log(ward).getByText(/Back: the patient texted/)).toBeVisible();
    await expect(ward.getByText(/^Waiting (under|\d)/).first()).toBeVisible();
  });

  await test.step("a call ends the wait, and stands with what came of it", async () => {
    await ward.keyboard.press("p");
    await ward.getByLabel("What came of it").fill("Spoke with her, she comes at three");
    await ward.getByRole("button", { name: "Record this contact" }).click();
    await expect(ward.getByText("No answer is due")).toBeVisible();
    await expect(log(ward).getByText(/Nadia Brooks, nurse, reached the patient by phone/)).toBeVisible();
    const about = ward.getByRole("complementary", { name: "About this conversation" });
    await expect(about.getByText(/Today, .*Nadia Brooks/)).toBeVisible();
  });

  await test.step("one key says that no reply is needed, and leads back to the queue", async () => {
    // A dialog has keys of its own until it is gone.
    await expect(ward.getByRole("dialog")).toHaveCount(0);
    await ward.keyboard.press("x");
    await expect(ward).toHaveURL(/\/inbox$/);
    await ward.goto(`/inbox/${thread.id}`);
    await expect(ward.getByText("Closed: No reply needed")).toBeVisible();
  });
});

test("on a shared phone a wrong number is one patient's, and says so on its button", async ({
  given,
  carrier,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const elsewhere = await given.program();
  const sender = await given.sender(program.id);
  const rosa = await given.patient(program.id, { name: "Rosa Marín" });
  await given.patient(program.id, { name: "Luis Marín", on: rosa.phone });
  await given.patient(elsewhere.id, { name: "Hidden Person", on: rosa.phone });
  const thread = await given.thread(program.id, sender.id, rosa.phone.id);
  await carrier.text(rosa.phone.e164, sender.number, "Rosa has another number now");
  const ward = await signedIn(nurse);
  await ward.getByRole("link", { name: /Rosa has another number now/ }).click();
  const about = ward.getByRole("complementary", { name: "About this conversation" });
  await expect(about.getByText("Also used by 1 person outside your programs.")).toBeVisible();

  await ward.keyboard.press("e");
  await ward.getByLabel("How it ended").selectOption({ label: "Wrong number for the patient" });
  await ward.getByRole("button", { name: "Close conversation" }).click();
  await expect(
    ward.getByText("Several patients have this number. Choose whom this is about.").first(),
  ).toBeVisible();
  await ward.getByLabel("Whom is it about?").selectOption({ label: "Rosa Marín" });
  await ward.getByRole("button", { name: "Close, and take this number off Rosa Marín" }).click();
  await expect(ward).toHaveURL(/\/inbox$/);

  await ward.goto(`/inbox/${thread.id}`);
  await expect(ward.getByText("Closed: Wrong number for the patient")).toBeVisible();
  await expect(about.getByRole("link", { name: "Luis Marín" })).toBeVisible();
  await expect(about.getByRole("link", { name: "Rosa Marín" })).toHaveCount(0);
  await expect(ward.getByText("Hidden Person")).toHaveCount(0);
});

test("earlier texts come as the nurse reads up, and what she reads does not move", async ({
  given,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const { phone } = await given.patient(program.id, { name: "Rosa Marín" });
  const thread = await given.thread(program.id, sender.id, phone.id);
  await given.texts(thread.id, 700);
  const ward = await signedIn(nurse);
  await ward.goto(`/inbox/${thread.id}`);
  const texts = log(ward).getByRole("article");
  await expect(log(ward).getByText("text 700", { exact: true })).toBeInViewport();
  expect(await texts.count()).toBe(60);

  const shift = await log(ward).evaluate(async (pane) => {
    const rowsNow = () => pane.querySelectorAll("[data-row]");
    const [first] = rowsNow();
    const before = rowsNow().length;
    pane.scrollTop = 300;
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    await frame();
    let top = first?.getBoundingClientRect().top ?? 0;
    let last = top;
    // Until the older part stands there, and two frames more for the browser to move by itself.
    while (rowsNow().length === before) {
      last = first?.getBoundingClientRect().top ?? 0;
      top = last;
      await frame();
    }
    await frame();
    await frame();
    return Math.abs((first?.getBoundingClientRect().top ?? 0) - top);
  });
  expect(shift).toBeLessThan(1);
  expect(await texts.count()).toBe(260);

  await expect(async () => {
    await log(ward).evaluate((pane) => {
      pane.scrollTop = 0;
    });
    expect(await texts.count()).toBe(700);
  }).toPass();
  await expect(log(ward).getByText("text 1", { exact: true })).toBeAttached();
  await expect(ward.getByRole("button", { name: "Show earlier texts" })).toHaveCount(0);
});
