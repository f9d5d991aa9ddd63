import { desc, eq } from "drizzle-orm";
import { patients, programPatients } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { open } from "@/lib/phi/seal";

const sampled = 200;
const enough = 5;

/**
 * How many digits a program's member numbers have, where nearly all have as many and some begin with a zero: a
 * spreadsheet that takes them for numbers drops those zeros. Null where that cannot be told.
 */
export async function memberDigitsOf(ctx: Ctx, programId: string): Promise<number | null> {
  const newest = await ctx.db
    .select({ id: patients.id, memberNumber: patients.memberNumber })
    .from(programPatients)
    .innerJoin(patients, eq(patients.id, programPatients.patientId))
    .where(eq(programPatients.programId, programId))
    .orderBy(desc(programPatients.patientId))
    .limit(sampled);
  const numbers = newest.map(({ id, memberNumber }) => open("patients.member_number", id, memberNumber));
  const padded = numbers.filter((number) => /^0\d+$/.test(number));
  const digits = padded[0]?.length;
  const alike = numbers.filter((number) => /^\d+$/.test(number) && number.length === digits);
  return digits && alike.length >= Math.max(enough, numbers.length * 0.9) ? digits : null;
}
