import { asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import { consents, feed, patientPhones, phones, stops } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { recordConsent } from "@/lib/patients/consent";
import { preparePeople, upsertPatients } from "@/lib/patients/enrolling";
import type { NormalisedRow } from "@/lib/patients/types";
import { testDatabase } from "@/lib/testing";
import { restartByConsent } from "./consent-restart";
import { textingAnswers } from "./may-text";
import { recordStop } from "./stop";

const t = testDatabase();
const stopped = new Date("2026-03-02T15:00:00Z");
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
  await sayStop(stopped);
});

const phoneId = () => clinic.patient.phone.id;
const sayStop = (at: Date, source: "keyword" | "carrier" | "staff" = "keyword") =>
  inTransaction(t.loopCtx({ now: at }), (tx) =>
    recordStop(tx, { phoneId: phoneId(), source, messageId: t.given.newId() }, at),
  );
const nurse = () => t.ctxFor(clinic.nurse);
async function signed(more: Partial<Parameters<typeof restartByConsent>[1]> = {}) {
  return {
    patientId: clinic.patient.id,
    phoneId: phoneId(),
    given: true,
    channel: "form" as const,
    wordsVersion: "consent-written-en-1",
    language: "en" as const,
    note: "Scanned into the chart",
    givenOn: "2026-03-03",
    seen: (await ledger(clinic.patient.id)).at(-1)?.id ?? null,
    stoppedAt: stopped,
    ...more,
  };
}
const ledger = (patientId: string) =>
  t.db.select().from(consents).where(eq(consents.patientId, patientId)).orderBy(asc(consents.id));
const stoppedAt = async () =>
  (await t.db.select().from(phones).where(eq(phones.id, phoneId())))[0]?.stoppedAt ?? null;
const stopsOf = () => t.db.select().from(stops).where(eq(stops.phoneId, phoneId())).orderBy(asc(stops.id));

/** Somebody waits for a lock that another transaction holds. */
const blocked = () =>
  expect.poll(async () => {
    const [row] = await rowsOf<{ n: number }>(
      t.db,
      sql`select count(*)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid
          where a.datname = current_database() and not l.granted`,
    );
    return row?.n ?? 0;
  });

describe("a signed form after the stop", () => {
  test("lets texts go again, with the consent, the stop's end and audit rows in one", async () => {
    const thread = await t.given.thread(clinic.program.id, clinic.sender.id, phoneId());
    await restartByConsent(nurse(), await signed());

    expect(await stoppedAt()).toBeNull();
    expect(await stopsOf()).toMatchObject([
      { source: "keyword", stoppedAt: stopped, undoneAt: nurse().now, undoneBy: "form" },
    ]);
    expect((await ledger(clinic.patient.id)).at(-1)).toMatchObject({
      given: true,
      basis: "document",
      channel: "form",
      recordedBy: clinic.nurse.id,
    });
    const mine = (row: { actorId: string | null }) => row.actorId === clinic.nurse.id;
    expect((await t.auditOf("stop.undone")).filter(mine)).toMatchObject([
      { details: { phoneId: phoneId(), source: "form", patientId: clinic.patient.id } },
    ]);
    expect((await t.auditOf("consent.recorded")).filter(mine)).toHaveLength(1);
    expect(await t.feedOf("stop.changed")).toContainEqual({
      programId: clinic.program.id,
      threadId: thread.id,
    });
  });

  test("and everybody else on the phone has to agree anew, also in other programs", async () => {
    const [here, there] = [clinic.program, await t.given.program()];
    const luis = await t.given.patient(here.id, { name: "Luis Marín", on: clinic.patient.phone });
    const ana = await t.given.patient(there.id, { name: "Ana Ruiz", on: clinic.patient.phone });
    const silent = await t.given.patient(here.id, { on: clinic.patient.phone, consent: false });
    const moved = await t.given.patient(here.id, { on: clinic.patient.phone });
    await t.db
      .update(patientPhones)
      .set({ validUntil: new Date() })
      .where(eq(patientPhones.patientId, moved.id));

    await restartByConsent(nurse(), await signed());

    for (const { id } of [luis, ana, silent]) {
      expect((await ledger(id)).at(-1)).toMatchObject({
        given: false,
        basis: "stop",
        givenOn: "2026-03-02",
        recordedBy: clinic.nurse.id,
      });
      expect(await t.db.select().from(feed).where(eq(feed.patientId, id))).toMatchObject([
        { kind: "stop.changed" },
      ]);
      expect(await t.auditOf("consent.withdrawn")).toContainEqual(
        expect.objectContaining({ details: { patientId: id, phoneId: phoneId(), basis: "stop" } }),
      );
    }
    expect(await ledger(silent.id)).toHaveLength(1);
    expect(await ledger(moved.id)).toHaveLength(1);
    expect((await ledger(clinic.patient.id)).at(-1)).toMatchObject({ given: true });

    const outreach = async (id: string) =>
      (await textingAnswers(nurse(), id)).find((answer) => answer.purpose === "outreach");
    expect((await outreach(clinic.patient.id))?.sentence).not.toContain("consent");
    expect(await outreach(luis.id)).toMatchObject({ may: false });
  });

  test("who comes onto the phone later has to agree after the stop too: an older yes is none", async () => {
    await restartByConsent(nurse(), await signed());
    const row = (memberNumber: string, consentOn: string | null): NormalisedRow => ({
      ...{ memberNumber, name: "Ana Ruiz", birthDate: "1991-02-28", language: "es", zip3: null },
      ...{ phone: { e164: clinic.patient.phone.e164, notTextable: null }, consent: true, consentOn },
    });
    const saying = [row("VC0000001", "2026-01-01"), row("VC0000002", null), row("VC0000003", "2026-03-05")];
    const people = await preparePeople(t.loopCtx(), saying);
    await inTransaction(t.loopCtx(), (tx) => upsertPatients(tx, clinic.program.id, t.given.newId(), people));

    const consented = await rowsOf<{ given_on: string }>(
      t.db,
      sql`select c.given_on::text from consents c join program_patients m on m.patient_id = c.patient_id
          where c.phone_id = ${phoneId()} and c.basis = 'roster' and c.given_on is not null
            and m.program_id = ${clinic.program.id}`,
    );
    expect(consented).toEqual([{ given_on: "2026-03-05" }]);
    const late = await t.given.patient(clinic.program.id, { on: clinic.patient.phone, consent: false });
    const { stoppedAt: _, ...form } = await signed({ patientId: late.id, seen: null });
    const older = recordConsent(nurse(), { ...form, givenOn: "2026-03-01" });
    await expect(older).rejects.toThrow(/stopped after this day/);
    await recordConsent(nurse(), form);
    expect((await ledger(late.id)).at(-1)).toMatchObject({ given: true });
  });

  test("who shares the phone agrees anew by a form of after the stop", async () => {
    const luis = await t.given.patient(clinic.program.id, { on: clinic.patient.phone });
    await restartByConsent(nurse(), await signed());
    const { stoppedAt: _, ...form } = await signed({ patientId: luis.id });
    const seen = (await ledger(luis.id)).at(-1)?.id ?? null;

    await expect(recordConsent(nurse(), { ...form, seen, givenOn: "2026-03-01" })).rejects.toThrow(Invalid);
    await recordConsent(nurse(), { ...form, seen });
    expect((await ledger(luis.id)).map(({ given, basis }) => [given, basis])).toEqual([
      [true, "roster"],
      [false, "stop"],
      [true, "document"],
    ]);
  });
});

describe("what undoes no stop", () => {
  test.each([
    ["a call", { channel: "call" as const, wordsVersion: "consent-spoken-en-1" }],
    ["a talk in person", { channel: "in_person" as const, wordsVersion: "consent-spoken-en-1" }],
    ["taking consent back", { given: false }],
    ["a form from before the stop", { givenOn: "2026-03-01" }],
    ["a form that lies nowhere", { note: null }],
  ])("%s", async (_what, more) => {
    const before = await ledger(clinic.patient.id);
    await expect(restartByConsent(nurse(), await signed(more))).rejects.toThrow(Invalid);
    expect(await stoppedAt()).toEqual(stopped);
    expect(await ledger(clinic.patient.id)).toEqual(before);
  });

  test("another role, another program's nurse, and a phone of others", async () => {
    const elsewhere = await t.given.clinic();
    const form = await signed();
    await expect(restartByConsent(t.ctxFor(clinic.manager), form)).rejects.toThrow(Forbidden);
    await expect(restartByConsent(t.ctxFor(elsewhere.nurse), form)).rejects.toThrow(NotFound);
    const { patient } = elsewhere;
    await expect(
      restartByConsent(t.ctxFor(elsewhere.nurse), { ...form, patientId: patient.id }),
    ).rejects.toThrow(NotFound);
    expect(await stoppedAt()).toEqual(stopped);
  });
});

describe("a race", () => {
  const later = new Date("2026-03-04T15:00:00Z");

  test("two nurses with the same form: one lets texts go, the other is told to look again", async () => {
    const form = await signed();
    const both = await Promise.allSettled([1, 2].map(() => restartByConsent(nurse(), form)));
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: expect.any(Conflict) });
    expect(await ledger(clinic.patient.id)).toHaveLength(2);
  });

  test("a STOP that commits after the form wins, though the number was stopped when it was filed", async () => {
    const form = await signed();
    let saying: Promise<boolean> | undefined;
    await inTransaction(nurse(), async (tx) => {
      await restartByConsent(tx, form);
      saying = sayStop(later);
      await blocked().toBe(1);
    });
    expect(await saying).toBe(true);
    expect(await stoppedAt()).toEqual(later);
    expect(await stopsOf()).toMatchObject([{ undoneBy: "form" }, { stoppedAt: later, undoneAt: null }]);
  });

  test("a STOP that commits before the form stands: the nurse had not seen it", async () => {
    const form = await signed();
    let restarting: Promise<unknown> | undefined;
    await inTransaction(t.loopCtx({ now: later }), async (tx) => {
      const stop = { phoneId: phoneId(), source: "keyword" as const, messageId: t.given.newId() };
      expect(await recordStop(tx, stop, later)).toBe(false);
      restarting = restartByConsent(nurse(), form).catch((error: unknown) => error);
      await blocked().toBe(1);
    });
    expect(await restarting).toBeInstanceOf(Conflict);
    expect(await stoppedAt()).toEqual(later);
    expect(await ledger(clinic.patient.id)).toHaveLength(1);
  });

  test("the same STOP filed again, or one of the carrier's, moves nothing", async () => {
    expect(await sayStop(stopped)).toBe(false);
    expect(await sayStop(later, "carrier")).toBe(false);
    expect(await stoppedAt()).toEqual(stopped);
    expect(await stopsOf()).toHaveLength(1);
  });

  test("said to a nurse on a call, it counts from that day: an older form does not undo it", async () => {
    expect(await sayStop(later, "staff")).toBe(false);
    expect(await stoppedAt()).toEqual(later);
    const older = restartByConsent(nurse(), await signed({ stoppedAt: later, givenOn: "2026-03-03" }));
    await expect(older).rejects.toThrow(Invalid);
    expect(await stoppedAt()).toEqual(later);
  });
});
