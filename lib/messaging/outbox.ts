import { inArray } from "drizzle-orm";
import { messages, outbox, threads } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { Invalid } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import { seal } from "@/lib/phi/seal";
import { normaliseText, segmentsOf } from "./segments";
import { pair, threadsOf } from "./thread";
import { laneOf, longestText, type NewText, type QueuedText } from "./types";

/** Puts texts in line, inside the verb's own transaction: they leave if and only if it commits. At most 500. */
export async function queueTexts(tx: Ctx, texts: NewText[]): Promise<QueuedText[]> {
  if (texts.length === 0) return [];
  const threadIds = await threadsOf(tx, texts);
  const queued = texts.map((text) => {
    const body = normaliseText(text.body);
    if (body === "" || body.length > longestText)
      throw new Invalid(`A text has between 1 and ${longestText} characters.`, {
        body: [`Between 1 and ${longestText} characters.`],
      });
    return {
      ...text,
      body,
      id: newId(),
      threadId: threadIds.get(pair(text)) ?? "",
      segments: segmentsOf(body).segments,
    };
  });

  await tx.db.insert(messages).values(
    queued.map((text) => ({
      threadId: text.threadId,
      id: text.id,
      direction: "out" as const,
      purpose: text.purpose,
      state: "queued",
      body: seal("messages.body", text.id, text.body),
      segments: text.segments,
      patientId: text.patientId,
      authorId: text.authorId ?? null,
      sendGroupId: text.sendGroupId ?? null,
      createdAt: tx.now,
    })),
  );
  await tx.db.insert(outbox).values(
    queued.map((text) => ({
      messageId: text.id,
      threadId: text.threadId,
      senderId: text.senderId,
      phoneId: text.phoneId,
      programId: text.programId,
      patientId: text.patientId,
      sendGroupId: text.sendGroupId ?? null,
      purpose: text.purpose,
      lane: laneOf(text.purpose),
      segments: text.segments,
      dueAt: text.dueAt ?? tx.now,
    })),
  );
  await tx.db
    .update(threads)
    .set({ lastMessageAt: tx.now })
    .where(inArray(threads.id, [...new Set(threadIds.values())].sort()));
  await record(
    tx,
    ...queued.map((text) => ({
      kind: "message.changed" as const,
      programId: text.programId,
      threadId: text.threadId,
      messageId: text.id,
    })),
  );
  return queued.map((text) => ({ threadId: text.threadId, messageId: text.id, segments: text.segments }));
}
