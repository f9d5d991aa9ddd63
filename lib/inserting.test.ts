import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { insertOf } from "@/db/client";
import { patients } from "@/db/schema";
import { newId } from "./ids";
import { testDatabase, wednesdayMorning } from "./testing";

const t = testDatabase();

const row = (more: Partial<typeof patients.$inferInsert>) => ({
  ...{ id: newId(), memberNumber: Buffer.from([0, 34, 92, 255]), memberIndex: Buffer.from(newId()) },
  ...{ name: Buffer.of(), birthDate: Buffer.from("}"), birthYear: 1994, birthMonth: 5, language: "en" },
  ...{ plan: null, tags: [], nameIndex: [], rowDigest: Buffer.from("{"), statusAt: null },
  ...{ createdAt: wednesdayMorning, updatedAt: wednesdayMorning },
  ...more,
});

test.each([
  { plan: 'a "quoted" plan' },
  { plan: "back\\slash, comma {and} braces" },
  { plan: "null" },
  { plan: "" },
  { plan: null },
  { plan: "two\nlines\tñ 🙂" },
  { tags: [] },
  { tags: ['say "hi"', "null", "", "a,b", "{}", "back\\slash", "two\nlines"] },
  { nameIndex: [1, 2 ** 47 + 1] },
  { statusAt: new Date("2026-03-04T20:30:00.123Z") },
])("a row inserted among others comes back as it was: %o", async (more) => {
  const rows = [row({}), row(more), row({ tags: ["x", "y"] })];
  await t.db.execute(insertOf(patients, rows));
  for (const each of rows) {
    const [found] = await t.db.select().from(patients).where(eq(patients.id, each.id));
    expect(found).toMatchObject(each);
  }
});

test("one row alone comes back as it was, and rows that say the same do", async () => {
  for (const rows of [[row({ plan: "gold", tags: ["x"] })], [row({}), row({})]]) {
    await t.db.execute(insertOf(patients, rows));
    for (const each of rows) {
      const [found] = await t.db.select().from(patients).where(eq(patients.id, each.id));
      expect(found).toMatchObject(each);
    }
  }
});
