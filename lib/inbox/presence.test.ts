import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { presence } from "@/db/schema";
import { Forbidden, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { claimThread } from "./claim";
import { conversations } from "./conversation-testing";
import { presenceIn, sweepPresence, tellPresence } from "./presence";

const t = testDatabase();
const { colleague } = conversations(t, wednesdayMorning);
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;
let dana: Awaited<ReturnType<typeof colleague>>;
let threadId: string;

beforeEach(async () => {
  await t.db.delete(presence);
  clinic = await t.given.clinic();
  dana = await colleague(clinic.program.id);
  threadId = (await t.given.thread(clinic.program.id, clinic.sender.id, clinic.patient.phone.id)).id;
});

const nurse = () => t.ctxFor(clinic.nurse);
const other = () => t.ctxFor(dana);
const othersSeen = async () => (await presenceIn(nurse(), threadId)).others;
const heard = async () =>
  (await t.feedOf("presence.changed")).filter((event) => event.threadId === threadId).length;
const ago = (interval: string, column: "seenAt" | "typingAt") =>
  t.db
    .update(presence)
    .set({ [column]: sql`now() - ${interval}::interval` })
    .where(eq(presence.userId, dana.id));

test("who looks and who types is seen by the others, and each change is told once", async () => {
  expect(await othersSeen()).toEqual([]);
  await tellPresence(other(), { threadId });
  expect(await othersSeen()).toEqual([{ userId: dana.id, name: dana.name, typing: false }]);
  expect((await presenceIn(other(), threadId)).others).toEqual([]);
  await tellPresence(other(), { threadId });
  expect(await heard()).toBe(1);

  await tellPresence(other(), { threadId, typing: true });
  await tellPresence(other(), { threadId, typing: true });
  // That she still looks says nothing of her typing.
  await tellPresence(other(), { threadId });
  expect(await othersSeen()).toMatchObject([{ typing: true }]);
  expect(await heard()).toBe(2);

  await tellPresence(other(), { threadId, typing: false });
  expect(await othersSeen()).toMatchObject([{ typing: false }]);
  await tellPresence(other(), { threadId, leaving: true });
  await tellPresence(other(), { threadId, leaving: true });
  expect(await othersSeen()).toEqual([]);
  expect(await heard()).toBe(4);
});

test("who says nothing more is gone after 20 seconds, and types no more after 6", async () => {
  await tellPresence(other(), { threadId, typing: true });
  await ago("7 seconds", "typingAt");
  expect(await othersSeen()).toMatchObject([{ typing: false }]);
  await tellPresence(other(), { threadId, typing: true });
  expect(await heard()).toBe(2);
  await ago("21 seconds", "seenAt");
  expect(await othersSeen()).toEqual([]);
  await tellPresence(other(), { threadId });
  expect(await othersSeen()).toHaveLength(1);
  expect(await heard()).toBe(3);
});

test("the loop removes who went silently, and tells it once", async () => {
  await tellPresence(other(), { threadId });
  await tellPresence(nurse(), { threadId });
  await ago("21 seconds", "seenAt");
  const before = await heard();
  const runs = await Promise.all([sweepPresence(t.loopCtx()), sweepPresence(t.loopCtx())]);
  expect(runs.reduce((sum, n) => sum + n)).toBe(1);
  expect(await heard()).toBe(before + 1);
  expect(await t.db.select({ userId: presence.userId }).from(presence)).toEqual([
    { userId: clinic.nurse.id },
  ]);
  expect(await sweepPresence(t.loopCtx())).toBe(0);
});

test("with it comes who holds the conversation, and until when", async () => {
  await claimThread(other(), { threadId });
  const { claim } = await presenceIn(nurse(), threadId);
  expect(claim).toMatchObject({ name: dana.name, mine: false });
  const minutes = (Date.parse(claim?.until ?? "") - nurse().now.getTime()) / 60_000;
  expect(minutes).toBeGreaterThan(4.5);
  expect(minutes).toBeLessThan(5.5);
  expect((await presenceIn(other(), threadId)).claim).toMatchObject({ mine: true });
});

test("nobody out of the program sees or writes it, nor who is no nurse", async () => {
  await tellPresence(other(), { threadId });
  const before = await heard();
  const { nurse: stranger } = await t.given.clinic();
  for (const [ctx, refused] of [
    [t.ctxFor(stranger), NotFound],
    [t.ctxFor(clinic.manager), Forbidden],
  ] as const) {
    await expect(presenceIn(ctx, threadId)).rejects.toThrow(refused);
    await expect(tellPresence(ctx, { threadId })).rejects.toThrow(refused);
    await expect(tellPresence(ctx, { threadId, leaving: true })).rejects.toThrow(refused);
  }
  expect(await heard()).toBe(before);
  expect(await othersSeen()).toHaveLength(1);
});
