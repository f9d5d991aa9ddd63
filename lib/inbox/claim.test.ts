import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { threads, users } from "@/db/schema";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { claimThread, releaseThread, returnClaims, takeOverThread } from "./claim";
import { conversations } from "./conversation-testing";
import { threadDetail } from "./queries-thread";

const t = testDatabase();
const { threadOf, eventsOf, colleague } = conversations(t, wednesdayMorning);
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;
let dana: Awaited<ReturnType<typeof colleague>>;
let threadId: string;

beforeEach(async () => {
  clinic = await t.given.clinic();
  dana = await colleague(clinic.program.id);
  threadId = (await t.given.thread(clinic.program.id, clinic.sender.id, clinic.patient.phone.id)).id;
});

const nurse = () => t.ctxFor(clinic.nurse);
const other = () => t.ctxFor(dana);
const thread = () => threadOf(clinic.patient.phone.id);
const leaseEnds = (interval: string) =>
  t.db
    .update(threads)
    .set({ claimedUntil: sql`now() + ${interval}::interval` })
    .where(eq(threads.id, threadId));
const minutesLeft = async () =>
  ((await thread()).claimedUntil?.getTime() ?? 0) / 60_000 - Date.now() / 60_000;
const mine = { userId: expect.any(String), words: null, details: {} };

describe("a claim", () => {
  test("lasts five minutes, and stands in the timeline, the audit trail and the feed", async () => {
    await claimThread(nurse(), { threadId });
    expect(await thread()).toMatchObject({ claimedBy: clinic.nurse.id });
    expect(await minutesLeft()).toBeGreaterThan(4.5);
    expect(await minutesLeft()).toBeLessThan(5.5);
    expect(await eventsOf(threadId)).toEqual([{ ...mine, kind: "claimed", userId: clinic.nurse.id }]);
    expect(await t.auditOf("thread.claimed")).toContainEqual({
      ...{ actorId: clinic.nurse.id, programId: clinic.program.id, details: { threadId } },
    });
    expect(await t.feedOf("thread.changed")).toContainEqual({ programId: clinic.program.id, threadId });
  });

  test("is renewed by who has it, which is no event; just after it began nothing is written", async () => {
    await claimThread(nurse(), { threadId });
    const { claimedUntil } = await thread();
    await claimThread(nurse(), { threadId });
    expect((await thread()).claimedUntil).toEqual(claimedUntil);

    await leaseEnds("1 minute");
    await claimThread(nurse(), { threadId });
    expect(await minutesLeft()).toBeGreaterThan(4.5);
    expect(await eventsOf(threadId)).toHaveLength(1);
    expect((await t.auditOf("thread.claimed")).filter((row) => row.actorId === clinic.nurse.id)).toHaveLength(
      1,
    );
  });

  test("of two at once is one nurse's, and the other is told whose", async () => {
    const outcomes = await Promise.allSettled([
      claimThread(nurse(), { threadId }),
      claimThread(other(), { threadId }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [lost] = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(Conflict);
    const holder = (await thread()).claimedBy === dana.id ? dana : clinic.nurse;
    expect(String(lost?.reason)).toContain(holder.name);
    expect(await eventsOf(threadId)).toHaveLength(1);
  });

  test("that ran out is anybody's, before the loop has returned it", async () => {
    await claimThread(nurse(), { threadId });
    await expect(claimThread(other(), { threadId })).rejects.toThrow(clinic.nurse.name);
    await leaseEnds("-1 second");
    expect((await threadDetail(other(), threadId)).claim).toBeNull();
    await expect(releaseThread(nurse(), { threadId })).rejects.toThrow(Conflict);
    await claimThread(other(), { threadId });
    expect((await thread()).claimedBy).toBe(dana.id);
  });

  test("of somebody disabled is free at once", async () => {
    await claimThread(other(), { threadId });
    await t.db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, dana.id));
    expect((await threadDetail(nurse(), threadId)).claim).toBeNull();
    await claimThread(nurse(), { threadId });
    expect((await thread()).claimedBy).toBe(clinic.nurse.id);
  });

  test("is not made by opening a conversation", async () => {
    await threadDetail(nurse(), threadId);
    expect(await thread()).toMatchObject({ claimedBy: null, claimedUntil: null });
  });
});

describe("the loop", () => {
  test("returns what ran out to the pool, once, and everybody sees it", async () => {
    await claimThread(nurse(), { threadId });
    expect(await returnClaims(t.loopCtx())).toBe(0);
    await leaseEnds("-1 second");
    const runs = await Promise.all([returnClaims(t.loopCtx()), returnClaims(t.loopCtx())]);
    expect(runs.reduce((sum, n) => sum + n)).toBe(1);
    expect(await thread()).toMatchObject({ claimedBy: null, claimedAt: null, claimedUntil: null });
    expect(await eventsOf(threadId)).toMatchObject([{ kind: "claimed" }, { kind: "lapsed", userId: null }]);
    expect(await t.auditOf("thread.lapsed")).toContainEqual({
      ...{ actorId: null, programId: clinic.program.id, details: { threadId } },
    });
    const heard = (await t.feedOf("thread.changed")).filter((event) => event.threadId === threadId);
    expect(heard).toHaveLength(2);
    expect(await returnClaims(t.loopCtx())).toBe(0);
  });
});

describe("taking over", () => {
  test("says why in the timeline, sealed, and the one it was taken from may take it back", async () => {
    await claimThread(other(), { threadId });
    await takeOverThread(nurse(), { threadId, reason: "Dana is at lunch" });
    expect((await threadDetail(other(), threadId)).claim).toMatchObject({
      name: clinic.nurse.name,
      mine: false,
    });
    expect((await eventsOf(threadId)).at(-1)).toEqual({
      ...{ kind: "taken_over", userId: clinic.nurse.id },
      ...{ words: "Dana is at lunch", details: { from: dana.name } },
    });
    expect(await t.auditOf("thread.taken-over")).toContainEqual({
      ...{ actorId: clinic.nurse.id, programId: clinic.program.id, details: { threadId } },
    });
    await takeOverThread(other(), { threadId, reason: "Back again" });
    expect((await thread()).claimedBy).toBe(dana.id);
  });

  test("is refused where nobody else has it", async () => {
    await expect(takeOverThread(nurse(), { threadId, reason: "Mine" })).rejects.toThrow(Conflict);
    await claimThread(nurse(), { threadId });
    await expect(takeOverThread(nurse(), { threadId, reason: "Mine" })).rejects.toThrow(Conflict);
    await leaseEnds("-1 second");
    await expect(takeOverThread(other(), { threadId, reason: "Mine" })).rejects.toThrow(Conflict);
  });
});

describe("others", () => {
  test("of another program find nothing", async () => {
    const { nurse: stranger } = await t.given.clinic();
    const ctx = t.ctxFor(stranger);
    await claimThread(nurse(), { threadId });
    for (const act of [claimThread, releaseThread])
      await expect(act(ctx, { threadId })).rejects.toThrow(NotFound);
    await expect(takeOverThread(ctx, { threadId, reason: "why" })).rejects.toThrow(NotFound);
    expect((await thread()).claimedBy).toBe(clinic.nurse.id);
  });

  test("who are no nurses may not", async () => {
    const ctx = t.ctxFor(clinic.manager);
    for (const act of [claimThread, releaseThread])
      await expect(act(ctx, { threadId })).rejects.toThrow(Forbidden);
    await expect(takeOverThread(ctx, { threadId, reason: "why" })).rejects.toThrow(Forbidden);
  });
});
