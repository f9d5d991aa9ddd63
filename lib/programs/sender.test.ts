import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { pace } from "@/db/schema";
import { Conflict, Forbidden } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { addSender, freeSenders, listSenders, senderOf } from "./sender";

const t = testDatabase();
const number = { number: "+18005550111", kind: "toll_free", segmentsPerSecond: 3 } as const;

test("a number is added with its pace, and is free", async () => {
  const admin = await t.given.user("admin");
  const { id } = await addSender(t.ctxFor(admin), number);

  expect(await listSenders(t.ctxFor(admin))).toContainEqual({
    id,
    ...number,
    networkConfirmsStop: true,
    program: null,
  });
  expect(await t.db.select({ perSecond: pace.perSecond }).from(pace).where(eq(pace.key, id))).toEqual([
    { perSecond: 3 },
  ]);
  expect(await freeSenders(t.ctxFor(await t.given.user("manager")))).toContainEqual({
    id,
    number: number.number,
    kind: "toll_free",
  });
  expect(await t.auditOf("sender.added")).toEqual([
    {
      actorId: admin.id,
      programId: null,
      details: { senderId: id, kind: "toll_free", segmentsPerSecond: 3 },
    },
  ]);
});

test("the same number twice is one number", async () => {
  const admin = t.ctxFor(await t.given.user("admin"));
  const twice = { ...number, number: "+18005550112" };
  const results = await Promise.allSettled([addSender(admin, twice), addSender(admin, twice)]);
  expect(results.flatMap((r) => (r.status === "rejected" ? [r.reason] : []))).toEqual([expect.any(Conflict)]);
});

test.each(["nurse", "manager"] as const)("a %s adds none and does not see whose they are", async (role) => {
  const ctx = t.ctxFor(await t.given.user(role));
  await expect(addSender(ctx, number)).rejects.toThrow(Forbidden);
  await expect(listSenders(ctx)).rejects.toThrow(Forbidden);
});

test("a program's number is its oldest", async () => {
  const { program, sender } = await t.given.clinic();
  await t.given.sender(program.id);
  expect(await senderOf(t.db, program.id)).toEqual({ id: sender.id, number: sender.number, kind: "10dlc" });
  expect(await senderOf(t.db, t.given.newId())).toBeUndefined();
});
