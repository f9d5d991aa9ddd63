import { eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { uuids } from "@/db/client";
import {
  consents,
  messages,
  outbox,
  pace,
  patientPhones,
  patients,
  phones,
  programPatients,
  programs,
  stopSuggestions,
} from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { newId } from "@/lib/ids";
import { memberIndex, phoneIndex, rowDigest } from "@/lib/phi/blind-index";
import { seal } from "@/lib/phi/seal";
import { testDatabase } from "@/lib/testing";
import { claimTexts } from "./claim";
import { answersFor, textingAnswers } from "./may-text";
import { queueTexts } from "./outbox";
import { recordStop } from "./stop";
import { suppressionWords } from "./types";

const t = testDatabase();

// The same throws each time: a failure can be looked into.
let thrown = 20_260_304;
function dice(): number {
  thrown = (thrown + 0x6d2b79f5) | 0;
  let x = Math.imul(thrown ^ (thrown >>> 15), 1 | thrown);
  x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
  return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
}
const oneOf = <T>(choices: readonly T[]): T => {
  const chosen = choices[Math.floor(dice() * choices.length)];
  if (chosen === undefined) throw new Error("Nothing to choose from.");
  return chosen;
};
const often = (share: number) => dice() < share;

const areaCodes = (
  "212 312 303 213 907 808 787 671 480 928 270 502 208 850 317 219 615 423 701 605 308 785 340 670 505 702 206 " +
  "404 617 906"
).split(" ");
let numbers = 0;

// Most of them have an area code with a middle 9: nobody's, and it says nothing about where they are.
function number(): string {
  const n = numbers++;
  if (n % 4 > 0) return `+1292${2_000_000 + n}`;
  const area = areaCodes[Math.floor(n / 400) % areaCodes.length];
  return `+1${area}55501${String(Math.floor(n / 4) % 100).padStart(2, "0")}`;
}

const nows = [
  "2026-03-04T20:30:00Z",
  "2026-03-04T15:10:00Z",
  "2026-03-07T20:00:00Z",
  "2026-03-08T18:00:00Z",
  "2025-06-30T22:59:00Z",
  "2025-11-02T06:30:00Z",
  "2025-12-24T03:00:00Z",
  "2025-07-05T17:00:00Z",
].map((time) => new Date(time));

const people = 1_250;

test("what is answered is what the sending line then does, in 10,000 states", async () => {
  const seen: Record<string, number> = {};
  for (const now of nows)
    for (const [key, n] of Object.entries(await compare(now))) seen[key] = (seen[key] ?? 0) + n;
  const { total = 0, ...outcomes } = seen;
  expect(total).toBe(10_000);
  // Each kind of answer was there, or nothing was compared.
  for (const outcome of [
    "go",
    "stopped",
    "not_textable",
    "deceased",
    "held",
    "moved",
    "merged",
    "wrong_number",
    "no_consent",
    "no_common_hour",
    "hours",
    "frequency",
    "suggestion",
  ])
    expect(outcomes[outcome] ?? 0, outcome).toBeGreaterThan(20);
}, 480_000);

/** Fills a clinic with people of all sorts, asks about each, queues a text for each, and claims all of them. */
async function compare(now: Date): Promise<Record<string, number>> {
  const clinics = await Promise.all(Array.from({ length: 3 }, () => clinic()));
  const crowd = Array.from({ length: people }, () => somebody(oneOf(clinics), now));
  await insertAll(crowd, now);
  const ctx = t.loopCtx({ now });
  const links = sql`(
    select x.* from unnest(${uuids(crowd.map((p) => p.phone))}, ${uuids(crowd.map((p) => p.patient))},
      ${uuids(crowd.map((p) => p.program))}) x(phone_id, patient_id, program_id))`;
  const answers = new Map(
    (await answersFor(ctx, links, people)).map((answer) => [`${answer.phoneId} ${answer.purpose}`, answer]),
  );
  const queued = new Map<string, string>();
  for (let from = 0; from < people; from += 250) {
    const some = crowd.slice(from, from + 250);
    const texts = await inTransaction(ctx, (tx) =>
      queueTexts(
        tx,
        some.map((p) => ({ ...namesOf(p), purpose: p.purpose, body: "Valley Care has a message." })),
      ),
    );
    for (const [i, p] of some.entries()) queued.set(p.phone, texts[i]?.messageId ?? "");
  }
  for (const { sender } of clinics) await claimAll(ctx, sender.id);

  const counts: Record<string, number> = { total: people };
  const fates = await fatesOf([...queued.values()]);
  for (const person of crowd) {
    const answer = answers.get(`${person.phone} ${person.purpose}`);
    const fate = fates.get(queued.get(person.phone) ?? "");
    if (!answer || !fate) throw new Error("Somebody was not asked about, or not queued.");
    const outcome = fate.state === "sending" ? "go" : (fate.reason ?? kindOf(answer.sentence));
    expect({ may: answer.may, ...person }).toEqual({ may: fate.state === "sending", ...person });
    if (fate.state === "suppressed")
      expect(answer.sentence).toBe(`No. ${suppressionWords[fate.reason as keyof typeof suppressionWords]}`);
    if (fate.state === "queued") {
      expect(answer.sentence).toMatch(/^Not now\. /);
      expect(fate.dueAt?.getTime()).toBeGreaterThan(now.getTime());
    }
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

const kindOf = (sentence: string) =>
  sentence.includes("texting hours")
    ? "hours"
    : sentence.includes("a nurse decides")
      ? "suggestion"
      : "frequency";

async function clinic() {
  const at = await t.given.program({
    timeZone: oneOf(["America/New_York", "America/Los_Angeles", "America/Denver"]),
    textingOpens: oneOf(["08:00", "10:00", "12:30"]),
    textingCloses: oneOf(["16:00", "18:00", "21:00"]),
    textsOnSundays: often(0.5),
    outreachPerDay: oneOf([1, 2]),
    outreachPerWeek: oneOf([2, 3, 5]),
  });
  const sender = await t.given.sender(at.id);
  for (const key of [sender.id, "account"])
    await t.db
      .update(pace)
      .set({ perSecond: 1_000_000, tokens: 1_000_000, refilledAt: new Date() })
      .where(eq(pace.key, key));
  return { program: at, sender };
}

type Status = "active" | "moved" | "deceased" | "hold";
type Somebody = ReturnType<typeof somebody>;

function somebody({ program, sender }: Awaited<ReturnType<typeof clinic>>, now: Date) {
  return {
    ...{ program: program.id, sender: sender.id, patient: newId(), phone: newId(), thread: newId() },
    e164: number(),
    purpose: oneOf(["outreach", "outreach", "outreach", "reply"] as const),
    zip: oneOf([null, null, "10001", "90012", "79901", "42101", "96910", "99501", "00901"]),
    state: oneOf([null, null, "NY", "TX", "KY", "FL", "AL", "RI"]),
    timeZone: oneOf([null, null, null, "America/Chicago", "Pacific/Honolulu"]),
    status: oneOf([...Array(10).fill("active"), "hold", "deceased", "moved"] as const) as Status,
    merged: often(0.05),
    theirs: !often(0.05),
    passedOn: often(0.1),
    stopped: often(0.1),
    notTextable: often(0.1) ? "landline" : null,
    consents: Array.from({ length: Math.floor(dice() * 4) }, () => often(0.75)),
    suggestion: oneOf(["none", "none", "none", "none", "open", "decided"] as const),
    earlier: Array.from({ length: Math.floor(dice() * 4) }, () => ({
      at: new Date(now.getTime() - Math.floor(dice() * 9 * 24 * 60) * 60_000),
      purpose: oneOf(["outreach", "outreach", "reply"]),
      state: oneOf(["delivered", "submitted", "unknown", "rejected", "suppressed", "undeliverable"]),
    })),
  };
}

const namesOf = (p: Somebody) => ({
  programId: p.program,
  senderId: p.sender,
  phoneId: p.phone,
  patientId: p.patient,
});

async function insertAll(crowd: Somebody[], now: Date): Promise<void> {
  const before = new Date(now.getTime() - 30 * 86_400_000);
  for (let from = 0; from < crowd.length; from += 250) {
    const some = crowd.slice(from, from + 250);
    await t.db.insert(patients).values(
      some.map((p) => ({
        id: p.patient,
        memberNumber: seal("patients.member_number", p.patient, p.patient),
        memberIndex: memberIndex(p.patient),
        name: seal("patients.name", p.patient, "Rosa Marin"),
        birthDate: seal("patients.birth_date", p.patient, "1994-05-17"),
        ...{ birthYear: 1994, birthMonth: 5, language: "en" },
        zip: p.zip === null ? null : seal("patients.zip", p.patient, p.zip),
        zip3: p.zip?.slice(0, 3) ?? null,
        ...{ state: p.state, timeZone: p.timeZone, rowDigest: rowDigest(p.patient) },
        // Into itself: all that counts here is that it was joined with a record.
        ...{ status: p.status, mergedInto: p.merged ? p.patient : null },
        ...{ createdAt: before, updatedAt: before },
      })),
    );
    await t.db
      .insert(programPatients)
      .values(some.map((p) => ({ programId: p.program, patientId: p.patient, addedAt: before })));
    await t.db.insert(phones).values(
      some.map((p) => ({
        id: p.phone,
        number: seal("phones.number", p.phone, p.e164),
        numberIndex: phoneIndex(p.e164),
        notTextable: p.notTextable,
        stoppedAt: p.stopped ? before : null,
        reassignedAt: p.passedOn ? before : null,
        createdAt: before,
      })),
    );
    await t.db.insert(patientPhones).values(
      some.map((p) => ({
        patientId: p.patient,
        phoneId: p.phone,
        relationship: "self" as const,
        validFrom: before,
        validUntil: p.theirs ? null : before,
      })),
    );
    const said = some.flatMap((p) =>
      p.consents.map((given) => ({
        ...{ patientId: p.patient, phoneId: p.phone, id: newId(), given },
        ...{ basis: "roster" as const, recordedAt: before },
      })),
    );
    if (said.length > 0) await t.db.insert(consents).values(said);
    await insertTexts(some);
  }
}

async function insertTexts(some: Somebody[]): Promise<void> {
  for (const p of some)
    if (p.earlier.length > 0 || p.suggestion !== "none")
      await t.given.thread(p.program, p.sender, p.phone, { id: p.thread });
  const texts = some.flatMap((p) =>
    p.earlier.map(({ at, purpose, state }) => ({
      ...{ threadId: p.thread, id: newId(), direction: "out" as const, purpose, state },
      ...{ body: Buffer.from("sealed elsewhere"), segments: 1, patientId: p.patient, createdAt: at },
      ...{ startedAt: state === "suppressed" ? null : at },
    })),
  );
  if (texts.length > 0) await t.db.insert(messages).values(texts);
  const suggestions = some.flatMap((p) =>
    p.suggestion === "none"
      ? []
      : [
          {
            ...{
              threadId: p.thread,
              messageId: newId(),
              phoneId: p.phone,
              rule: "en stop texting",
              version: "1",
            },
            suggestedAt: new Date(),
            ...(p.suggestion === "decided" ? { decidedAt: new Date(), decision: "no_stop" as const } : {}),
          },
        ],
  );
  if (suggestions.length > 0) await t.db.insert(stopSuggestions).values(suggestions);
}

async function claimAll(ctx: ReturnType<typeof t.loopCtx>, senderId: string): Promise<void> {
  let looked = 1;
  while (looked > 0)
    ({ looked } = await inTransaction(ctx, (tx) => claimTexts(tx, senderId, { all: 200, bulk: 200 })));
}

async function fatesOf(ids: string[]) {
  const rows = await t.db
    .select({ id: messages.id, state: messages.state, reason: messages.reason, dueAt: outbox.dueAt })
    .from(messages)
    .leftJoin(outbox, eq(outbox.messageId, messages.id))
    .where(inArray(messages.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

test("a nurse is answered about her own programs' patients only", async () => {
  const here = await t.given.clinic();
  const [outreach, reply] = await textingAnswers(t.ctxFor(here.nurse), here.patient.id);
  expect(outreach).toMatchObject({
    purpose: "outreach",
    phoneId: here.patient.phone.id,
    programId: here.program.id,
  });
  expect(reply).toMatchObject({ purpose: "reply", may: true });
  const elsewhere = await t.given.clinic();
  expect(await textingAnswers(t.ctxFor(elsewhere.nurse), here.patient.id)).toEqual([]);
  await expect(textingAnswers(t.ctxFor(here.manager), here.patient.id)).rejects.toThrow();
});

test("after a STOP the answer says so, for replies too", async () => {
  const { nurse, patient } = await t.given.clinic();
  await inTransaction(t.loopCtx(), (tx) =>
    recordStop(tx, { phoneId: patient.phone.id, source: "keyword", messageId: null }),
  );
  for (const answer of await textingAnswers(t.ctxFor(nurse), patient.id))
    expect(answer).toMatchObject({ may: false, sentence: `No. ${suppressionWords.stopped}` });
});

test("while a text may ask to stop, a reply waits for the decision, as the nurse is then told", async () => {
  const { nurse, patient, program, sender } = await t.given.clinic();
  const thread = await t.given.thread(program.id, sender.id, patient.phone.id);
  await t.db.insert(stopSuggestions).values({
    ...{ threadId: thread.id, messageId: newId(), phoneId: patient.phone.id },
    ...{ rule: "en-stop-texting", version: "1", suggestedAt: new Date() },
  });
  const [outreach, reply] = await textingAnswers(t.ctxFor(nurse), patient.id);
  expect(outreach).toMatchObject({ may: false });
  expect(reply?.sentence).toBe("Yes, once it is decided in the conversation whether a text asks us to stop.");
});

test("when limits end at night, the answer names the morning", async () => {
  const { nurse, program, sender, patient } = await t.given.clinic();
  await t.db.update(patients).set({ timeZone: "America/New_York" }).where(eq(patients.id, patient.id));
  await t.db
    .update(phones)
    .set({ number: seal("phones.number", patient.phone.id, "+12125550123") })
    .where(eq(phones.id, patient.phone.id));
  await t.db.update(programs).set({ textingCloses: "20:00" }).where(eq(programs.id, program.id));
  const now = new Date("2026-03-04T17:00:00Z");
  const thread = await t.given.thread(program.id, sender.id, patient.phone.id);
  await t.db.insert(messages).values({
    ...{ threadId: thread.id, id: newId(), direction: "out", purpose: "outreach", state: "delivered" },
    ...{
      body: Buffer.from("sealed elsewhere"),
      segments: 1,
      createdAt: now,
      startedAt: new Date("2026-03-04T14:30:00Z"),
    },
  });
  const [outreach] = await textingAnswers(t.ctxFor(nurse, { now }), patient.id);
  expect(outreach?.sentence).toContain("The next may go Thursday, Mar 5, 10:00 AM EST.");
});
