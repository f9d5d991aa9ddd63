import { eq, inArray } from "drizzle-orm";
import { messages, phones, senders, threads } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";
import { phoneIndex } from "@/lib/phi/blind-index";
import { seal } from "@/lib/phi/seal";
import type { WaitingEvent } from "./carrier-event";
import { type Keyword, keywordOf } from "./keyword";
import { segmentsOf } from "./segments";
import { pair, threadsOf } from "./thread";
import { InboundPayload } from "./vonage/payload";

export interface PlacedText {
  threadId: string;
  messageId: string;
  programId: string;
  phoneId: string;
  sender: { id: string; networkConfirmsStop: boolean };
  keyword: Keyword | undefined;
}

/** Puts a patient's text into the thread of that phone with that sender, or says why it cannot be placed. */
export async function placeInbound(tx: Ctx, event: WaitingEvent): Promise<PlacedText | { problem: string }> {
  const payload = InboundPayload.parse(JSON.parse(event.payload));
  const [sender] = await tx.db
    .select({
      id: senders.id,
      programId: senders.programId,
      networkConfirmsStop: senders.networkConfirmsStop,
    })
    .from(senders)
    // Short codes are kept as they are dialled, without a plus.
    .where(inArray(senders.number, [`+${payload.to}`, payload.to]))
    .limit(1);
  if (!sender) return { problem: "not_our_number" };
  if (!sender.programId) return { problem: "sender_without_program" };

  const phoneId = await phoneOf(tx, `+${payload.from}`);
  const key = { phoneId, senderId: sender.id, programId: sender.programId };
  const threadId = (await threadsOf(tx, [key])).get(pair(key)) ?? "";
  const messageId = newId();
  await tx.db.insert(messages).values({
    threadId,
    id: messageId,
    direction: "in",
    state: "received",
    body: seal("messages.body", messageId, payload.text),
    segments: Math.max(1, segmentsOf(payload.text).segments),
    createdAt: tx.now,
    finalAt: tx.now,
  });
  await tx.db
    .update(threads)
    .set({ lastMessageAt: tx.now, lastInboundId: messageId })
    .where(eq(threads.id, threadId));
  return { threadId, messageId, ...key, sender, keyword: keywordOf(payload.text) };
}

/** Strangers text too: their number becomes a phone that belongs to nobody yet. */
async function phoneOf(tx: Ctx, e164: string): Promise<string> {
  const id = newId();
  const numberIndex = phoneIndex(e164);
  await tx.db
    .insert(phones)
    .values({ id, number: seal("phones.number", id, e164), numberIndex, createdAt: tx.now })
    .onConflictDoNothing();
  const [phone] = await tx.db
    .select({ id: phones.id })
    .from(phones)
    .where(eq(phones.numberIndex, numberIndex))
    .limit(1);
  if (!phone) throw new Error("A phone that was just inserted is missing.");
  return phone.id;
}
