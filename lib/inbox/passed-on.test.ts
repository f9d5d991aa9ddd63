import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { carrierEvents, patientPhones, phones, threads } from "@/db/schema";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { holdPatient } from "@/lib/patients/hold";
import { passNumberOn } from "@/lib/patients/reassignment";
import { seal } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { fileInboundTexts } from "./arrival";
import { closeThread } from "./closing";
import { inboxPage } from "./queries";
import { earlierTexts } from "./queries-earlier";
import { threadDetail } from "./queries-thread";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const at = (minutes: number) => new Date(wednesdayMorning.getTime() + minutes * 60_000);
const nurse = (minutes = 0) => t.ctxFor(clinic.nurse, { now: at(minutes) });

async function says(text: string, minutes: number) {
  const { patient, sender } = clinic;
  const carrierId = randomUUID();
  const [from, to] = [patient.phone.e164.slice(1), sender.number.slice(1)];
  const payload = { channel: "sms", message_uuid: carrierId, from, to, text };
  await t.db.insert(carrierEvents).values({
    ...{ carrierId, kind: "inbound", status: "", id: t.given.newId(), receivedAt: at(minutes) },
    payload: seal("carrier_events.payload", `${carrierId}:inbound:`, JSON.stringify(payload)),
  });
  while ((await fileInboundTexts(t.loopCtx({ now: at(minutes) }))) > 0);
  const [thread] = await t.db.select().from(threads).where(eq(threads.phoneId, patient.phone.id));
  if (!thread) throw new Error("There is no thread.");
  return thread;
}

const passOn = (minutes: number) => passNumberOn(nurse(minutes), { phoneId: clinic.patient.phone.id });

describe("a number that passed to somebody else", () => {
  test("nothing that was written before leaves the server, for anybody", async () => {
    const { id } = await says("the biopsy was on Monday", 0);
    await says("please stop texting me about it", 1);
    await passOn(5);

    const hidden = await threadDetail(nurse(6), id);
    expect(hidden.messages).toEqual([]);
    expect(hidden.passedOn).toEqual({ at: at(5).toISOString(), canBeUndone: true });
    // Somebody may still say whether it was a stop, without its words.
    expect(hidden.openSuggestion).toMatchObject({ words: "" });
    const page = await inboxPage(nurse(6), "unknown");
    expect(page.rows).toMatchObject([{ threadId: id, preview: "", media: null, passedOn: true }]);
    expect(JSON.stringify([hidden, page])).not.toMatch(/biopsy|texting me/);

    await says("who is this", 7);
    await t.given.patient(clinic.program.id, { name: "Somebody New", on: clinic.patient.phone });
    const shown = await threadDetail(nurse(8), id);
    expect(shown.messages.map(({ body }) => body)).toEqual(["who is this"]);
    expect(shown.passedOn).toMatchObject({ canBeUndone: false });
    const [row] = (await inboxPage(nurse(8), "waiting")).rows;
    expect(row).toMatchObject({ who: "Somebody New", preview: "who is this", passedOn: false });
    expect(JSON.stringify([shown, row])).not.toMatch(/biopsy|texting me|Rosa/);
  });

  test("who has the former patient reads the earlier part, audited, and nothing of what came after", async () => {
    const { id } = await says("the biopsy was on Monday", 0);
    await passOn(5);
    await says("who is this", 7);
    const [part, ...more] = await earlierTexts(nurse(8), clinic.patient.id);
    expect(more).toEqual([]);
    expect(part).toMatchObject({ threadId: id, until: at(5).toISOString(), more: false });
    expect(part?.texts.map(({ body }) => body)).toEqual(["the biopsy was on Monday"]);
    expect(await t.auditOf("phone.earlier-read")).toContainEqual(
      expect.objectContaining({
        programId: clinic.program.id,
        details: expect.objectContaining({ patientId: clinic.patient.id }),
      }),
    );
  });

  test("whose it was in between reads neither what came before nor what came after", async () => {
    await says("the first one's words", 0);
    await passOn(5);
    await says("the second one's words", 6);
    const luz = await t.given.patient(clinic.program.id, { name: "Luz Ortiz", on: clinic.patient.phone });
    await passOn(10);
    await says("the third one's words", 11);
    const read = async (patientId: string) =>
      (await earlierTexts(nurse(12), patientId)).flatMap(({ texts }) => texts.map(({ body }) => body));
    expect(await read(luz.id)).toEqual(["the second one's words"]);
    expect(await read(clinic.patient.id)).toEqual(["the first one's words"]);
  });

  test("nobody else reads the earlier part", async () => {
    await says("the biopsy was on Monday", 0);
    await passOn(5);
    const elsewhere = await t.given.clinic();
    await expect(earlierTexts(t.ctxFor(elsewhere.nurse), clinic.patient.id)).rejects.toThrow(NotFound);
    await expect(earlierTexts(t.ctxFor(clinic.manager), clinic.patient.id)).rejects.toThrow(Forbidden);
    expect(await earlierTexts(nurse(6), (await t.given.patient(clinic.program.id)).id)).toEqual([]);
  });
});

describe("closing as a wrong number", () => {
  const close = (thread: { id: string; lastInboundId: string | null }, patientId: string | null = null) =>
    closeThread(nurse(), {
      ...{ threadId: thread.id, seen: thread.lastInboundId, disposition: "wrong_number", patientId },
    });
  const stillLinked = async () =>
    (
      await t.db
        .select({ id: patientPhones.patientId })
        .from(patientPhones)
        .where(and(eq(patientPhones.phoneId, clinic.patient.phone.id), isNull(patientPhones.validUntil)))
    ).map(({ id }) => id);

  test("reports it for the one patient there is, with the text that said so, and stops nothing", async () => {
    const thread = await says("you have the wrong person", 0);
    await close(thread);
    expect(await stillLinked()).toEqual([]);
    expect(await t.auditOf("phone.reported")).toContainEqual(
      expect.objectContaining({
        details: expect.objectContaining({ threadId: thread.id, messageId: thread.lastInboundId }),
      }),
    );
    const [phone] = await t.db.select().from(phones).where(eq(phones.id, clinic.patient.phone.id));
    expect(phone?.stoppedAt).toBeNull();
  });

  test("of several the nurse says for whom; the others keep the number", async () => {
    const luis = await t.given.patient(clinic.program.id, { on: clinic.patient.phone });
    const thread = await says("Rosa has another number now", 0);
    await expect(close(thread)).rejects.toThrow(Invalid);
    await expect(close(thread, t.given.newId())).rejects.toThrow(Invalid);
    await close(thread, clinic.patient.id);
    expect(await stillLinked()).toEqual([luis.id]);
    await expect(close(thread, luis.id)).rejects.toThrow(Conflict);
    expect(await stillLinked()).toEqual([luis.id]);
  });

  test("of a number that nobody has there is nothing to report", async () => {
    const thread = await says("hello", 0);
    await passOn(1);
    await close(thread);
    expect((await t.db.select().from(threads).where(eq(threads.id, thread.id)))[0]).toMatchObject({
      disposition: "wrong_number",
    });
  });
});

test("a hold is seen in the conversation and in the queue, by who has the patient in reach", async () => {
  const { id } = await says("hello", 0);
  await holdPatient(nurse(), { patientId: clinic.patient.id, reason: "loss" });
  expect((await threadDetail(nurse(), id)).patients).toMatchObject([
    { id: clinic.patient.id, standing: { status: "hold", reason: "loss", since: at(0).toISOString() } },
  ]);
  expect((await inboxPage(nurse(), "waiting")).rows).toMatchObject([{ held: "hold" }]);

  const elsewhere = await t.given.clinic();
  await t.given.thread(elsewhere.program.id, elsewhere.sender.id, clinic.patient.phone.id, {
    ...{ waitingSince: at(0), lastInboundId: t.given.newId() },
  });
  expect((await inboxPage(t.ctxFor(elsewhere.nurse), "unknown")).rows).toMatchObject([{ held: null }]);
});
