import { and, eq, isNull } from "drizzle-orm";
import { patientPhones, patients, programs, threads } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { lockWaitingEvents, markFiled } from "@/lib/messaging/carrier-event";
import { type PlacedText, placeInbound } from "@/lib/messaging/inbound";
import { queueTexts } from "@/lib/messaging/outbox";
import { standardText } from "@/lib/messaging/standard-texts";
import { recordStop, undoStop } from "@/lib/messaging/stop";
import { startWaiting } from "./waiting";

/** Files the oldest text that waits, with all that follows from it, in one transaction. How many: 0 or 1. */
export async function fileInboundText(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const [event] = await lockWaitingEvents(tx, "inbound", 1);
    if (!event) return 0;
    const placed = await placeInbound(tx, event);
    if ("problem" in placed) {
      await markFiled(tx, "inbound", event, placed.problem);
      return 1;
    }
    await actOn(tx, placed);
    await record(tx, {
      kind: "inbound.filed",
      programId: placed.programId,
      threadId: placed.threadId,
      messageId: placed.messageId,
    });
    await markFiled(tx, "inbound", event, null);
    return 1;
  });
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
