import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { programs, redFlags, staffedHours } from "@/db/schema";
import { newId } from "@/lib/ids";
import { seal } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { inboxPage } from "./queries";
import { filterChoices } from "./queries-filters";
import { type InboxFilter, type InboxView, inboxViews, rankOf } from "./types";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;
beforeEach(async () => {
  clinic = await t.given.clinic();
});

const minutes = (n: number) => new Date(wednesdayMorning.getTime() + n * 60_000);
const lease = (n: number) => new Date(Date.now() + n * 60_000);

type More = Parameters<typeof t.given.thread>[3];
async function thread(
  more: More = {},
  { program = clinic.program, sender = clinic.sender, language = "en" } = {},
) {
  const { phone } = await t.given.patient(program.id, { language });
  const base = { lastInboundId: newId(), lastMessageAt: minutes(0), ...more };
  return (await t.given.thread(program.id, sender.id, phone.id, base)).id;
}
async function idsIn(view: InboxView, filter: InboxFilter = {}, user = clinic.nurse) {
  return (await inboxPage(t.ctxFor(user), view, filter)).rows.map((row) => row.threadId);
}

test("emergencies stand first, then urgent ones, then who waits longest; never who wrote last", async () => {
  const longest = await thread({ waitingSince: minutes(0) });
  const newest = await thread({ waitingSince: minutes(9) });
  const urgent = await thread({ waitingSince: minutes(8), priority: rankOf("urgent") });
  const laterEmergency = await thread({ waitingSince: minutes(7), priority: rankOf("emergency") });
  const emergency = await thread({ waitingSince: minutes(6), priority: rankOf("emergency") });
  expect(await idsIn("waiting")).toEqual([emergency, laterEmergency, urgent, longest, newest]);
});

test("each conversation stands where what was done with it puts it, and the counts say so", async () => {
  const other = await t.given.user("nurse");
  const free = await thread({ waitingSince: minutes(1) });
  const mine = await thread({
    ...{
      waitingSince: minutes(2),
      claimedBy: clinic.nurse.id,
      claimedAt: minutes(2),
      claimedUntil: lease(5),
    },
  });
  const theirs = await thread({
    ...{ waitingSince: minutes(3), claimedBy: other.id, claimedAt: minutes(3), claimedUntil: lease(5) },
  });
  const lapsed = await thread({
    ...{ waitingSince: minutes(4), claimedBy: other.id, claimedAt: minutes(4), claimedUntil: lease(-1) },
  });
  const answered = await thread();
  const snoozed = await thread({ waitingSince: minutes(5), snoozedUntil: minutes(60) });
  const closed = await thread({ closedAt: minutes(6) });

  expect(await idsIn("waiting")).toEqual([free, mine, theirs, lapsed]);
  expect(await idsIn("unclaimed")).toEqual([free, lapsed]);
  expect(await idsIn("mine")).toEqual([mine]);
  expect(await idsIn("answered")).toEqual([answered]);
  expect(await idsIn("snoozed")).toEqual([snoozed]);
  expect(await idsIn("closed")).toEqual([closed]);
  const page = await inboxPage(t.ctxFor(clinic.nurse), "waiting");
  expect(page.counts).toEqual({
    ...{ waiting: 4, unclaimed: 2, mine: 1, answered: 1, snoozed: 1, unknown: 0, review: 0 },
  });
  expect(page.rows.map((row) => row.claimedBy)).toEqual([null, clinic.nurse.name, other.name, null]);
});

test("what a rule could not judge is read with care, with the words that raised it, until it is cleared", async () => {
  const raised = await thread({ waitingSince: minutes(1) });
  const id = newId();
  await t.db.insert(redFlags).values({
    ...{ threadId: raised, messageId: newId(), rule: "bleeding", id, version: "1", priority: "review" },
    ...{ lowered: "negated", words: seal("red_flags.words", id, "no bleeding"), raisedAt: minutes(1) },
  });
  const [row] = (await inboxPage(t.ctxFor(clinic.nurse), "review")).rows;
  expect(row).toMatchObject({ threadId: raised, flag: { priority: "review", words: "no bleeding" } });
  await t.db
    .update(redFlags)
    .set({ clearedAt: minutes(2) })
    .where(eq(redFlags.id, id));
  expect(await idsIn("review")).toEqual([]);
});

test("the answer is due after so much staffed time as the program promises for that priority", async () => {
  await t.db.update(programs).set({ timeZone: "America/New_York" }).where(eq(programs.id, clinic.program.id));
  await t.db.delete(staffedHours).where(eq(staffedHours.programId, clinic.program.id));
  const hours = { programId: clinic.program.id, opens: "09:00", closes: "17:00" };
  await t.db.insert(staffedHours).values([3, 4].map((weekday) => ({ ...hours, weekday })));
  // 16:30 in New York, half an hour before nobody is there.
  const since = new Date("2026-03-04T21:30:00Z");
  await thread({ waitingSince: since, priority: rankOf("urgent") });
  await thread({ waitingSince: since, priority: rankOf("emergency") });
  const { rows } = await inboxPage(t.ctxFor(clinic.nurse, { now: since }), "waiting");
  expect(rows.map((row) => [row.priority, row.answerDue])).toEqual([
    ["emergency", "2026-03-04T21:35:00.000Z"],
    ["urgent", "2026-03-05T14:30:00.000Z"],
  ]);
});

test("a nurse of several programs sees one order, can narrow it, and sees nothing of others", async () => {
  const second = await t.given.program({ members: [clinic.nurse] });
  const sender = await t.given.sender(second.id);
  const elsewhere = await t.given.clinic();
  const here = await thread({ waitingSince: minutes(5) });
  const there = await thread({ waitingSince: minutes(1) }, { program: second, sender, language: "es-US" });
  const hidden = await thread({ waitingSince: minutes(0) }, elsewhere);

  expect(await idsIn("waiting")).toEqual([there, here]);
  expect(await idsIn("waiting", { programId: second.id })).toEqual([there]);
  expect(await idsIn("waiting", { language: "es" })).toEqual([there]);
  expect(await idsIn("waiting", { language: "zh" })).toEqual([]);
  expect(await idsIn("waiting", { programId: elsewhere.program.id })).toEqual([]);
  const page = await inboxPage(t.ctxFor(clinic.nurse), "closed", { programId: second.id });
  expect(page.counts.waiting).toBe(1);
  for (const view of Object.keys(inboxViews) as InboxView[])
    expect(await idsIn(view, {}, elsewhere.nurse)).toEqual(
      ["waiting", "unclaimed", "recent"].includes(view) ? [hidden] : [],
    );
  expect((await filterChoices(t.ctxFor(clinic.nurse))).programs.map(({ id }) => id).sort()).toEqual(
    [clinic.program.id, second.id].sort(),
  );
});

test.each<[InboxView, (i: number) => More]>([
  ["waiting", (i) => ({ waitingSince: minutes(i % 7), priority: i % 3 })],
  ["closed", (i) => ({ closedAt: minutes(i % 7) })],
  ["answered", (i) => ({ lastMessageAt: minutes(i % 7) })],
])("pages of “%s” over two programs follow each other without gaps or repeats", async (view, more) => {
  const second = await t.given.program({ members: [clinic.nurse] });
  const sender = await t.given.sender(second.id);
  for (let i = 0; i < 56; i++) await thread(more(i), i % 2 === 0 ? {} : { program: second, sender });
  const first = await inboxPage(t.ctxFor(clinic.nurse), view);
  const rest = await inboxPage(t.ctxFor(clinic.nurse), view, { after: first.next ?? undefined });
  expect([first.rows.length, rest.rows.length, rest.next]).toEqual([50, 6, null]);
  expect(new Set([...first.rows, ...rest.rows].map((row) => row.threadId)).size).toBe(56);
});
