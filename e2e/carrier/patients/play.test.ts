import { expect, test } from "vitest";
import { natureOf } from "./nature";
import { startPlay } from "./play";
import { replyTo } from "./reply";

const seed = "spring";
const clinic = "12125550100";
const campaign = "Valley Care has a message for you. Reply 1 for a call.";
const areaCodes = [212, 312, 415, 602, 713, 206, 617, 303, 404, 305];
const phones = areaCodes.flatMap((area) => Array.from({ length: 100 }, (_, n) => `1${area}55501${pad(n)}`));

test("natures are the same for a seed and others for another", () => {
  const natures = (of: string) => phones.map((phone) => natureOf(of, phone));

  expect(natures(seed)).toEqual(natures(seed));
  expect(natures(seed)).not.toEqual(natures("autumn"));
});

test("about 55 % reply, 4 % stop, 30 % write Spanish, most within 5 to 90 seconds", () => {
  const replies = phones.flatMap((phone) => replyTo(seed, phone, 1, campaign) ?? []);
  const share = (matching: unknown[], of: unknown[] = phones) => matching.length / of.length;

  expect(share(replies)).toBeCloseTo(0.55, 1);
  const natures = phones.map((phone) => natureOf(seed, phone));
  expect(share(natures.filter(({ stopsAt }) => stopsAt !== null))).toBeCloseTo(0.04, 1.5);
  expect(share(natures.filter(({ language }) => language === "es"))).toBeCloseTo(0.3, 1);
  const prompt = replies.filter(({ seconds }) => seconds >= 5 && seconds <= 90);
  expect(share(prompt, replies)).toBeGreaterThan(0.85);
});

test("who is written to in Spanish answers in Spanish", () => {
  const texts = phones.flatMap(
    (phone) => replyTo(seed, phone, 1, "Responda para recibir una llamada")?.text ?? [],
  );

  expect(texts).toContain("llámeme por favor");
  expect(texts).not.toContain("yes please call");
});

test("digits are only texted when they were offered", () => {
  const texts = (text: string) => phones.flatMap((phone) => replyTo(seed, phone, 1, text)?.text ?? []);

  expect(texts(campaign)).toContain("1");
  expect(texts(campaign)).not.toContain("2");
  expect(texts("Reply 1 for a call, 2 for later")).toContain("2");
  expect(texts("Please call us")).not.toContain("1");
});

test("nobody texts after STOP, however often they are texted", () => {
  const stage = givenStage();

  for (let round = 0; round < 6; round += 1) {
    for (const to of phones) stage.play.hear({ from: clinic, to, text: campaign });
    stage.pass(7_000);
  }
  stage.pass(3_600_000);

  const stoppers = phones.filter((phone) => stage.textsOf(phone).some(isStop));
  expect(stoppers.length).toBeGreaterThan(20);
  for (const phone of stoppers)
    expect(stage.textsOf(phone).findIndex(isStop)).toBe(stage.textsOf(phone).length - 1);
});

test("whoever has stopped has nothing left to say", () => {
  const stopped = phones.filter((phone) => natureOf(seed, phone).stopsAt === 1);

  expect(stopped.map((phone) => replyTo(seed, phone, 1, campaign)?.stops)).not.toContain(false);
  for (const nth of [2, 3, 4]) {
    expect(stopped.flatMap((phone) => replyTo(seed, phone, nth, campaign) ?? [])).toEqual([]);
  }
});

test("about 60 % answer a nurse, and at most three times", () => {
  const stage = givenStage();
  const nurse = "Can you come on Tuesday?";

  const rounds = Array.from({ length: 8 }, (_, round) => {
    for (const to of phones) stage.play.hear({ from: clinic, to, text: round === 0 ? campaign : nurse });
    return stage.pass(3_600_000).map(({ from }) => from);
  });

  const [openers = [], first = []] = rounds;
  const answering = first.filter((phone) => openers.includes(phone));
  expect(answering.length / openers.length).toBeCloseTo(0.55, 1);
  for (const phone of phones) expect(stage.textsOf(phone).length).toBeLessThanOrEqual(4);
});

test("a patient remembers, over a restart, what was heard before", () => {
  const before = givenStage();
  const after = givenStage();
  for (const to of phones) {
    before.play.hear({ from: clinic, to, text: campaign });
    after.play.remember({ from: clinic, to, text: campaign });
  }
  before.pass(3_600_000);

  for (const stage of [before, after]) {
    for (const to of phones) stage.play.hear({ from: clinic, to, text: "We will call you." });
  }

  const said = after.pass(3_600_000).map(({ from, text }) => `${from} ${text}`);
  expect(said).toEqual(before.pass(3_600_000).map(({ from, text }) => `${from} ${text}`));
});

test("a STOP texted by a test silences the patient that is played, too", () => {
  const stage = givenStage();
  for (const to of phones) stage.play.hear({ from: clinic, to, text: campaign });

  for (const from of phones) stage.play.notice({ from, to: clinic, text: "Stop." });

  expect(stage.pass(3_600_000)).toEqual([]);
});

/** Time passes only when the test says so. */
function givenStage() {
  const said: { from: string; to: string; text: string }[] = [];
  let waiting: { due: number; task: () => void }[] = [];
  let now = 0;
  const after = (milliseconds: number, task: () => void) => {
    waiting.push({ due: now + milliseconds, task });
  };
  const play = startPlay({ seed, clock: { now: () => now, after }, say: (text) => said.push(text) });

  function pass(milliseconds: number) {
    const known = said.length;
    now += milliseconds;
    const due = waiting.filter((one) => one.due <= now).sort((one, other) => one.due - other.due);
    waiting = waiting.filter((one) => one.due > now);
    for (const { task } of due) task();
    return said.slice(known);
  }
  const textsOf = (phone: string) => said.filter(({ from }) => from === phone).map(({ text }) => text);
  return { play, pass, textsOf };
}

function isStop(text: string): boolean {
  return /^(stop|alto)\.?$/i.test(text);
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}
