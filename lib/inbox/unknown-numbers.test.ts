import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { patientPhones } from "@/db/schema";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { inboxPage } from "./queries";
import { startWaiting } from "./waiting";

const t = testDatabase();
type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;
let clinic: Clinic;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

/** Somebody waits on this phone since so many minutes after the morning began. */
async function waitingOn(phoneId: string, minutes = 0) {
  const { program, sender } = clinic;
  const thread = await t.given.thread(program.id, sender.id, phoneId);
  const since = new Date(wednesdayMorning.getTime() + minutes * 60_000);
  await startWaiting(t.loopCtx(), [{ threadId: thread.id, programId: program.id, since }]);
  return thread.id;
}
async function views(user = clinic.nurse) {
  const ctx = t.ctxFor(user);
  const waiting = await inboxPage(ctx, "waiting");
  const unknown = await inboxPage(ctx, "unknown");
  const ids = (page: typeof waiting) => page.rows.map((row) => row.threadId);
  return {
    waiting: ids(waiting),
    unknown: ids(unknown),
    counts: [waiting.counts.waiting, waiting.counts.unknown],
  };
}

test("texts from numbers that no patient has wait in a view of their own, longest wait first", async () => {
  const later = await waitingOn((await t.given.phone()).id, 5);
  const earlier = await waitingOn((await t.given.phone()).id, 1);
  const rosa = await waitingOn(clinic.patient.phone.id);
  expect(await views()).toEqual({ waiting: [rosa], unknown: [earlier, later], counts: [1, 2] });
  const [row] = (await inboxPage(t.ctxFor(clinic.nurse), "unknown")).rows;
  expect(row?.who).toBe("Unknown number");
});

test("once a patient of the program has the phone, its text needs a person; after that link ends, no longer", async () => {
  const phone = await t.given.phone();
  const thread = await waitingOn(phone.id);
  expect(await views()).toEqual({ waiting: [], unknown: [thread], counts: [0, 1] });

  await t.given.patient(clinic.program.id, { on: phone });
  expect(await views()).toEqual({ waiting: [thread], unknown: [], counts: [1, 0] });

  await t.db
    .update(patientPhones)
    .set({ validUntil: wednesdayMorning })
    .where(eq(patientPhones.phoneId, phone.id));
  expect(await views()).toEqual({ waiting: [], unknown: [thread], counts: [0, 1] });
});

test("a patient of somebody else's program is nobody that this nurse knows, and strangers see nothing", async () => {
  const elsewhere = await t.given.clinic();
  const thread = await waitingOn(elsewhere.patient.phone.id);
  expect(await views()).toEqual({ waiting: [], unknown: [thread], counts: [0, 1] });
  expect(await views(elsewhere.nurse)).toEqual({ waiting: [], unknown: [], counts: [0, 0] });
});

test("pages of the view follow each other without gaps or repeats", async () => {
  const ids: string[] = [];
  for (let minutes = 0; minutes < 53; minutes++)
    ids.push(await waitingOn((await t.given.phone()).id, minutes));
  const first = await inboxPage(t.ctxFor(clinic.nurse), "unknown");
  const second = await inboxPage(t.ctxFor(clinic.nurse), "unknown", { after: first.next ?? undefined });
  expect([...first.rows, ...second.rows].map((row) => row.threadId)).toEqual(ids);
  expect(second.next).toBeNull();
});
