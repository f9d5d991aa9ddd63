import { sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import type { Ctx } from "@/lib/context";
import { open } from "@/lib/phi/seal";
import { type Keyword, keywordOf } from "./keyword";
import { isFullPart } from "./segments";

export interface LastText {
  at: Date;
  text: string;
  /** With the pieces before it, as far as they came in the same batch. */
  whole: string;
}

/** The last text of each thread where the patient wrote it. */
export async function lastTexts(tx: Ctx, texts: { threadId: string }[]): Promise<Map<string, LastText>> {
  const rows = await rowsOf<{ thread_id: string; id: string; body: Buffer; created_at: string }>(
    tx.db,
    sql`select last.* from unnest(${uuids([...new Set(texts.map((text) => text.threadId))])}) t(id)
        cross join lateral (
          select m.thread_id, m.id, m.body, m.created_at, m.direction from messages m
          where m.thread_id = t.id order by m.id desc limit 1) last
        where last.direction = 'in'`,
  );
  return new Map(
    rows.map((row) => {
      const text = open("messages.body", row.id, row.body);
      return [row.thread_id, { at: new Date(row.created_at), text, whole: text }];
    }),
  );
}

const longestGap = 10_000;

/** Some networks hand a long text over in pieces that nothing holds together but their length and their time. */
export const goesOn = (before: LastText, text: { receivedAt: Date }): boolean =>
  Math.abs(text.receivedAt.getTime() - before.at.getTime()) <= longestGap && isFullPart(before.text);

/**
 * A piece that is wholly STOP counts as one, even where it goes on from another: better one stop too many, which
 * a START undoes. Any other word must be the whole of the joined text.
 */
export function keywordIn(
  text: string,
  continues: boolean,
  joined: Keyword | undefined,
): Keyword | undefined {
  const alone = keywordOf(text);
  return !continues || alone?.kind === "stop" ? alone : joined;
}
