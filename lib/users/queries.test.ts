import { expect, test } from "vitest";
import { Forbidden } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { listUsers, staffToChoose } from "./queries";
import { createSession } from "./session";

const t = testDatabase();
const tomorrow = new Date(Date.now() + 24 * 3_600_000);

test("lists people with their programs and when they were last here, in business time", async () => {
  const { nurse } = await t.given.clinic();
  await t.given.program({ name: "Asthma", members: [nurse] });
  await createSession(t.db, nurse.id);
  const gone = await t.given.user("nurse", { disabledAt: new Date("2026-03-01T12:00:00Z") });
  const admin = await t.given.user("admin");

  const people = await listUsers(t.ctxFor(admin, { now: tomorrow }));

  const row = people.find((p) => p.id === nurse.id);
  expect(row).toMatchObject({
    name: nurse.name,
    email: nurse.email,
    role: "nurse",
    disabledAt: null,
    programs: ["Asthma", "Visits"],
  });
  // Seconds before the business clock's now, although the session is a day older by that clock.
  expect(tomorrow.getTime() - Date.parse(row?.lastSeenAt ?? "")).toBeLessThan(60_000);
  expect(people.find((p) => p.id === gone.id)).toMatchObject({
    disabledAt: "2026-03-01T12:00:00.000Z",
    lastSeenAt: null,
    programs: [],
  });
  expect(JSON.stringify(people)).not.toContain("passwordHash");
});

test("offers active nurses and managers to a manager", async () => {
  const { nurse, manager } = await t.given.clinic();
  const gone = await t.given.user("nurse", { disabledAt: new Date() });
  const admin = await t.given.user("admin");

  const choices = await staffToChoose(t.ctxFor(manager));

  expect(choices).toContainEqual({ id: nurse.id, name: nurse.name, role: "nurse" });
  expect(choices.map((c) => c.id)).not.toContain(gone.id);
  expect(choices.map((c) => c.id)).not.toContain(admin.id);
});

test("people are the admin's, choosing is the manager's", async () => {
  for (const role of ["nurse", "manager"] as const)
    await expect(listUsers(t.ctxFor(await t.given.user(role)))).rejects.toThrow(Forbidden);
  for (const role of ["nurse", "admin"] as const)
    await expect(staffToChoose(t.ctxFor(await t.given.user(role)))).rejects.toThrow(Forbidden);
});
