import { expect, test } from "vitest";
import type { Language, Person } from "./nature";
import { startPlay } from "./play";
import { startUnprompted, type UnpromptedText } from "./unprompted";
import { unpromptedPhrases } from "./unprompted-phrases";

const seed = "spring";
const clinic = "12125550100";
const hour = 3_600_000;
const people = Array.from({ length: 100 }, (_, n): Person => {
  const phone = `1312555${String(100 + n).padStart(4, "0")}`;
  return { phone, sender: clinic, language: n % 3 === 0 ? "es" : "en" };
});

test("the same people say the same in the same order for a seed, and others for another", () => {
  const said = (of: string) => givenStage({ seed: of }).pass(hour);

  expect(said(seed)).toEqual(said(seed));
  expect(said(seed)).not.toEqual(said("autumn"));
});

test("about four texts a minute arrive, 8 % of them urgent, each to the sender and in the language of its phone", () => {
  const town = crowd(2_000);
  const said = givenStage({ people: town }).pass(10 * hour);

  expect(said.length / 600).toBeCloseTo(4, 0);
  const first = said.filter(({ text }) => !isOf("second", text));
  const share = (kind: "urgent" | "stop") =>
    first.filter(({ text }) => isOf(kind, text)).length / first.length;
  expect(share("urgent")).toBeCloseTo(0.08, 1.5);
  expect(share("stop")).toBeCloseTo(0.02, 1.5);
  for (const { from, to, text } of said) {
    const person = town.find(({ phone }) => phone === from);
    expect(to).toBe(person?.sender);
    expect(Object.values(unpromptedPhrases[person?.language ?? "en"]).flat()).toContain(text);
  }
});

test("the words are many, and hardly any come twice in a quarter of an hour", () => {
  for (const language of ["en", "es"] as const) {
    const { ordinary } = unpromptedPhrases[language];
    expect(ordinary.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ordinary).size).toBe(ordinary.length);
  }

  const said = givenStage({ people: crowd(50, "en") }).pass(hour / 4);
  const ordinary = said.filter(({ text }) => isOf("ordinary", text)).map(({ text }) => text);
  expect(ordinary.length).toBeGreaterThan(30);
  expect(new Set(ordinary).size).toBeGreaterThan(ordinary.length * 0.9);
});

test("nobody texts after STOP, and when everybody has stopped it is quiet", () => {
  const stage = givenStage();

  stage.pass(100 * hour);

  for (const { phone } of people) {
    const texts = stage.textsOf(phone);
    expect(texts.findIndex(isStop)).toBe(texts.length - 1);
  }
  expect(stage.waiting()).toBe(0);
});

test("whoever stopped is silent after a restart, and the others go on where they were", () => {
  const before = givenStage();
  before.pass(8 * hour);
  const silent = before.diary.lines.filter(({ text }) => isStop(text)).map(({ from }) => from);
  const after = givenStage({ diary: before.diary });
  const earlier = before.diary.lines.length;

  const said = after.pass(8 * hour);

  expect(silent.length).toBeGreaterThan(10);
  expect(said.filter(({ from }) => silent.includes(from))).toEqual([]);
  expect(said.length).toBeGreaterThan(100);
  const numbers = (lines: readonly UnpromptedText[]) => new Set(lines.map(({ n }) => n));
  const [old, fresh] = [before.diary.lines.slice(0, earlier), before.diary.lines.slice(earlier)].map(numbers);
  expect([...(fresh ?? [])].filter((n) => old?.has(n))).toEqual([]);
});

test("without people nobody is waited for", () => {
  expect(givenStage({ people: [] }).waiting()).toBe(0);
});

test("to a nurse they answer at once as patients in conversation, about 60 % and at most three times", () => {
  const town = crowd(1_000);
  const stage = givenStage({ people: town, quiet: true });

  const rounds = Array.from({ length: 6 }, () => {
    for (const { phone } of town) stage.hear({ from: clinic, to: phone, text: "Can you come on Tuesday?" });
    return stage.pass(hour);
  });

  expect((rounds[0]?.length ?? 0) / 1_000).toBeCloseTo(0.6, 1);
  for (const { phone } of town) expect(stage.textsOf(phone).length).toBeLessThanOrEqual(3);
});

type Options = { seed?: string; people?: Person[]; diary?: ReturnType<typeof givenDiary>; quiet?: boolean };

/** Time passes only when the test says so. */
function givenStage({ seed: of = seed, people: who = people, diary = givenDiary(), quiet }: Options = {}) {
  const said: { from: string; to: string; text: string }[] = [];
  let waiting: { due: number; task: () => void }[] = [];
  let now = 0;
  const after = (milliseconds: number, task: () => void) => {
    waiting.push({ due: now + milliseconds, task });
  };
  const clock = { now: () => now, after };
  const play = startPlay({ seed: of, people: who, clock, say: (text) => said.push(text) });
  for (const line of diary.lines) play.notice(line);
  const say = (text: (typeof said)[number]) => {
    play.notice(text);
    said.push(text);
  };
  if (!quiet) startUnprompted({ seed: of, people: who, clock, diary, hasStopped: play.hasStopped, say });

  function pass(milliseconds: number) {
    const known = said.length;
    const end = now + milliseconds;
    for (;;) {
      const [next] = waiting.sort((one, other) => one.due - other.due);
      if (!next || next.due > end) break;
      waiting = waiting.slice(1);
      now = next.due;
      next.task();
    }
    now = end;
    return said.slice(known);
  }
  const textsOf = (phone: string) => said.filter(({ from }) => from === phone).map(({ text }) => text);
  return { pass, textsOf, diary, hear: play.hear, waiting: () => waiting.length };
}

function givenDiary() {
  const lines: UnpromptedText[] = [];
  return { lines, append: (line: UnpromptedText) => void lines.push(line) };
}

function crowd(size: number, language?: Language): Person[] {
  return Array.from({ length: size }, (_, n) => ({
    phone: `1${200 + Math.floor(n / 100)}55501${String(n % 100).padStart(2, "0")}`,
    sender: n % 2 === 0 ? clinic : "12125550101",
    language: language ?? (n % 3 === 0 ? "es" : "en"),
  }));
}

function isOf(kind: "ordinary" | "urgent" | "stop" | "second", text: string): boolean {
  return [unpromptedPhrases.en, unpromptedPhrases.es].some((phrases) => phrases[kind].includes(text));
}

function isStop(text: string): boolean {
  return /^(stop|alto)\.?$/i.test(text);
}
