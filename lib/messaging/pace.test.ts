import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { pace, senders } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { Forbidden, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { PaceSenderInput } from "./inputs";
import { fallSilent, lockPace, paceAccount, paceSender, takePace } from "./pace";
import { accountPace, senderStandings } from "./standing";

const t = testDatabase();
const budget = (senderId: string) => inTransaction(t.loopCtx(), (tx) => lockPace(tx, senderId));

test("an admin changes what a number may send, at once and audited", async () => {
  const { sender } = await t.given.clinic();
  const admin = t.ctxFor(await t.given.user("admin"));
  await paceSender(admin, { senderId: sender.id, segmentsPerSecond: 20, segmentsPerDay: 100 });

  const [row] = await t.db.select().from(pace).where(eq(pace.key, sender.id));
  expect(row).toMatchObject({ perSecond: 20, perDay: 100 });
  const [number] = await t.db.select().from(senders).where(eq(senders.id, sender.id));
  expect(number?.segmentsPerSecond).toBe(20);
  expect(await t.auditOf("sender.paced")).toMatchObject([
    { details: { senderId: sender.id, segmentsPerSecond: 20, segmentsPerDay: 100 } },
  ]);
  expect((await senderStandings(admin)).find((s) => s.id === sender.id)).toMatchObject({
    segmentsPerSecond: 20,
    segmentsPerDay: 100,
    usedToday: 0,
    waiting: { replies: 0, bulk: 0 },
    oldestDue: null,
  });
  await paceSender(admin, { senderId: sender.id, segmentsPerSecond: 20, segmentsPerDay: null });
  expect((await senderStandings(admin)).find((s) => s.id === sender.id)?.segmentsPerDay).toBeNull();
});

test("nobody else may, and only our own numbers have a pace", async () => {
  const { sender, manager } = await t.given.clinic();
  const input = { senderId: sender.id, segmentsPerSecond: 20, segmentsPerDay: null };
  await expect(paceSender(t.ctxFor(manager), input)).rejects.toThrow(Forbidden);
  await expect(paceAccount(t.ctxFor(manager), { requestsPerSecond: 9 })).rejects.toThrow(Forbidden);
  const admin = t.ctxFor(await t.given.user("admin"));
  await expect(paceSender(admin, { ...input, senderId: t.given.newId() })).rejects.toThrow(NotFound);
});

test.each([["0"], ["1001"], ["2.5"], ["fast"]])("%s segments a second are refused", (segmentsPerSecond) => {
  const parsed = PaceSenderInput.safeParse({
    senderId: t.given.newId(),
    segmentsPerSecond,
    segmentsPerDay: "",
  });
  expect(parsed.success).toBe(false);
});

test("the account's pace holds for every number", async () => {
  const { sender } = await t.given.clinic();
  const admin = t.ctxFor(await t.given.user("admin"));
  await paceSender(admin, { senderId: sender.id, segmentsPerSecond: 500, segmentsPerDay: null });
  await paceAccount(admin, { requestsPerSecond: 7 });
  expect(await accountPace(admin)).toBe(7);
  expect((await budget(sender.id)).requests).toBeLessThanOrEqual(7);
  expect(await t.auditOf("account.paced")).toMatchObject([{ details: { requestsPerSecond: 7 } }]);
});

test("after 'too fast' nothing may start for a second", async () => {
  const { sender } = await t.given.clinic();
  const admin = t.ctxFor(await t.given.user("admin"));
  await paceAccount(admin, { requestsPerSecond: 30 });
  await inTransaction(t.loopCtx(), (tx) => fallSilent(tx));
  await inTransaction(t.loopCtx(), (tx) => fallSilent(tx));
  expect((await budget(sender.id)).requests).toBeLessThan(0);
  const [row] = await t.db.select().from(pace).where(eq(pace.key, "account"));
  // Said twice, it is still one second.
  expect(row?.tokens).toBeGreaterThanOrEqual(-30);
});

test("what a day has used is counted from midnight", async () => {
  const { sender } = await t.given.clinic();
  const take = (segments: number) =>
    inTransaction(t.loopCtx(), (tx) => takePace(tx, sender.id, { requests: 1, segments }));
  await take(3);
  await take(4);
  const used = async () =>
    (await t.db.select().from(pace).where(eq(pace.key, sender.id))).map((row) => row.usedThatDay)[0];
  expect(await used()).toBe(7);
  await t.db.update(pace).set({ day: "2020-01-01" }).where(eq(pace.key, sender.id));
  await take(2);
  expect(await used()).toBe(2);
});
