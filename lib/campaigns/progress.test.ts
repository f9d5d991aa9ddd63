import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import { enrollmentSteps, feed, messages } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { Forbidden, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import { advance } from "@/lib/messaging/message-state";
import { recordStop, undoStop } from "@/lib/messaging/stop";
import { seal } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { sendUnknownAgain } from "./again";
import { writeCampaign } from "./drafting";
import { enrollAudiences } from "./enrolling";
import { launchCampaign } from "./launch";
import { followTexts } from "./progress";
import { campaignDetail } from "./queries-detail";
import { renderDueSteps } from "./stepping";
import { firstTexts } from "./types";

const t = testDatabase();
const later = (minutes: number) => new Date(wednesdayMorning.getTime() + minutes * 60_000);

/** A launched campaign with one text written, to one person. */
async function givenText(clinic?: Awaited<ReturnType<typeof t.given.clinic>>) {
  const place = clinic ?? (await t.given.clinic());
  const ctx = t.ctxFor(place.manager);
  const programId = place.program.id;
  const campaignId = await writeCampaign(ctx, { programId, name: "Visits", ...firstTexts });
  await launchCampaign(ctx, { campaignId, expected: 1 });
  while ((await enrollAudiences(t.loopCtx())) > 0);
  await renderDueSteps(t.loopCtx());
  const step = await stepOf(campaignId);
  return { ...place, ctx, campaignId, text: { threadId: step.threadId, messageId: step.messageId } };
}

async function stepOf(campaignId: string) {
  const [step] = await t.db.select().from(enrollmentSteps).where(eq(enrollmentSteps.campaignId, campaignId));
  if (!step) throw new Error("No text was written.");
  return step;
}

/** Until nothing is left: rows wait while any test of the cluster has an older transaction open. */
async function followAll(ctx: Ctx = t.loopCtx()) {
  do await followTexts(ctx);
  while (await isBehind());
}

async function isBehind() {
  const [row] = await rowsOf<{ behind: boolean }>(
    t.db,
    sql`select exists (select 1 from feed f, feed_cursors c where (f.xid, f.id) > (c.xid, c.id)) as behind`,
  );
  return row?.behind;
}

async function rewind() {
  await t.db.execute(sql`update feed_cursors set xid = '0', id = '00000000-0000-0000-0000-000000000000'`);
}

/** What arrival leaves behind: an inbound text, and word of it. */
async function receive(threadId: string, programId: string, minutes: number, tx: Ctx = t.loopCtx()) {
  const id = newId();
  await tx.db.insert(messages).values({
    threadId,
    id,
    direction: "in",
    state: "received",
    body: seal("messages.body", id, "1"),
    segments: 1,
    createdAt: later(minutes),
  });
  await record(tx, { kind: "inbound.filed", programId, threadId, messageId: id });
  return id;
}

test("a text is queued, then sent, then delivered; money counts once it was sent", async () => {
  const { ctx, campaignId, text, program } = await givenText();
  await followAll();
  expect((await campaignDetail(ctx, campaignId)).counts).toMatchObject({ queued: 1, sent: 0, costMicros: 0 });

  await advance(t.loopCtx({ now: later(1) }), text, "submitted");
  await followAll();
  expect(await stepOf(campaignId)).toMatchObject({ sentAt: later(1), deliveredAt: null });

  await advance(t.loopCtx({ now: later(2) }), text, "delivered");
  await followAll();
  expect(await stepOf(campaignId)).toMatchObject({ sentAt: later(1), deliveredAt: later(2), failedAt: null });
  expect((await campaignDetail(ctx, campaignId)).counts).toMatchObject({
    queued: 0,
    sent: 1,
    delivered: 1,
    failed: 0,
    costMicros: program.segmentCostMicros,
  });
});

test("a text that failed says when and why", async () => {
  const { ctx, campaignId, text } = await givenText();
  await advance(t.loopCtx({ now: later(1) }), text, "suppressed", "no_consent");
  await followAll();

  expect(await stepOf(campaignId)).toMatchObject({ sentAt: null, failedAt: later(1), failure: "no_consent" });
  expect(await campaignDetail(ctx, campaignId)).toMatchObject({
    counts: { sent: 0, failed: 1, costMicros: 0 },
    failures: [{ code: "no_consent", people: 1 }],
  });
});

test("unknown is neither sent nor failed, until a receipt settles it", async () => {
  const { ctx, campaignId, text } = await givenText();
  await advance(t.loopCtx({ now: later(1) }), text, "unknown", "timeout");
  await followAll();
  expect((await campaignDetail(ctx, campaignId)).counts).toMatchObject({
    unknown: 1,
    sent: 0,
    failed: 0,
    queued: 0,
  });

  await advance(t.loopCtx({ now: later(9) }), text, "delivered");
  await followAll();
  expect(await stepOf(campaignId)).toMatchObject({ sentAt: later(9), deliveredAt: later(9), failure: null });
});

test("a reply answers the newest text before it, even one whose sending has not settled yet", async () => {
  const { campaignId, text, program } = await givenText();
  await t.db
    .update(messages)
    .set({ state: "sending" })
    .where(and(eq(messages.threadId, text.threadId), eq(messages.id, text.messageId)));
  await receive(text.threadId, program.id, 5);
  await followAll();

  expect(await stepOf(campaignId)).toMatchObject({ repliedAt: later(5) });
});

test("the first reply counts, and further ones are not taken for answers to older texts", async () => {
  const first = await givenText();
  await advance(t.loopCtx(), first.text, "delivered");
  const second = await givenText(first);
  await advance(t.loopCtx(), second.text, "delivered");
  expect(second.text.threadId).toBe(first.text.threadId);

  await receive(first.text.threadId, first.program.id, 5);
  await followAll();
  await receive(first.text.threadId, first.program.id, 6);
  await followAll();

  expect(await stepOf(second.campaignId)).toMatchObject({ repliedAt: later(5) });
  expect(await stepOf(first.campaignId)).toMatchObject({ repliedAt: null });
});

test("a reply that came before the text was written is not its answer", async () => {
  const first = await givenText();
  await advance(t.loopCtx(), first.text, "delivered");
  await receive(first.text.threadId, first.program.id, 1);
  const second = await givenText(first);
  await advance(t.loopCtx(), second.text, "delivered");
  await followAll();

  expect(await stepOf(first.campaignId)).toMatchObject({ repliedAt: later(1) });
  expect(await stepOf(second.campaignId)).toMatchObject({ repliedAt: null });
});

test("a STOP counts as a stop of the text it answers, and not as a reply", async () => {
  const first = await givenText();
  await advance(t.loopCtx(), first.text, "delivered");
  const elsewhere = await t.given.clinic();
  const otherThread = await t.given.thread(elsewhere.program.id, elsewhere.sender.id, first.patient.phone.id);
  expect(otherThread.phoneId).toBe(first.patient.phone.id);
  const word = await receive(first.text.threadId, first.program.id, 5);
  await recordStop(t.loopCtx({ now: later(5) }), {
    phoneId: first.patient.phone.id,
    source: "keyword",
    messageId: word,
  });
  await followAll();

  expect(await stepOf(first.campaignId)).toMatchObject({ stoppedAt: later(5), repliedAt: null });
});

test("a stop that was undone stays a fact of the text, and START is no stop", async () => {
  const { campaignId, text, program, patient } = await givenText();
  await advance(t.loopCtx(), text, "delivered");
  await recordStop(t.loopCtx({ now: later(5) }), {
    phoneId: patient.phone.id,
    source: "staff",
    messageId: null,
  });
  await followAll();
  const start = await receive(text.threadId, program.id, 7);
  await undoStop(t.loopCtx({ now: later(7) }), { phoneId: patient.phone.id, messageId: start });
  await followAll();

  expect(await stepOf(campaignId)).toMatchObject({ stoppedAt: later(5) });
});

test("the whole feed again changes nothing and announces nothing", async () => {
  const { campaignId, text, program, patient } = await givenText();
  await advance(t.loopCtx({ now: later(1) }), text, "submitted");
  await advance(t.loopCtx({ now: later(2) }), text, "delivered");
  await receive(text.threadId, program.id, 3);
  const word = await receive(text.threadId, program.id, 4);
  await recordStop(t.loopCtx({ now: later(4) }), {
    phoneId: patient.phone.id,
    source: "keyword",
    messageId: word,
  });
  await followAll();
  const before = await t.db.select().from(enrollmentSteps).orderBy(enrollmentSteps.messageId);
  const announced = (await t.feedOf("campaign.changed")).length;

  await rewind();
  await followAll(t.loopCtx({ now: later(60) }));

  expect(await stepOf(campaignId)).toMatchObject({ repliedAt: later(3), stoppedAt: later(4) });
  expect(await t.db.select().from(enrollmentSteps).orderBy(enrollmentSteps.messageId)).toEqual(before);
  expect(await t.feedOf("campaign.changed")).toHaveLength(announced);
});

test("many changes in one batch announce each campaign once", async () => {
  await followAll();
  const { campaignId, text, program, patient } = await givenText();
  await followAll();
  const count = async () =>
    (await t.db.select({ id: feed.id }).from(feed).where(eq(feed.campaignId, campaignId))).length;
  const before = await count();
  // One transaction: its feed rows become readable together, so they are one batch.
  await inTransaction(t.loopCtx(), async (tx) => {
    await advance(tx, text, "submitted");
    await advance(tx, text, "delivered");
    await receive(text.threadId, program.id, 3, tx);
    await recordStop(tx, { phoneId: patient.phone.id, source: "staff", messageId: null });
  });

  await followAll();

  expect(await count()).toBe(before + 1);
});

test("of two managers who send a campaign's unknown texts again, one does; the numbers follow", async () => {
  const { ctx, campaignId, text, program } = await givenText();
  await inTransaction(t.loopCtx(), (tx) => advance(tx, text, "unknown", "timeout"));
  await followAll();
  expect((await campaignDetail(ctx, campaignId)).counts).toMatchObject({ unknown: 1, queued: 0 });

  const results = await Promise.allSettled([
    sendUnknownAgain(ctx, { campaignId }),
    sendUnknownAgain(ctx, { campaignId }),
  ]);
  expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
  await followAll();
  expect((await campaignDetail(ctx, campaignId)).counts).toMatchObject({ unknown: 0, queued: 1 });
  expect(await t.auditOf("campaign.sent-again")).toContainEqual(
    expect.objectContaining({ programId: program.id, details: { campaignId, count: 1 } }),
  );
  const stranger = t.ctxFor(await t.given.user("manager"));
  await expect(sendUnknownAgain(stranger, { campaignId })).rejects.toThrow(NotFound);
  await expect(sendUnknownAgain(t.ctxFor(await t.given.user("nurse")), { campaignId })).rejects.toThrow(
    Forbidden,
  );
});
