import { and, eq, isNull } from "drizzle-orm";
import { patientPhones, patients, programs, threads } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { fileWaitingEvents, type WaitingEvent } from "@/lib/messaging/carrier-event";
import { type PlacedText, placeInbound } from "@/lib/messaging/inbound";
import { queueTexts } from "@/lib/messaging/outbox";
import { standardText } from "@/lib/messaging/standard-texts";
import { recordStop, undoStop } from "@/lib/messaging/stop";
import { startWaiting } from "./waiting";

/** Files the oldest text that waits, with all that follows from it, in one transaction. How many: 0 or 1. */
export async function fileInboundText(ctx: Ctx): Promise<number> {
  return fileWaitingEvents(ctx, "inbound", 1, fileText);
}

/** Null when filed; else why not. */
async function fileText(tx: Ctx, event: WaitingEvent): Promise<string | null> {
  const placed = await placeInbound(tx, event);
  if ("problem" in placed) return placed.problem;
  await actOn(tx, placed);
  await record(tx, {
    kind: "inbound.filed",
    programId: placed.programId,
    threadId: placed.threadId,
    messageId: placed.messageId,
  });
  return null;
}

/** A keyword is answered by itself; every other text waits for a person, and reopens what was closed. */
async function actOn(tx: Ctx, text: PlacedText): Promise<void> {
  switch (text.keyword?.kind) {
    case "stop": {
      const stopped = await recordStop(tx, {
        phoneId: text.phoneId,
        source: "keyword",
        messageId: text.messageId,
      });
      if (stopped && !text.sender.networkConfirmsStop) await answer(tx, text, "stop_confirmation");
      return;
    }
    case "help":
      await answer(tx, text, "help_reply");
      return;
    case "start":
      await undoStop(tx, { phoneId: text.phoneId, messageId: text.messageId });
      return;
    default:
      await startWaiting(tx, { threadId: text.threadId, programId: text.programId });
      await tx.db
        .update(threads)
        .set({ closedAt: null, disposition: null })
        .where(eq(threads.id, text.threadId));
  }
}

async function answer(tx: Ctx, text: PlacedText, kind: "stop_confirmation" | "help_reply"): Promise<void> {
  const [program] = await tx.db
    .select({ brand: programs.brand })
    .from(programs)
    .where(eq(programs.id, text.programId))
    .limit(1);
  if (!program) return;
  await queueTexts(tx, [
    {
      programId: text.programId,
      senderId: text.sender.id,
      phoneId: text.phoneId,
      patientId: null,
      purpose: kind,
      body: standardText(kind, await languageOf(tx, text), program.brand),
    },
  ]);
}

/** The keyword's own language; an English word may come from anybody, so then the patients' if they share one. */
async function languageOf(tx: Ctx, text: PlacedText): Promise<string> {
  if (text.keyword && text.keyword.language !== "en") return text.keyword.language;
  const rows = await tx.db
    .selectDistinct({ language: patients.language })
    .from(patientPhones)
    .innerJoin(patients, eq(patients.id, patientPhones.patientId))
    .where(and(eq(patientPhones.phoneId, text.phoneId), isNull(patientPhones.validUntil)))
    .limit(2);
  return rows.length === 1 ? (rows[0]?.language ?? "en") : "en";
}
