import { sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import type { Ctx } from "@/lib/context";
import { open } from "@/lib/phi/seal";
import { type Judgement, judge } from "./judgement";
import { isFullPart } from "./segments";

export interface LastText {
  at: Date;
  text: string;
  /** With the pieces before it, as far as they came in the same batch. */
  whole: string;
  /** A nurse was asked already whether its words, or those of a piece before it, ask us to stop. */
  suggests: boolean;
}

/** The last text of each thread where the patient wrote it. */
export async function lastTexts(tx: Ctx, texts: { threadId: string }[]): Promise<Map<string, LastText>> {
  const rows = await rowsOf<{
    thread_id: string;
    id: string;
    body: Buffer;
    created_at: string;
    suggests: boolean;
  }>(
    tx.db,
    sql`select last.* from unnest(${uuids([...new Set(texts.map((text) => text.threadId))])}) t(id)
        cross join lateral (
          select m.thread_id, m.id, m.body, m.created_at, m.direction, exists (
            select 1 from stop_suggestions s where s.thread_id = m.thread_id and s.message_id = m.id) as suggests
          from messages m
          where m.thread_id = t.id order by m.id desc limit 1) last
        where last.direction = 'in'`,
  );
  return new Map(
    rows.map((row) => {
      const text = open("messages.body", row.id, row.body);
      const { suggests } = row;
      return [row.thread_id, { at: new Date(row.created_at), text, whole: text, suggests }];
    }),
  );
}

const longestGap = 10_000;

/** Some networks hand a long text over in pieces that nothing holds together but their length and their time. */
export const goesOn = (before: LastText, text: { receivedAt: Date }): boolean =>
  Math.abs(text.receivedAt.getTime() - before.at.getTime()) <= longestGap && isFullPart(before.text);

/**
 * What a text says about stopping, given the text that it goes on from. A piece that is wholly STOP counts as one:
 * better one stop too many, which a START undoes. Any other word must be the whole of the joined text. Looser
 * wording counts in the piece and in the whole, but what the piece before it suggested is not suggested twice.
 */
export function judgeText(text: string, before: LastText | undefined): Judgement {
  const alone = judge(text);
  if (!before || alone.keyword?.kind === "stop") return alone;
  const joined = judge(before.whole + text);
  if (joined.keyword) return joined;
  if (alone.suggestion) return { ...alone, keyword: undefined };
  if (joined.suggestion && !before.suggests) return joined;
  return { ...alone, keyword: undefined, rule: null };
}
