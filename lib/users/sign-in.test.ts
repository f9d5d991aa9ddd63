import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { signInAttempts } from "@/db/schema";
import { accountDigest } from "@/lib/phi/blind-index";
import { testDatabase } from "@/lib/testing";
import { hashPassword } from "./password";
import { signIn } from "./sign-in";

const t = testDatabase();
const password = "a long and good one";

async function person(more: { disabledAt?: Date } = {}) {
  return t.given.user("nurse", { passwordHash: await hashPassword(password), ...more });
}

test("the right password signs in, however the address is written, and is audited", async () => {
  const nurse = await person();
  expect(await signIn(t.loopCtx(), { email: ` ${nurse.email.toUpperCase()} `, password })).toBe(nurse.id);
  expect(await t.auditOf("session.started")).toContainEqual({
    actorId: nurse.id,
    programId: null,
    details: {},
  });
});

test("wrong password, unknown address and disabled account look the same from outside", async () => {
  const nurse = await person();
  const gone = await person({ disabledAt: new Date() });
  const tries = [
    { email: nurse.email, password: "wrong" },
    { email: "nobody@valleycare.example", password },
    { email: gone.email, password },
    { email: "no\u0000body@valleycare.example", password },
  ];
  for (const typed of tries) expect(await signIn(t.loopCtx(), typed)).toBeNull();
  const refused = JSON.stringify(await t.auditOf("session.refused"));
  expect(refused).not.toContain("valleycare.example");
});

test("after ten wrong tries even the right password rests, for fifteen minutes", async () => {
  const nurse = await person();
  for (let n = 0; n < 10; n += 1)
    expect(await signIn(t.loopCtx(), { email: nurse.email, password: "wrong" })).toBeNull();
  expect(await signIn(t.loopCtx(), { email: nurse.email, password })).toBeNull();
  const other = await person();
  expect(await signIn(t.loopCtx(), { email: other.email, password })).toBe(other.id);

  await t.db
    .update(signInAttempts)
    .set({ windowStart: sql`clock_timestamp() - interval '16 minutes'` })
    .where(eq(signInAttempts.account, accountDigest(nurse.email)));
  expect(await signIn(t.loopCtx(), { email: nurse.email, password })).toBe(nurse.id);
});

test("a good sign-in forgets the wrong tries before it", async () => {
  const nurse = await person();
  for (let n = 0; n < 9; n += 1) await signIn(t.loopCtx(), { email: nurse.email, password: "wrong" });
  expect(await signIn(t.loopCtx(), { email: nurse.email, password })).toBe(nurse.id);
  await signIn(t.loopCtx(), { email: nurse.email, password: "wrong" });
  expect(await signIn(t.loopCtx(), { email: nurse.email, password })).toBe(nurse.id);
});

test("tries that come all at once are counted too: no more than ten passwords are looked at", async () => {
  const nurse = await person();
  const before = await refusedFor("wrong address or password");
  await Promise.all(
    Array.from({ length: 30 }, (_, n) => signIn(t.loopCtx(), { email: nurse.email, password: `wrong ${n}` })),
  );
  expect((await refusedFor("wrong address or password")) - before).toBe(10);
});

const refusedFor = async (reason: string) =>
  (await t.auditOf("session.refused")).filter(
    ({ details }) => (details as { reason: string }).reason === reason,
  ).length;
