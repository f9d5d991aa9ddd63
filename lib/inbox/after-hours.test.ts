import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { messages, programs, staffedHours, threads } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { segmentsOf } from "@/lib/messaging/segments";
import { recordStop } from "@/lib/messaging/stop";
import { open } from "@/lib/phi/seal";
import { testDatabase } from "@/lib/testing";
import { answerAfterHours } from "./after-hours";
import { afterHoursText } from "./after-hours-text";

const t = testDatabase();

// Wednesday 4 March 2026 in New York, where it is five hours less than UTC until Sunday.
const atNine = new Date("2026-03-04T14:00:00Z");
const evening = new Date("2026-03-04T23:30:00Z");
const nextEvening = new Date("2026-03-05T23:30:00Z");

let ward: Awaited<ReturnType<typeof t.given.clinic>>;
beforeEach(async () => {
  ward = await t.given.clinic();
  await t.db.update(programs).set({ timeZone: "America/New_York" }).where(eq(programs.id, ward.program.id));
  await t.db.delete(staffedHours).where(eq(staffedHours.programId, ward.program.id));
  const days = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: "09:00", closes: "17:00" }));
  await t.db.insert(staffedHours).values(days.map((day) => ({ programId: ward.program.id, ...day })));
});

async function text(now: Date) {
  const { program, sender, patient } = ward;
  const unread = { programId: program.id, phoneId: patient.phone.id, sender };
  await inTransaction(t.loopCtx({ now }), (tx) => answerAfterHours(tx, [unread, unread]));
}

async function answers(): Promise<string[]> {
  const rows = await t.db
    .select({ id: messages.id, body: messages.body })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .where(and(eq(messages.purpose, "auto_reply"), eq(threads.programId, ward.program.id)))
    .orderBy(messages.id)
    .limit(100);
  return rows.map((row) => open("messages.body", row.id, row.body));
}

test("a phone gets one answer in a closed period, and one more in the next", async () => {
  await text(atNine);
  expect(await answers()).toEqual([]);
  await text(evening);
  await text(new Date(evening.getTime() + 3_600_000));
  expect(await answers()).toEqual([expect.stringContaining("back Thursday at 9:00 AM.")]);
  await text(nextEvening);
  expect(await answers()).toHaveLength(2);
});

test("of two workers who file at once, one answers", async () => {
  await Promise.all([text(evening), text(evening)]);
  expect(await answers()).toHaveLength(1);
});

test("none after STOP, none where the program does not want it, none where nobody ever is there", async () => {
  const { program, patient } = ward;
  await t.db.update(programs).set({ answersAfterHours: false }).where(eq(programs.id, program.id));
  await text(evening);
  await t.db.update(programs).set({ answersAfterHours: true }).where(eq(programs.id, program.id));
  await inTransaction(t.loopCtx({ now: evening }), (tx) =>
    recordStop(tx, { phoneId: patient.phone.id, source: "keyword", messageId: null }, evening),
  );
  await text(evening);
  await t.db.delete(staffedHours).where(eq(staffedHours.programId, program.id));
  await text(nextEvening);
  expect(await answers()).toEqual([]);
});

test("the night in which clocks change tells the right hour, and is one period", async () => {
  // Friday 17:00 to Monday 9:00, with an hour less on Sunday 8 March.
  await text(new Date("2026-03-07T15:00:00Z"));
  await text(new Date("2026-03-09T12:59:00Z"));
  expect(await answers()).toEqual([expect.stringContaining("back Monday at 9:00 AM.")]);
  await text(new Date("2026-03-09T13:00:00Z"));
  expect(await answers()).toHaveLength(1);
});

test.each([
  ["en", "GSM-7", 2, "Wednesday at 9:00 AM"],
  ["es-US", "GSM-7", 2, "el miércoles a las 9:00"],
  ["zh-Hant", "UCS-2", 1, "9:00"],
  ["vi", "GSM-7", 2, "Wednesday"],
])("in %s it says when somebody is back, in few segments", (language, encoding, segments, when) => {
  const back = { brand: "Valley Care", opensAt: atNine, zone: "America/New_York" };
  const words = afterHoursText(language, back);
  expect(words).toContain(when);
  expect(words).toContain("911");
  expect(words).toContain("988");
  const counted = segmentsOf(words);
  expect(counted.encoding).toBe(encoding);
  expect(counted.segments).toBeLessThanOrEqual(segments);
  expect(afterHoursText(language, { ...back, opensAt: null })).not.toContain("9:00");
});
