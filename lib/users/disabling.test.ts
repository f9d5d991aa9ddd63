import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { users } from "@/db/schema";
import { Blocked, Conflict, Forbidden, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { disableUser, enableUser } from "./disabling";
import { checkSession, createSession } from "./session";

const t = testDatabase();
const look = (token: string) => checkSession(t.db, token, { touch: true });

test("disabling ends every session at once; enabling revives none", async () => {
  const admin = await t.given.user("admin");
  const nurse = await t.given.user("nurse");
  const tokens = [await createSession(t.db, nurse.id), await createSession(t.db, nurse.id)];

  await disableUser(t.ctxFor(admin), { userId: nurse.id });
  expect(await Promise.all(tokens.map(look))).toEqual([null, null]);
  // A sign-in that was under way: its session exists, and is worth nothing.
  const late = await createSession(t.db, nurse.id);
  expect(await look(late)).toBeNull();

  await enableUser(t.ctxFor(admin), { userId: nurse.id });
  expect(await Promise.all([...tokens, late].map(look))).toEqual([null, null, null]);
  expect(await look(await createSession(t.db, nurse.id))).toMatchObject({ userId: nurse.id });

  const row = { actorId: admin.id, programId: null, details: { userId: nurse.id } };
  expect(await t.auditOf("user.disabled")).toEqual([row]);
  expect(await t.auditOf("user.enabled")).toEqual([row]);
});

test("the second of two clicks is told", async () => {
  const admin = t.ctxFor(await t.given.user("admin"));
  const { id: userId } = await t.given.user("nurse");
  const results = await Promise.allSettled([disableUser(admin, { userId }), disableUser(admin, { userId })]);
  expect(results.flatMap((r) => (r.status === "rejected" ? [r.reason] : []))).toEqual([expect.any(Conflict)]);

  await enableUser(admin, { userId });
  await expect(enableUser(admin, { userId })).rejects.toThrow(Conflict);
});

test("nobody disables themselves, and two admins cannot disable each other", async () => {
  const [one, two] = [await t.given.user("admin"), await t.given.user("admin")];
  await expect(disableUser(t.ctxFor(one), { userId: one.id })).rejects.toThrow(Blocked);

  await Promise.allSettled([
    disableUser(t.ctxFor(one), { userId: two.id }),
    disableUser(t.ctxFor(two), { userId: one.id }),
  ]);
  const rows = await Promise.all(
    [one, two].map(({ id }) => t.db.select({ at: users.disabledAt }).from(users).where(eq(users.id, id))),
  );
  expect(rows.flat().filter((row) => row.at === null)).toHaveLength(1);
});

test("unknown people are not found, and only admins may", async () => {
  const admin = t.ctxFor(await t.given.user("admin"));
  await expect(disableUser(admin, { userId: t.given.newId() })).rejects.toThrow(NotFound);
  await expect(enableUser(admin, { userId: t.given.newId() })).rejects.toThrow(NotFound);

  const nurse = await t.given.user("nurse");
  for (const role of ["nurse", "manager"] as const) {
    const ctx = t.ctxFor(await t.given.user(role));
    await expect(disableUser(ctx, { userId: nurse.id })).rejects.toThrow(Forbidden);
    await expect(enableUser(ctx, { userId: nurse.id })).rejects.toThrow(Forbidden);
  }
});
