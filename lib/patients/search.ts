import { sql } from "drizzle-orm";
import { programs } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { Invalid } from "@/lib/errors";
import type { SearchInput } from "./inputs";
import { hitsOf } from "./queries-hits";
import { findRows, mostHits } from "./search-rows";
import { readWords } from "./search-words";
import type { SearchAnswer } from "./types-record";

/**
 * Patients of the caller's programs by name, member number, phone or birth date, at most 50 and sorted by name.
 * Audited with what kind of thing was typed and how many were found, never the words. Throws Invalid where there
 * is nothing to look for.
 */
export async function searchPatients(ctx: Ctx, { words }: SearchInput): Promise<SearchAnswer> {
  authorize(ctx, "patient.search");
  const { kinds, ways } = readWords(words, ctx.now.toISOString().slice(0, 10));
  if (ways.length === 0) throw new Invalid(nothingTyped, { words: [nothingTyped] });
  const mine = (await programsSearched(ctx)).map(({ id }) => id);

  const answer = await ctx.db.transaction(async (db) => {
    const tx: Ctx = { ...ctx, db };
    // What it finds first is enough, so the planner may take reading everybody for a bargain.
    await db.execute(sql`set local enable_seqscan = off`);
    const byPatient = new Map<string, boolean>();
    let more = false;
    for (const way of ways) {
      const rows = await findRows(tx, mine, way);
      more ||= rows.more;
      for (const { kept, byJoined } of rows.found)
        byPatient.set(kept, byJoined && (byPatient.get(kept) ?? true));
    }
    const shown = [...byPatient].slice(0, mostHits);
    return { hits: await hitsOf(tx, mine, new Map(shown)), more: more || byPatient.size > mostHits };
  });
  await audit(ctx, "patient.searched", { kinds, found: answer.hits.length, more: answer.more || null });
  return answer;
}

const nothingTyped = "Type a name, a member number, a phone number or a birth date.";

/** Whose patients the caller finds, by name. */
export async function programsSearched(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  authorize(ctx, "patient.search");
  return ctx.db
    .select({ id: programs.id, name: programs.name })
    .from(programs)
    .where(inReach(ctx, programs.id))
    .orderBy(programs.name, programs.id)
    .limit(200);
}
