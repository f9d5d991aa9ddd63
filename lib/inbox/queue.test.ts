import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import * as s from "@/db/schema";
import { Forbidden } from "@/lib/errors";
import { phoneIndex } from "@/lib/phi/blind-index";
import { seal } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { inboxPage } from "./queries";
import { type InboxFilter, type InboxView, inboxViews } from "./types";

const t = testDatabase();
const ago = (minutes: number) => new Date(wednesdayMorning.getTime() - minutes * 60_000);
const seen = { lastInboundId: "01a00000-0000-7000-8000-000000000001" };

type Place = { program: { id: string }; sender: { id: string } };

async function ward() {
  const nurse = await t.given.user("nurse");
  const place = async (): Promise<Place> => {
    const program = await t.given.program({ members: [nurse] });
    return { program, sender: await t.given.sender(program.id) };
  };
  const [here, there] = [await place(), await place()];
  const talk = async (
    { program, sender }: Place,
    more: Partial<typeof s.threads.$inferInsert> & { language?: string; known?: boolean } = {},
  ) => {
    const { language = "en", known = true, ...thread } = more;
    const phone = known ? (await t.given.patient(program.id, { language })).phone : await t.given.phone();
    const at = thread.waitingSince ?? thread.closedAt ?? ago(60);
    return t.given.thread(program.id, sender.id, phone.id, { ...seen, lastMessageAt: at, ...thread });
  };
  const page = (view: InboxView, more: InboxFilter & { after?: string } = {}) =>
    inboxPage(t.ctxFor(nurse), view, more);
  const idsIn = async (view: InboxView, more: InboxFilter = {}) =>
    (await page(view, more)).rows.map((row) => row.threadId);
  return { nurse, here, there, talk, page, idsIn };
}

test("emergencies, then urgent ones, then the longest wait, of all her programs together", async () => {
  const { here, there, talk, idsIn } = await ward();
  const fresh = await talk(here, { waitingSince: ago(1) });
  const urgent = await talk(there, { waitingSince: ago(2), priority: 1 });
  const old = await talk(there, { waitingSince: ago(90) });
  const emergency = await talk(here, { waitingSince: ago(3), priority: 0 });
  await talk(here, { waitingSince: ago(200), snoozedUntil: ago(-60) });

  expect(await idsIn("waiting")).toEqual([emergency, urgent, old, fresh].map(({ id }) => id));
});

test("every conversation stands in its views, and the counts are what stands there", async () => {
  const { nurse, here, there, talk, page, idsIn } = await ward();
  const other = await t.given.user("nurse");
  const held = (by: { id: string }, minutes: number) => ({
    ...{ claimedBy: by.id, claimedAt: ago(5) },
    claimedUntil: new Date(Date.now() + minutes * 60_000),
  });
  const free = await talk(here, { waitingSince: ago(30) });
  const mine = await talk(here, { waitingSince: ago(20), ...held(nurse, 5) });
  const theirs = await talk(there, { waitingSince: ago(10), ...held(other, 5) });
  const lapsed = await talk(there, { waitingSince: ago(5), ...held(other, -1) });
  const answered = await talk(here);
  const [later, sooner] = [
    await talk(here, { snoozedUntil: ago(-90) }),
    await talk(there, { waitingSince: ago(9), snoozedUntil: ago(-30) }),
  ];
  const [first, last] = [
    await talk(here, { closedAt: ago(80), disposition: "answered" }),
    await talk(there, { closedAt: ago(70), disposition: "answered" }),
  ];
  const stranger = await talk(here, { waitingSince: ago(40), known: false });
  await talk(here, { lastInboundId: null });
  const [asks] = await t.db
    .insert(s.stopSuggestions)
    .values({
      ...{ threadId: answered.id, messageId: t.given.newId(), phoneId: answered.phoneId },
      ...{ rule: "test", version: "1", suggestedAt: ago(60) },
    })
    .returning();

  const ids = (...threads: { id: string }[]) => threads.map(({ id }) => id);
  const standing = {
    waiting: ids(free, mine, theirs, lapsed),
    mine: ids(mine),
    unclaimed: ids(free, lapsed),
    review: [asks?.threadId],
    answered: ids(answered),
    snoozed: ids(sooner, later),
    unknown: ids(stranger),
    closed: ids(last, first),
  };
  for (const [view, expected] of Object.entries(standing))
    expect([view, await idsIn(view as InboxView)]).toEqual([view, expected]);
  expect(await idsIn("recent")).toHaveLength(10);
  expect((await page("waiting")).counts).toEqual(
    Object.fromEntries(
      Object.entries(standing).flatMap(([view, list]) => (view === "closed" ? [] : [[view, list.length]])),
    ),
  );
});

test("a text to be read with care is in its view until somebody has, and says the words that raised it", async () => {
  const { here, talk, page, idsIn } = await ward();
  const thread = await talk(here, { waitingSince: ago(10) });
  const flag = async (priority: "urgent" | "review", words: string) => {
    const id = t.given.newId();
    await t.db.insert(s.redFlags).values({
      ...{ threadId: thread.id, messageId: t.given.newId(), rule: "test", id, version: "1", priority },
      ...{ words: seal("red_flags.words", id, words), raisedAt: ago(10) },
    });
    return id;
  };
  const review = await flag("review", "no bleeding");
  await flag("urgent", "bad headache");

  expect(await idsIn("review")).toEqual([thread.id]);
  expect((await page("waiting")).rows[0]?.flag).toMatchObject({ priority: "urgent", words: "bad headache" });
  await t.db
    .update(s.redFlags)
    .set({ clearedAt: ago(1) })
    .where(eq(s.redFlags.id, review));
  expect(await idsIn("review")).toEqual([]);
});

test("filters narrow every view and its counts, alone and together", async () => {
  const { here, there, talk, page, idsIn } = await ward();
  const english = await talk(here, { waitingSince: ago(30) });
  const spanish = await talk(here, { waitingSince: ago(20), language: "es-US" });
  const elsewhere = await talk(there, { waitingSince: ago(10), language: "es" });
  const closed = await talk(here, { closedAt: ago(50), disposition: "answered", language: "es" });
  const programId = here.program.id;
  const campaignId = await enrolled(here, [english, spanish], ago(100));

  expect(await idsIn("waiting", { programId })).toEqual([english.id, spanish.id]);
  expect(await idsIn("waiting", { language: "es" })).toEqual([spanish.id, elsewhere.id]);
  expect(await idsIn("waiting", { campaignId })).toEqual([english.id, spanish.id]);
  expect(await idsIn("closed", { language: "es" })).toEqual([closed.id]);
  expect(await idsIn("closed", { language: "zh" })).toEqual([]);
  const all = { programId, campaignId, language: "es" };
  expect(await idsIn("waiting", all)).toEqual([spanish.id]);
  expect((await page("closed", all)).counts).toMatchObject({ waiting: 1, unclaimed: 1, answered: 0 });
});

test("a campaign counts by the phone that it chose, of several that a patient has", async () => {
  const { here, talk, idsIn } = await ward();
  const chosen = await talk(here, { waitingSince: ago(30) });
  const second = await t.given.phone();
  const campaignId = await enrolled(here, [chosen], ago(100));
  const [link] = await t.db
    .select({ patientId: s.patientPhones.patientId })
    .from(s.patientPhones)
    .where(eq(s.patientPhones.phoneId, chosen.phoneId));
  if (!link) throw new Error("The patient has no phone.");
  await t.db
    .insert(s.patientPhones)
    .values({ ...link, phoneId: second.id, relationship: "self", validFrom: ago(100) });
  const onSecond = await t.given.thread(here.program.id, here.sender.id, second.id, {
    ...{ ...seen, waitingSince: ago(20), lastMessageAt: ago(20) },
  });

  expect(await idsIn("waiting")).toEqual([chosen.id, onSecond.id]);
  expect(await idsIn("waiting", { campaignId })).toEqual([chosen.id]);
});

test("a filter looks through a long view a thousand at a time, and finds what is far back", async () => {
  const { here, talk, page } = await ward();
  const far = await talk(here, { closedAt: ago(5_000), disposition: "answered", language: "ht" });
  const rows = Array.from({ length: 1_010 }, (_, i) => {
    const id = t.given.newId();
    const number = t.given.fictionalNumber();
    return {
      id,
      phone: { id, number: seal("phones.number", id, number), numberIndex: phoneIndex(number) },
      i,
    };
  });
  await t.db.insert(s.phones).values(rows.map(({ phone }) => ({ ...phone, createdAt: ago(9_000) })));
  await t.db.insert(s.threads).values(
    rows.map(({ id, i }) => ({
      ...{ id, phoneId: id, senderId: here.sender.id, programId: here.program.id, createdAt: ago(9_000) },
      ...{ ...seen, lastMessageAt: ago(i + 1), closedAt: ago(i + 1), disposition: "answered" },
    })),
  );

  const first = await page("closed", { language: "ht" });
  expect([first.rows, first.next]).toEqual([[], rows[999]?.id]);
  const further = await page("closed", { language: "ht", after: first.next ?? "" });
  expect(further.rows.map((row) => row.threadId)).toEqual([far.id]);
  expect(further.next).toBeNull();
});

test("pages of several programs follow each other without gaps or repeats", async () => {
  const { here, there, talk, page } = await ward();
  for (let i = 0; i < 27; i += 1) {
    await talk(here, { waitingSince: ago(100 + i), priority: i % 3 });
    await talk(there, { waitingSince: ago(100 + i), priority: i % 3 });
  }
  const first = await page("waiting");
  const second = await page("waiting", { after: first.next ?? "" });
  const ids = [...first.rows, ...second.rows].map((row) => row.threadId);
  expect([first.rows.length, second.rows.length, new Set(ids).size]).toEqual([50, 4, 54]);
  expect(second.next).toBeNull();
});

test("neither a nurse of other programs, whatever she filters by, nor a manager", async () => {
  const { here, talk } = await ward();
  await talk(here, { waitingSince: ago(10) });
  await talk(here, { closedAt: ago(10), disposition: "answered" });
  const [stranger, manager] = [await t.given.user("nurse"), await t.given.user("manager")];
  await t.given.program({ members: [stranger] });
  for (const view of Object.keys(inboxViews) as InboxView[])
    for (const filter of [{}, { programId: here.program.id }]) {
      const { rows, counts } = await inboxPage(t.ctxFor(stranger), view, filter);
      expect([view, rows, Object.values(counts).every((n) => n === 0)]).toEqual([view, [], true]);
    }
  await expect(inboxPage(t.ctxFor(manager), "waiting")).rejects.toThrow(Forbidden);
});

/** A campaign that was launched, with the patients of these conversations. */
async function enrolled({ program }: Place, talks: { phoneId: string }[], at: Date): Promise<string> {
  const campaignId = t.given.newId();
  const manager = await t.given.user("manager");
  await t.db.insert(s.campaigns).values({
    ...{ id: campaignId, programId: program.id, name: "Spring", state: "running" as const },
    ...{ sendGroupId: t.given.newId(), createdBy: manager.id, createdAt: at, launchedAt: at },
  });
  for (const { phoneId } of talks) {
    const [link] = await t.db
      .select({ patientId: s.patientPhones.patientId })
      .from(s.patientPhones)
      .where(eq(s.patientPhones.phoneId, phoneId));
    if (!link) throw new Error("Nobody has this phone.");
    await t.db.insert(s.enrollments).values({
      ...{ campaignId, patientId: link.patientId, programId: program.id, arm: "outreach" },
      ...{ language: "en", phoneId, enrolledAt: at },
    });
  }
  return campaignId;
}
