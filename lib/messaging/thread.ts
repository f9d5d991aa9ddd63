import { sql } from "drizzle-orm";
import { threads } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";

export interface ThreadKey {
  phoneId: string;
  senderId: string;
  programId: string;
}

/** The threads of these pairs of phone and sender, made where they are missing; keyed by `phone sender`. */
export async function threadsOf(tx: Ctx, keys: ThreadKey[]): Promise<Map<string, string>> {
  const distinct = [...new Map(keys.map((key) => [pair(key), key])).values()];
  // In one order everywhere, so that two writers of the same threads wait for each other instead of deadlocking.
  distinct.sort((a, b) => (pair(a) < pair(b) ? -1 : 1));
  if (distinct.length === 0) return new Map();
  const rows = await tx.db
    .insert(threads)
    .values(distinct.map((key) => ({ id: newId(), createdAt: tx.now, ...key })))
    .onConflictDoUpdate({
      target: [threads.phoneId, threads.senderId],
      set: { phoneId: sql`excluded.phone_id` },
    })
    .returning({ id: threads.id, phoneId: threads.phoneId, senderId: threads.senderId });
  return new Map(rows.map((row) => [pair(row), row.id]));
}

export const pair = (key: { phoneId: string; senderId: string }) => `${key.phoneId} ${key.senderId}`;
