import { and, eq } from "drizzle-orm";
import { sendGroups } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";

/** A new handle for "these texts may go", open until `expiresAt`. */
export async function openSendGroup(
  tx: Ctx,
  group: { programId: string; expiresAt: Date | null },
): Promise<string> {
  const id = newId();
  await tx.db.insert(sendGroups).values({ id, open: true, ...group });
  return id;
}

/** Texts of a closed group stay queued. False when it already was as asked. */
export async function setSendGroupOpen(tx: Ctx, id: string, open: boolean): Promise<boolean> {
  const changed = await tx.db
    .update(sendGroups)
    .set({ open })
    .where(and(eq(sendGroups.id, id), eq(sendGroups.open, !open)))
    .returning({ id: sendGroups.id });
  return changed.length > 0;
}
