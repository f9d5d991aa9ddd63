import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { campaigns, enrollmentSteps, enrollments, messages } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { Forbidden, NotFound } from "@/lib/errors";
import { queueTexts } from "@/lib/messaging/outbox";
import { passNumberOn } from "@/lib/patients/reassignment";
import { seal } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { claimThread } from "./claim";
import { conversations } from "./conversation-testing";
import { addNote } from "./note";
import { recordOutside } from "./outside";
import { threadDetail } from "./queries-thread";
import { earlierPart } from "./timeline";

const t = testDatabase();
const { text, threadOf } = conversations(t, wednesdayMorning);
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const at = (minutes: number) => new Date(wednesdayMorning.getTime() + minutes * 60_000);
const nurse = (minutes = 0) => t.ctxFor(clinic.nurse, { now: at(minutes) });
const says = (words: string, minutes = 0) =>
  text({ from: clinic.patient.phone, to: clinic.sender }, words, at(minutes));

/** A conversation with so many texts and a note after each hundredth. */
async function long(count: number) {
  const { id: threadId } = await t.given.thread(clinic.program.id, clinic.sender.id, clinic.patient.phone.id);
  for (let from = 0; from < count; from += 100) {
    await t.db.insert(messages).values(
      Array.from({ length: Math.min(100, count - from) }, (_, i) => {
        const id = t.given.newId();
        const body = seal("messages.body", id, `text ${from + i + 1}`);
        return {
          ...{ threadId, id, body, direction: "in" as const, state: "received", segments: 1 },
          createdAt: at(from + i),
        };
      }),
    );
    await addNote(nurse(from + 99), { threadId, words: `note ${from + 100}` });
  }
  return threadId;
}

const words = ({ messages: texts, events }: Awaited<ReturnType<typeof earlierPart>>) =>
  [
    ...texts.map(({ id, body }) => [id, body]),
    ...events.map((event) => [event.id, event.words ?? event.kind]),
  ]
    .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1))
    .map(([, said]) => said);

test("parts of a long conversation follow each other without gaps or repeats, with what was done between", async () => {
  const threadId = await long(500);
  const newest = await threadDetail(nurse(600), threadId);
  const parts = [{ messages: newest.messages, events: newest.events, earlier: newest.earlierMessages }];
  while (parts[0]?.earlier) {
    const before = parts[0].messages[0]?.id ?? "";
    parts.unshift(await earlierPart(nurse(600), { threadId, before }));
  }
  expect(parts.map((part) => part.messages.length)).toEqual([40, 200, 200, 60]);
  const expected = Array.from({ length: 500 }, (_, i) => [
    `text ${i + 1}`,
    ...((i + 1) % 100 === 0 ? [`note ${i + 1}`] : []),
  ]).flat();
  expect(parts.flatMap(words)).toEqual(expected);
});

test("reading earlier texts is audited as reading the conversation, once", async () => {
  const threadId = await long(70);
  const [oldest] = (await threadDetail(nurse(), threadId)).messages;
  await earlierPart(nurse(), { threadId, before: oldest?.id ?? "" });
  const mine = (await t.auditOf("thread.read")).filter((row) => row.actorId === clinic.nurse.id);
  expect(mine).toMatchObject([{ programId: clinic.program.id, details: { subject: threadId } }]);
});

test("others read no earlier texts", async () => {
  const threadId = await long(1);
  const before = t.given.newId();
  const { nurse: stranger } = await t.given.clinic();
  await expect(earlierPart(t.ctxFor(stranger), { threadId, before })).rejects.toThrow(NotFound);
  await expect(earlierPart(t.ctxFor(clinic.manager), { threadId, before })).rejects.toThrow(Forbidden);
});

test("nothing from before a number passed on is in any part, notes neither", async () => {
  await says("the biopsy was on Monday");
  const { id: threadId } = await threadOf(clinic.patient.phone.id);
  await addNote(nurse(1), { threadId, words: "her biopsy" });
  await passNumberOn(nurse(5), { phoneId: clinic.patient.phone.id });
  await says("who is this", 6);
  const { messages: shown, events, contact } = await threadDetail(nurse(7), threadId);
  expect(shown.map(({ body }) => body)).toEqual(["who is this"]);
  expect(events).toEqual([]);
  expect(contact).toEqual({ heardAt: at(6).toISOString(), answered: null, outside: null });
  const earlier = await earlierPart(nurse(7), { threadId, before: shown[0]?.id ?? "" });
  expect(earlier).toEqual({ messages: [], events: [], earlier: false });
});

describe("who did what", () => {
  test("stands with name, role and words", async () => {
    await says("please call");
    const { id: threadId, lastInboundId } = await threadOf(clinic.patient.phone.id);
    await claimThread(nurse(1), { threadId });
    await recordOutside(nurse(2), { threadId, seen: lastInboundId, how: "phone", words: "spoke with her" });
    const { events, contact } = await threadDetail(nurse(3), threadId);
    const by = { by: clinic.nurse.name, role: "nurse" };
    expect(events).toMatchObject([
      { ...by, kind: "claimed", words: null, at: at(1).toISOString() },
      { ...by, kind: "outside", words: "spoke with her", details: { how: "phone" } },
    ]);
    expect(contact).toEqual({
      ...{ heardAt: at(0).toISOString(), answered: null },
      outside: { at: at(2).toISOString(), by: clinic.nurse.name, how: "phone" },
    });
  });

  test("a campaign's text is told apart by its campaign and step, a person's by their name", async () => {
    const [outreach] = await queued({ purpose: "outreach" });
    await queued({ purpose: "reply", authorId: clinic.nurse.id });
    if (!outreach) throw new Error("not queued");
    const campaignId = t.given.newId();
    await t.db.insert(campaigns).values({
      ...{ id: campaignId, programId: clinic.program.id, name: "Spring invitation", state: "running" },
      ...{ sendGroupId: t.given.newId(), createdBy: clinic.manager.id, createdAt: at(0) },
    });
    const place = { campaignId, patientId: clinic.patient.id };
    await t.db.insert(enrollments).values({
      ...{ ...place, programId: clinic.program.id, arm: "outreach", language: "en", enrolledAt: at(0) },
    });
    await t.db.insert(enrollmentSteps).values({
      ...{ ...place, step: 1, messageId: outreach.messageId, threadId: outreach.threadId },
      ...{ segments: 1, costMicros: 0, queuedAt: at(0) },
    });
    await t.db
      .update(messages)
      .set({ state: "delivered", submittedAt: at(1) })
      .where(eq(messages.threadId, outreach.threadId));

    const { messages: shown, contact } = await threadDetail(nurse(2), outreach.threadId);
    expect(shown).toMatchObject([
      { author: null, role: null, campaign: { name: "Spring invitation", step: 1 }, state: "delivered" },
      { author: clinic.nurse.name, role: "nurse", campaign: null, state: "delivered" },
    ]);
    expect(contact.answered).toMatchObject({ by: clinic.nurse.name });
  });
});

const queued = (more: { purpose: "outreach" | "reply"; authorId?: string }) =>
  inTransaction(t.loopCtx(), (tx) =>
    queueTexts(tx, [
      {
        ...{ programId: clinic.program.id, senderId: clinic.sender.id, phoneId: clinic.patient.phone.id },
        ...{ patientId: clinic.patient.id, body: "Valley Care has a message for you.", ...more },
      },
    ]),
  );
