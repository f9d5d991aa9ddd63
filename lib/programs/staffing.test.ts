import { expect, test } from "vitest";
import { programMembers } from "@/db/schema";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { programSummary } from "./queries";
import { setMembers } from "./staffing";

const t = testDatabase();

async function membersOf(ctx: Parameters<typeof programSummary>[0], programId: string) {
  return (await programSummary(ctx, programId)).members.map((m) => m.id).sort();
}

test("people come and go, the manager stays, and each change is audited", async () => {
  const { nurse, manager, program } = await t.given.clinic();
  const newcomer = await t.given.user("nurse");
  const ctx = t.ctxFor(manager);

  await setMembers(ctx, { programId: program.id, userIds: [newcomer.id], seen: [nurse.id, manager.id] });

  expect(await membersOf(ctx, program.id)).toEqual([manager.id, newcomer.id].sort());
  const changes = await t.auditOf("program.staffed");
  expect(changes).toEqual([
    { actorId: manager.id, programId: program.id, details: { userId: newcomer.id, change: "added" } },
    { actorId: manager.id, programId: program.id, details: { userId: nurse.id, change: "removed" } },
  ]);
  expect(await t.feedOf("program.changed")).toContainEqual({ programId: program.id, threadId: null });
});

test("disabled people keep their place without being seen", async () => {
  const { nurse, manager, program } = await t.given.clinic();
  const resting = await t.given.user("nurse", { disabledAt: new Date() });
  const ctx = t.ctxFor(manager);
  await t.db
    .insert(programMembers)
    .values({ programId: program.id, userId: resting.id, addedAt: new Date() });

  await setMembers(ctx, { programId: program.id, userIds: [], seen: [nurse.id, manager.id] });

  expect(await membersOf(ctx, program.id)).toEqual([manager.id, resting.id].sort());
});

test("of two managers who choose at once, one is told that the list changed", async () => {
  const { nurse, manager, program } = await t.given.clinic();
  const second = await t.given.user("nurse");
  const seen = [nurse.id, manager.id];
  const results = await Promise.allSettled([
    setMembers(t.ctxFor(manager), { programId: program.id, userIds: [nurse.id, second.id], seen }),
    setMembers(t.ctxFor(manager), { programId: program.id, userIds: [], seen }),
  ]);

  const refused = results.filter((r) => r.status === "rejected");
  expect(refused.map((r) => r.reason)).toEqual([expect.any(Conflict)]);
});

test("nobody else's program, no nurse, no admin as a member", async () => {
  const { nurse, manager, program } = await t.given.clinic();
  const input = { programId: program.id, userIds: [], seen: [nurse.id, manager.id] };

  await expect(setMembers(t.ctxFor(nurse), input)).rejects.toThrow(Forbidden);
  await expect(setMembers(t.ctxFor(await t.given.user("manager")), input)).rejects.toThrow(NotFound);
  const admin = await t.given.user("admin");
  await expect(setMembers(t.ctxFor(manager), { ...input, userIds: [admin.id] })).rejects.toThrow(Invalid);
  expect(await membersOf(t.ctxFor(manager), program.id)).toEqual([nurse.id, manager.id].sort());
});
