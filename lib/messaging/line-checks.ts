import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { at, rowsOf } from "@/db/client";
import { audit as auditTable, carrierAccount, pace } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { carrierSettings } from "@/lib/env";
import { Blocked, Conflict } from "@/lib/errors";
import { firstIdAt } from "@/lib/ids";
import { log } from "@/lib/log";
import type { SwitchLinesInput } from "./inputs";
import { linePaceKey } from "./line-due";
import { type LineType, lineTypes } from "./vonage/insights";

// Whether kinds of lines are looked up at all: off until an admin decides that the carrier may learn the numbers.

const account = eq(carrierAccount.id, "account");

/** Also false while the carrier refuses the account: it would only be asked in vain. */
export async function linesAreChecked(ctx: Ctx): Promise<boolean> {
  const on = await ctx.db
    .select({ id: carrierAccount.id })
    .from(carrierAccount)
    .where(and(account, eq(carrierAccount.checksLines, true), isNull(carrierAccount.stoppedAt)))
    .limit(1);
  return on.length > 0;
}

/** Lets numbers be looked up, or no longer. Blocked without a carrier, Conflict when it is so already. */
export async function switchLineChecks(ctx: Ctx, { on }: SwitchLinesInput): Promise<void> {
  authorize(ctx, "carrier.lines");
  if (on && !carrierSettings()) throw new Blocked("Texting is not configured, so no line can be checked.");
  await inTransaction(ctx, async (tx) => {
    if (!(await turn(tx, on)))
      throw new Conflict(`Checking is ${on ? "on" : "off"} already: somebody switched it a moment ago.`);
    await audit(tx, "lines.switched", { on });
  });
}

/** The carrier refuses lookups, and would refuse the next one too: off until an admin has put that right. */
export async function endLineChecks(tx: Ctx, code: string): Promise<void> {
  if (!(await turn(tx, false))) return;
  await audit(tx, "lines.switched", { on: false, code });
  log.error("the carrier refuses to look up lines; they are no longer checked", { reason: code });
}

async function turn(tx: Ctx, on: boolean): Promise<boolean> {
  const turned = await tx.db
    .update(carrierAccount)
    .set({ checksLines: on })
    .where(and(account, eq(carrierAccount.checksLines, !on)))
    .returning({ id: carrierAccount.id });
  return turned.length > 0;
}

export interface LineStanding {
  on: boolean;
  /** Set while it is off because the carrier refused lookups. `at` is ISO. */
  refused: { at: string; code: string } | null;
  /** Numbers whose line has been looked up, by what it is. */
  kinds: Record<LineType, number>;
  /** Numbers that can be texted and have not been looked up yet, or not for half a year. */
  waiting: number;
  /** ISO; when the carrier last said what a line is. */
  answeredAt: string | null;
}

/** How the checking of lines stands. Its counts may be some seconds old: see `countLines`. */
export async function lineStanding(ctx: Ctx): Promise<LineStanding> {
  authorize(ctx, "carrier.read");
  const [row] = await ctx.db
    .select({ on: carrierAccount.checksLines })
    .from(carrierAccount)
    .where(account)
    .limit(1);
  const on = row?.on ?? false;
  return { on, refused: on ? null : await refusal(ctx), ...(await countLines(ctx)) };
}

const minute = 60_000;

/** A refusal comes right after the last claim: only the audit rows of those minutes are read. */
async function refusal(ctx: Ctx): Promise<LineStanding["refused"]> {
  const [claim] = await ctx.db
    .select({ at: pace.refilledAt })
    .from(pace)
    .where(eq(pace.key, linePaceKey))
    .limit(1);
  if (!claim) return null;
  const around = (minutes: number) => firstIdAt(new Date(claim.at.getTime() + minutes * minute));
  const [switched] = await ctx.db
    .select({ at: auditTable.at, details: auditTable.details })
    .from(auditTable)
    .where(
      and(
        eq(auditTable.action, "lines.switched"),
        gt(auditTable.id, around(-1)),
        lt(auditTable.id, around(10)),
      ),
    )
    .orderBy(desc(auditTable.id))
    .limit(1);
  const code = switched?.details.code;
  return switched && typeof code === "string" ? { at: switched.at.toISOString(), code } : null;
}

type Counts = Pick<LineStanding, "kinds" | "waiting" | "answeredAt">;

let counted: { counts: Promise<Counts>; until: number } | undefined;

/**
 * No index counts kinds, and one would slow every roster down: this reads all phones, 0.2 to 0.3 s for 1,000,000.
 * So a count is kept a hundred times as long as it took: a small house's is fresh, a large one's half a minute old.
 */
async function countLines(ctx: Ctx): Promise<Counts> {
  const begun = performance.now();
  if (counted && begun < counted.until) return counted.counts;
  const fresh = { counts: readCounts(ctx), until: Number.POSITIVE_INFINITY };
  counted = fresh;
  try {
    return await fresh.counts;
  } catch (error) {
    counted = undefined;
    throw error;
  } finally {
    const ended = performance.now();
    fresh.until = ended + 100 * (ended - begun);
  }
}

async function readCounts(ctx: Ctx): Promise<Counts> {
  const rows = await rowsOf<{
    kind: LineType | null;
    phones: number;
    waiting: number;
    answered: string | null;
  }>(
    ctx.db,
    sql`select line_type as kind, count(*)::int as phones, max(line_checked_at) as answered,
          count(*) filter (
            where (not_textable is null or not_textable = line_type)
              and (line_checked_at is null or line_due_at <= ${at(ctx.now)}))::int as waiting
        from phones group by line_type`,
  );
  const of = (kind: LineType) => rows.find((row) => row.kind === kind)?.phones ?? 0;
  const answered = rows.flatMap((row) => (row.answered ? [new Date(row.answered).toISOString()] : []));
  return {
    kinds: Object.fromEntries(lineTypes.map((kind) => [kind, of(kind)])) as Record<LineType, number>,
    waiting: rows.reduce((sum, row) => sum + row.waiting, 0),
    answeredAt: answered.sort().at(-1) ?? null,
  };
}
