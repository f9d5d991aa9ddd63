import { type SQL, sql } from "drizzle-orm";
import { at, rowsOf } from "@/db/client";
import { authorize } from "@/lib/access/authorize";
import { programIdsOf } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { type GateFacts, gate, type Verdict } from "./gate";
import { type GateFactsRow, gateFactsOf, readFacts } from "./gate-facts";
import { delayWords, suppressionWords, type TextingAnswer } from "./types";

const askedAbout = ["outreach", "reply"] as const;

/**
 * May we text this patient now, and why not: for each valid phone, each of the caller's programs that has the
 * patient, and for outreach and a reply, answered by the gate itself. Empty for a patient out of reach.
 */
export async function textingAnswers(ctx: Ctx, patientId: string): Promise<TextingAnswer[]> {
  authorize(ctx, "thread.read");
  const links = sql`(
    select distinct l.phone_id, l.patient_id, m.program_id from patient_phones l
    join program_patients m on m.patient_id = l.patient_id and m.program_id in (${programIdsOf(ctx)})
    where l.patient_id = ${patientId}::uuid and l.valid_until is null)`;
  return answersFor(ctx, links, 50);
}

/** The same for a subquery of (phone_id, patient_id, program_id). */
export async function answersFor(ctx: Ctx, links: SQL, limit: number): Promise<TextingAnswer[]> {
  const asked = sql`(
    select null::uuid as key, l.phone_id, l.patient_id, l.program_id, null::uuid as send_group_id, ask.purpose,
      ${at(ctx.now)} as queued_at
    from ${links} l cross join (values ('outreach'), ('reply')) ask(purpose))`;
  const rows = await rowsOf<GateFactsRow & { program: string }>(
    ctx.db,
    sql`select facts.*, program.name as program from ${gateFactsOf(ctx, asked)} facts
        join programs program on program.id = facts.program_id
        order by program.name, facts.program_id, facts.phone_id, facts.purpose
        limit ${limit * askedAbout.length}`,
  );
  return rows.map((row) => ({
    phoneId: row.phone_id,
    programId: row.program_id,
    program: row.program,
    purpose: askedAbout.find((purpose) => purpose === row.purpose) ?? "reply",
    ...answerOf(readFacts(row), ctx.now),
  }));
}

/** The gate's verdict as a sentence. */
export function answerOf(facts: GateFacts, now: Date): { may: boolean; sentence: string } {
  const verdict = gate(facts, now);
  const may = "go" in verdict;
  return { may, sentence: may ? yesTo(facts) : noTo(facts, verdict) };
}

function yesTo({ purpose, stopSuggested }: GateFacts): string {
  if (purpose === "outreach") return "Yes, campaigns may text this number now.";
  // `replyToThread` asks for that decision first; a reply on its way is not held for it.
  if (stopSuggested) return "Yes, once it is decided in the conversation whether a text asks us to stop.";
  return "Yes, you may reply to this number now.";
}

function noTo(facts: GateFacts, verdict: Verdict): string {
  if ("never" in verdict) return `No. ${suppressionWords[verdict.never]}`;
  if (!("notBefore" in verdict)) return yesTo(facts);
  const words = delayWords[verdict.why];
  if (verdict.why === "paused" || verdict.why === "suggestion") return `Not now. ${words}`;
  return `Not now. ${words} ${spoken(firstTime(facts, verdict.notBefore), facts)}.`;
}

/** What holds a text back at one time may give way to something else then: at night, the morning is next. */
function firstTime(facts: GateFacts, from: Date): Date {
  const verdict = gate(facts, from);
  return "notBefore" in verdict && verdict.notBefore > from ? verdict.notBefore : from;
}

/** By the first clock of where the patient may be. */
function spoken(time: Date, { place }: GateFacts): string {
  return time.toLocaleString("en-US", {
    ...{ weekday: "long", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" },
    ...{ timeZone: place.zones[0], timeZoneName: "short" },
  });
}
