import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { carrierAccount, messages, phones } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { newId } from "@/lib/ids";
import { ensurePhones } from "@/lib/patients/phone-link";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { testCarrier } from "@/lib/testing-carrier";
import { claimDueLines } from "./line-due";
import { checkLines, finishSending, sendTexts } from "./loops";
import { queueTexts } from "./outbox";

const carrier = testCarrier();
const t = testDatabase();
const day = 86_400_000;
const halfYear = 180 * day;

let now = wednesdayMorning;
let area = 300;
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);

// Each test two weeks after the one before: a rest that a failure brought has ended, and nothing else is due.
beforeEach(async () => {
  now = after(14 * day);
  area += 1;
  await carrier.lookupFaults();
  await t.db.update(phones).set({ lineDueAt: null, lineCheckedAt: now });
  await t.db.update(carrierAccount).set({ checksLines: true, stoppedAt: null });
});

const numberEnding = (ending: string) => `+1${area}555${ending}`;
const duePhone = (ending: string, more: Partial<typeof phones.$inferInsert> = {}) =>
  t.given.phone(numberEnding(ending), { lineDueAt: now, ...more });
const closedBefore = { lineType: "landline", notTextable: "landline", lineCheckedAt: wednesdayMorning };

const fillPace = () => t.db.execute(sql`update pace set tokens = 5 where key = 'lines'`);
async function checkAll(time = now) {
  do await fillPace();
  while ((await checkLines(t.loopCtx({ now: time }))) > 0);
}
async function lineOf({ id }: { id: string }) {
  const [row] = await t.db
    .select({
      lineType: phones.lineType,
      notTextable: phones.notTextable,
      checkedAt: phones.lineCheckedAt,
      dueAt: phones.lineDueAt,
    })
    .from(phones)
    .where(eq(phones.id, id));
  return row;
}
const lookedUp = async ({ e164 }: { e164: string }) =>
  (await carrier.lookups()).filter((number) => number === e164.slice(1)).length;

test.each([
  ["0142", "mobile", null],
  ["0176", "mobile", null],
  ["0170", "landline", "landline"],
  ["0171", "virtual", null],
  ["0172", "unknown", null],
  ["0177", "unknown", null],
  ["0173", "toll_free", "toll_free"],
  ["0174", "premium", "premium"],
])("what the carrier says of …%s is kept with its date: %s", async (ending, lineType, notTextable) => {
  const phone = await duePhone(ending);
  await checkAll();
  expect(await lineOf(phone)).toEqual({ lineType, notTextable, checkedAt: now, dueAt: after(halfYear) });
  expect(await lookedUp(phone)).toBe(1);
});

test("it is asked again after half a year, and not before", async () => {
  const phone = await duePhone("0142");
  await checkAll();
  await checkAll(after(halfYear - 1));
  expect(await lookedUp(phone)).toBe(1);
  await checkAll(after(halfYear));
  expect(await lookedUp(phone)).toBe(2);
  expect(await lineOf(phone)).toMatchObject({ checkedAt: after(halfYear), dueAt: after(2 * halfYear) });
});

test.each(["0142", "0171"])("a landline that became textable (…%s) is open again", async (ending) => {
  const phone = await duePhone(ending, closedBefore);
  await checkAll();
  expect(await lineOf(phone)).toMatchObject({ notTextable: null, checkedAt: now });
});

test("an answer that says nothing keeps what an earlier one said", async () => {
  const open = await duePhone("0172", { lineType: "mobile", lineCheckedAt: wednesdayMorning });
  const closed = await t.given.phone(`+1${area + 400}5550172`, { lineDueAt: now, ...closedBefore });
  await checkAll();
  expect(await lineOf(open)).toMatchObject({ lineType: "mobile", notTextable: null, checkedAt: now });
  expect(await lineOf(closed)).toMatchObject({ lineType: "landline", notTextable: "landline" });
});

test.each([
  { notTextable: "foreign" },
  { notTextable: "toll_free" },
  { notTextable: "refused_by_carrier", lineType: "mobile", lineCheckedAt: wednesdayMorning },
])("what another source closed stays closed, and the carrier does not learn it: %o", async (said) => {
  const phone = await duePhone("0142", said);
  await checkAll();
  expect(await lookedUp(phone)).toBe(0);
  expect(await lineOf(phone)).toMatchObject({ notTextable: said.notTextable, dueAt: after(halfYear) });
});

test.each(["0142", "0170"])(
  "what is closed while …%s is looked up stays closed for that reason",
  async (n) => {
    const phone = await duePhone(n, n === "0142" ? closedBefore : {});
    await carrier.lookupFaults({ fault: "slow", ms: 1_000 });
    await fillPace();
    const checking = checkLines(t.loopCtx({ now }));
    await expect.poll(() => lookedUp(phone), { timeout: 20_000 }).toBe(1);
    await t.db.update(phones).set({ notTextable: "refused_by_carrier" }).where(eq(phones.id, phone.id));
    expect((await lineOf(phone))?.checkedAt).not.toEqual(now);
    await checking;
    expect(await lineOf(phone)).toMatchObject({ notTextable: "refused_by_carrier", checkedAt: now });
  },
);

async function textQueued(ending: string) {
  const clinic = await t.given.clinic();
  const phone = await duePhone(ending);
  const { id } = await t.given.patient(clinic.program.id, { on: phone });
  const [placed] = await inTransaction(t.loopCtx({ now }), (tx) =>
    queueTexts(tx, [
      {
        ...{ programId: clinic.program.id, senderId: clinic.sender.id, phoneId: phone.id, patientId: id },
        purpose: "outreach",
        body: "Valley Care has a message for you.",
      },
    ]),
  );
  if (!placed) throw new Error("not queued");
  const state = async () => {
    while ((await sendTexts(t.loopCtx({ now }))) > 0);
    await finishSending();
    const [text] = await t.db
      .select({ state: messages.state, reason: messages.reason })
      .from(messages)
      .where(eq(messages.id, placed.messageId));
    return text;
  };
  return { phone, state };
}

test("a campaign's text to a landline is held back", async () => {
  const { state } = await textQueued("0170");
  await checkAll();
  expect(await state()).toEqual({ state: "suppressed", reason: "not_textable" });
});

test.each([
  { fault: "error_before" },
  { fault: "throttle" },
  { fault: "reset_before" },
  { fault: "garbage_reply" },
  { fault: "huge_reply" },
])("an outage never blocks sending, and is met seldom: %o", async (fault) => {
  const { phone, state } = await textQueued("0142");
  await carrier.lookupFaults(fault);
  await checkAll();
  await checkAll();
  expect(await lookedUp(phone)).toBe(1);
  const line = await lineOf(phone);
  expect(line).toMatchObject({ lineType: null, notTextable: null, checkedAt: null });
  expect(line?.dueAt?.getTime()).toBeGreaterThan(now.getTime());
  expect(line?.dueAt?.getTime()).toBeLessThanOrEqual(after(day).getTime());
  expect(await state()).toMatchObject({ state: "submitted" });

  await carrier.lookupFaults();
  await checkAll(after(2 * day));
  expect(await lineOf(phone)).toMatchObject({ lineType: "mobile" });
});

test("while lookups fail, one is tried at a time; once one gets through, the others follow", async () => {
  const many = await Promise.all(["0140", "0141", "0142", "0143", "0144", "0145"].map((n) => duePhone(n)));
  await carrier.lookupFaults({ fault: "error_before" });
  const before = (await carrier.lookups()).length;
  await checkAll();
  await checkAll(after(day));
  expect((await carrier.lookups()).length - before).toBe(6);
  await carrier.lookupFaults();
  await checkAll(after(3 * day));
  for (const phone of many) expect(await lineOf(phone)).toMatchObject({ lineType: "mobile" });
});

test("one number that its network does not answer for keeps nobody else waiting", async () => {
  const [odd, fine] = [await duePhone("0175"), await duePhone("0142")];
  await checkAll();
  expect(await lineOf(odd)).toMatchObject({ lineType: null, checkedAt: null });
  expect(await lineOf(fine)).toMatchObject({ lineType: "mobile" });
});

test.each([
  ["0142", { fault: "refuse", httpStatus: 401 }, "401"],
  ["0142", { fault: "refuse", httpStatus: 402 }, "402"],
  ["0142", { fault: "refuse", httpStatus: 403 }, "403"],
  ["0178", { fault: "slow", ms: 0 }, "UNAUTHORIZED"],
])("a carrier that refuses lookups is asked no more: …%s, %o", async (ending, fault, code) => {
  const phone = await duePhone(ending);
  await carrier.lookupFaults(fault);
  await checkAll();
  await checkAll();
  expect(await lookedUp(phone)).toBe(1);
  expect((await t.auditOf("lines.switched")).at(-1)).toMatchObject({ details: { on: false, code } });
  expect(await lineOf(phone)).toMatchObject({ lineType: null, notTextable: null, dueAt: now });

  const [account] = await t.db.select().from(carrierAccount);
  expect(account).toMatchObject({ checksLines: false, stoppedAt: null });
});

test.each([{ checksLines: false }, { stoppedAt: new Date() }])("nothing leaves while %o", async (account) => {
  const phone = await duePhone("0142");
  await t.db.update(carrierAccount).set(account);
  await checkAll();
  expect(await lookedUp(phone)).toBe(0);
  expect(await lineOf(phone)).toMatchObject({ lineType: null, dueAt: now });
});

test("several workers look each phone up once", async () => {
  const endings = Array.from({ length: 30 }, (_, n) => String(100 + n).padStart(4, "0"));
  const many = await Promise.all(endings.map((ending) => duePhone(ending)));
  await Promise.all([checkAll(), checkAll(), checkAll()]);
  await checkAll();
  const all = await carrier.lookups();
  for (const { e164 } of many) expect(all.filter((number) => number === e164.slice(1))).toHaveLength(1);
});

test("a phone that a text is being started on is not waited for", async () => {
  const [held, free] = [await duePhone("0142"), await duePhone("0143")];
  await t.db.transaction(async (sending) => {
    await sending.execute(sql`select 1 from phones where id = ${held.id} for share`);
    await checkAll();
  });
  expect(await lineOf(free)).toMatchObject({ lineType: "mobile" });
  expect(await lookedUp(held)).toBe(0);
  await checkAll();
  expect(await lineOf(held)).toMatchObject({ lineType: "mobile" });
});

test("a worker that dies with a claim costs one more lookup, ten minutes later", async () => {
  const phone = await duePhone("0142");
  await fillPace();
  const claim = (time: Date) => inTransaction(t.loopCtx({ now: time }), (tx) => claimDueLines(tx, 5));
  expect(await claim(now)).toEqual([{ id: phone.id, e164: phone.e164 }]);
  await checkAll(after(599_999));
  expect(await lookedUp(phone)).toBe(0);
  await checkAll(after(600_000));
  expect(await lookedUp(phone)).toBe(1);
});

test("lookups keep to their rate, whatever is due", async () => {
  const phone = await duePhone("0142");
  await checkAll();
  await t.db.update(phones).set({ lineDueAt: now }).where(eq(phones.id, phone.id));
  await t.db.execute(
    sql`update pace set tokens = -1000, refilled_at = clock_timestamp() where key = 'lines'`,
  );
  expect(await checkLines(t.loopCtx({ now }))).toBe(0);
  expect(await lookedUp(phone)).toBe(1);
});

test("new phones are due at once if they can be texted; those from before are found", async () => {
  const [mobile, tollFree, old] = [numberEnding("0142"), numberEnding("0143"), numberEnding("0144")];
  const ids = await inTransaction(t.loopCtx({ now }), (tx) =>
    ensurePhones(tx, [
      { e164: mobile, notTextable: null },
      { e164: tollFree, notTextable: "toll_free" },
    ]),
  );
  const { id } = await t.given.phone(old);
  expect(await lineOf({ id: ids.get(mobile) ?? newId() })).toMatchObject({ dueAt: now });
  expect(await lineOf({ id: ids.get(tollFree) ?? newId() })).toMatchObject({ dueAt: null });
  expect(await lineOf({ id })).toMatchObject({ dueAt: null });

  await checkAll();
  expect(await lineOf({ id: ids.get(mobile) ?? newId() })).toMatchObject({ lineType: "mobile" });
  expect(await lineOf({ id })).toMatchObject({ lineType: "mobile" });
  expect(await lineOf({ id: ids.get(tollFree) ?? newId() })).toMatchObject({ lineType: null });
});
