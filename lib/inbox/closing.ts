import { and, eq, isNull } from "drizzle-orm";
import { threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict, Invalid } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { recordStop } from "@/lib/messaging/stop";
import { hasUndecided } from "@/lib/messaging/stop-suggestion";
import { patientsOnPhone } from "@/lib/patients/queries";
import { reportWrongNumber } from "@/lib/patients/wrong-number";
import { unclaimed } from "./claim";
import { recordEvent } from "./event";
import { clearFlags } from "./flagging";
import type { CloseInput } from "./inputs";
import { lockThread } from "./thread-reach";
import { dispositions, rankOf } from "./types";
import { endWaiting } from "./waiting";

/**
 * Ends a conversation until the patient texts again. As a wrong number it also ends the link of the patient to it,
 * and of nobody else. Throws Conflict when a text came that the nurse has not seen, and Blocked while nobody has
 * decided whether a text asks us to stop.
 */
export async function closeThread(
  ctx: Ctx,
  {
    threadId,
    seen,
    disposition,
    patientId = null,
  }: Omit<CloseInput, "patientId"> & { patientId?: string | null },
): Promise<void> {
  authorize(ctx, "thread.close");
  await inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, threadId);
    const { stopsNumber } = dispositions[disposition];
    // Nobody would look at it again, and it holds back what campaigns have for this number.
    if (!stopsNumber && (await hasUndecided(tx, threadId)))
      throw new Blocked("Decide first whether the patient asks us to stop. Then close it.");
    const unchanged = and(
      eq(threads.id, threadId),
      isNull(threads.closedAt),
      seen === null ? isNull(threads.lastInboundId) : eq(threads.lastInboundId, seen),
    );
    const [closed] = await tx.db
      .update(threads)
      .set({ closedAt: tx.now, disposition, priority: rankOf("routine"), ...unclaimed })
      .where(unchanged)
      .returning({ id: threads.id });
    if (!closed)
      throw new Conflict(
        "This conversation changed while you were reading it. Look at what is new, then close it.",
      );
    if (stopsNumber)
      await recordStop(tx, { phoneId: thread.phoneId, source: "staff", messageId: thread.lastInboundId });
    if (disposition === "wrong_number") await reportFor(tx, thread, patientId);
    await endWaiting(tx, threadId, "closed");
    await recordEvent(tx, threadId, { kind: "closed", details: { disposition } });
    await audit(tx, "thread.closed", { programId: thread.programId, threadId, disposition });
    // How it ended is what a person decided about all that rules raised.
    await clearFlags(tx, threadId);
    await record(tx, { kind: "thread.changed", programId: thread.programId, threadId });
  });
}

/** Of a number that nobody of the caller's patients has there is nothing to report. */
async function reportFor(
  tx: Ctx,
  { id: threadId, phoneId, lastInboundId }: Awaited<ReturnType<typeof lockThread>>,
  chosen: string | null,
): Promise<void> {
  const { patients } = await patientsOnPhone(tx, phoneId);
  const [only, ...more] = patients;
  if (!only) return;
  const patient = chosen || more.length > 0 ? patients.find(({ id }) => id === chosen) : only;
  if (!patient) {
    const sentence = "Several patients have this number. Choose for whom it is the wrong one.";
    throw new Invalid(sentence, { patientId: [sentence] });
  }
  await reportWrongNumber(tx, { patientId: patient.id, phoneId, threadId, messageId: lastInboundId });
}
