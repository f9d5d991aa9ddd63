import { expect, test } from "vitest";
import { Forbidden } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { claimThread } from "./claim";
import { myClaims, releaseMine } from "./hand-over";

const t = testDatabase();

test("at the end of a shift all that a nurse holds goes back, and nothing of a colleague's", async () => {
  const { nurse, program, sender } = await t.given.clinic();
  const colleague = await t.given.user("nurse");
  const other = await t.given.program({ members: [nurse, colleague] });
  const otherSender = await t.given.sender(other.id);
  const ids: string[] = [];
  for (const [programId, senderId] of [
    [program.id, sender.id],
    [other.id, otherSender.id],
    [other.id, otherSender.id],
  ] as const) {
    const { phone } = await t.given.patient(programId);
    ids.push((await t.given.thread(programId, senderId, phone.id)).id);
  }
  const [mine = "", also = "", theirs = ""] = ids;
  await claimThread(t.ctxFor(nurse), { threadId: mine });
  await claimThread(t.ctxFor(nurse), { threadId: also });
  await claimThread(t.ctxFor(colleague), { threadId: theirs });

  expect(await releaseMine(t.ctxFor(nurse))).toBe(2);

  expect(await myClaims(t.ctxFor(nurse))).toEqual([]);
  expect((await myClaims(t.ctxFor(colleague))).map((claim) => claim.threadId)).toEqual([theirs]);
  const released = await t.auditOf("thread.released");
  expect(released.map((row) => row.details)).toEqual([mine, also].sort().map((threadId) => ({ threadId })));
});

test("a manager holds none", async () => {
  const { manager } = await t.given.clinic();
  await expect(releaseMine(t.ctxFor(manager))).rejects.toThrow(Forbidden);
});
