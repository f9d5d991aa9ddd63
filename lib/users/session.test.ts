import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { sessions, users } from "@/db/schema";
import { testDatabase } from "@/lib/testing";
import { checkSession, createSession, signOut } from "./session";

const t = testDatabase();
const look = (token: string, touch = true) => checkSession(t.db, token, { touch });

async function signedIn() {
  const user = await t.given.user("nurse");
  return { user, token: await createSession(t.db, user.id) };
}

const secondsSinceSeen = async (userId: string) => {
  const ago = sql<number>`extract(epoch from clock_timestamp() - ${sessions.lastSeenAt})::float8`;
  const [row] = await t.db.select({ ago }).from(sessions).where(eq(sessions.userId, userId));
  return row?.ago ?? Number.NaN;
};

const lastSeen = (userId: string, interval: string) =>
  t.db
    .update(sessions)
    .set({ lastSeenAt: sql`clock_timestamp() - ${interval}::interval` })
    .where(eq(sessions.userId, userId));

test("a session says who it is, and its token is not in the database", async () => {
  const { user, token } = await signedIn();
  expect(await look(token)).toEqual({ userId: user.id, name: user.name, email: user.email, role: "nurse" });
  expect(await look(`${token}x`)).toBeNull();
  const [row] = await t.db
    .select({ hash: sessions.tokenHash })
    .from(sessions)
    .where(eq(sessions.userId, user.id));
  expect(row?.hash.equals(Buffer.from(token, "base64url"))).toBe(false);
});

test("fifteen idle minutes end it; work keeps it, what a page does by itself does not", async () => {
  const { user, token } = await signedIn();
  await lastSeen(user.id, "14 minutes");
  expect(await look(token, false)).not.toBeNull();
  expect(await secondsSinceSeen(user.id)).toBeGreaterThan(13 * 60);
  expect(await look(token)).not.toBeNull();
  expect(await secondsSinceSeen(user.id)).toBeLessThan(60);

  await lastSeen(user.id, "15 minutes");
  expect(await look(token)).toBeNull();
});

test("twelve hours end it, however busy", async () => {
  const { user, token } = await signedIn();
  await t.db.update(sessions).set({ expiresAt: sql`clock_timestamp()` }).where(eq(sessions.userId, user.id));
  expect(await look(token)).toBeNull();
});

test("another role counts from the next request on", async () => {
  const { user, token } = await signedIn();
  await t.db.update(users).set({ role: "admin" }).where(eq(users.id, user.id));
  expect(await look(token)).toMatchObject({ role: "admin" });
});

test("signing out ends this session and leaves the person's others", async () => {
  const { user, token } = await signedIn();
  const other = await createSession(t.db, user.id);
  await signOut(t.loopCtx(), token);
  expect(await look(token)).toBeNull();
  expect(await look(other)).not.toBeNull();
  await signOut(t.loopCtx(), token);
  expect(await t.auditOf("session.ended")).toEqual([{ actorId: user.id, programId: null, details: {} }]);
});
