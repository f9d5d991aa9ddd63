import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { users } from "@/db/schema";
import { Conflict, Forbidden } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { addFirstAdmin, addUser } from "./adding";
import { AddUserInput } from "./inputs";
import { passwordMatches } from "./password";
import { signIn } from "./sign-in";

const t = testDatabase();

// First in this file: afterwards there are admins.
describe("the first admin", () => {
  const first = { name: "Ada", email: "ada@valleycare.example" };

  test("can sign in; of two at once there is one, and later ones are refused", async () => {
    const results = await Promise.allSettled([
      addFirstAdmin(t.loopCtx(), first),
      addFirstAdmin(t.loopCtx(), { ...first, email: "bea@valleycare.example" }),
    ]);
    const added = results.flatMap((r) => (r.status === "fulfilled" ? [r.value] : []));
    expect(added).toHaveLength(1);
    const [admin] = added;
    const [row] = await t.db
      .select({ email: users.email, role: users.role })
      .from(users)
      .where(eq(users.id, admin?.id ?? ""));
    expect(row?.role).toBe("admin");
    expect(await signIn(t.loopCtx(), { email: row?.email ?? "", password: admin?.password ?? "" })).toBe(
      admin?.id,
    );
    await expect(addFirstAdmin(t.loopCtx(), { ...first, email: "eve@valleycare.example" })).rejects.toThrow(
      Conflict,
    );
  });

  test("nobody makes themselves one from a screen", async () => {
    const ctx = t.ctxFor(await t.given.user("nurse"));
    await expect(addFirstAdmin(ctx, first)).rejects.toThrow(Forbidden);
  });
});

describe("adding a person", () => {
  test("gives a password once, which only the person's hash knows, and audits without either", async () => {
    const admin = await t.given.user("admin");
    const input = AddUserInput.parse({ name: " Nora ", email: "Nora@ValleyCare.example ", role: "nurse" });
    const { id, password } = await addUser(t.ctxFor(admin), input);

    const [row] = await t.db.select().from(users).where(eq(users.id, id));
    expect(row).toMatchObject({ name: "Nora", email: "nora@valleycare.example", role: "nurse" });
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(row?.passwordHash).not.toContain(password);
    expect(await passwordMatches(password, row?.passwordHash)).toBe(true);
    const added = await t.auditOf("user.added");
    expect(added).toContainEqual({
      actorId: admin.id,
      programId: null,
      details: { userId: id, role: "nurse" },
    });
    expect(JSON.stringify(added)).not.toContain(password);
  });

  test("an address has one account, also when two admins add it at once", async () => {
    const admin = t.ctxFor(await t.given.user("admin"));
    const input = { name: "Luz", email: "luz@valleycare.example", role: "manager" } as const;
    const results = await Promise.allSettled([addUser(admin, input), addUser(admin, input)]);
    expect(results.flatMap((r) => (r.status === "rejected" ? [r.reason] : []))).toEqual([
      expect.any(Conflict),
    ]);
  });

  test.each(["nurse", "manager"] as const)("a %s may not", async (role) => {
    const ctx = t.ctxFor(await t.given.user(role));
    const adding = addUser(ctx, { name: "X", email: "x@valleycare.example", role: "admin" });
    await expect(adding).rejects.toThrow(Forbidden);
  });

  test.each([
    ["name", { name: " ", email: "a@b.example", role: "nurse" }],
    ["email", { name: "A", email: "a@b", role: "nurse" }],
    ["role", { name: "A", email: "a@b.example", role: "owner" }],
  ])("%s is checked", (field, typed) => {
    expect(AddUserInput.safeParse(typed).error?.issues.map((i) => i.path[0])).toEqual([field]);
  });
});
