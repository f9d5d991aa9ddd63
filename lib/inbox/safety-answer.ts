import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { messages, programs, threads } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { firstIdAt } from "@/lib/ids";
import { queueTexts } from "@/lib/messaging/outbox";
import { notStopped } from "./after-hours";
import { languageOf, languagesOn } from "./automatic-answer";
import { safetyText } from "./safety-text";

interface InDanger {
  programId: string;
  phoneId: string;
  sender: { id: string };
}

const pause = 15 * 60_000;

/**
 * Tells these patients at once what to do in danger, in their language: one text for each phone, and none within a
 * quarter of an hour of the last one. None after STOP, law 1: there the alert says to call. The caller has locked
 * the phones, so of two workers one sends.
 */
export async function sayWhatIsSafe(tx: Ctx, inDanger: InDanger[]): Promise<void> {
  if (inDanger.length === 0) return;
  const open = await notStopped(tx, [...new Map(inDanger.map((one) => [one.phoneId, one])).values()]);
  const told = await toldLately(tx, open);
  const untold = open.filter(({ phoneId }) => !told.has(phoneId));
  if (untold.length === 0) return;
  const brands = await brandsOf(tx, [...new Set(untold.map(({ programId }) => programId))]);
  const languages = await languagesOn(
    tx,
    untold.map(({ phoneId }) => phoneId),
  );
  await queueTexts(
    tx,
    untold.map(({ programId, phoneId, sender }) => ({
      ...{ programId, phoneId, senderId: sender.id, patientId: null, purpose: "safety" as const },
      body: safetyText("safety", languageOf(undefined, languages.get(phoneId)), {
        brand: brands.get(programId) ?? "",
      }),
    })),
  );
}

/** The phones that got a safety text in the last quarter of an hour, from whichever program. */
async function toldLately(tx: Ctx, asking: InDanger[]): Promise<Set<string>> {
  if (asking.length === 0) return new Set();
  const rows = await tx.db
    .selectDistinct({ phoneId: threads.phoneId })
    .from(threads)
    .innerJoin(messages, eq(messages.threadId, threads.id))
    .where(
      and(
        inArray(
          threads.phoneId,
          asking.map(({ phoneId }) => phoneId),
        ),
        eq(messages.purpose, "safety"),
        gt(messages.createdAt, new Date(tx.now.getTime() - pause)),
        // Ids are made of the machine's time, which runs as fast as business time: the index ends the search.
        gt(messages.id, sql`${firstIdAt(new Date(Date.now() - 2 * pause))}::uuid`),
      ),
    )
    .limit(asking.length);
  return new Set(rows.map(({ phoneId }) => phoneId));
}

async function brandsOf(tx: Ctx, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.db
    .select({ id: programs.id, brand: programs.brand })
    .from(programs)
    .where(inArray(programs.id, ids))
    .limit(ids.length);
  return new Map(rows.map(({ id, brand }) => [id, brand]));
}
