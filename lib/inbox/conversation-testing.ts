import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { carrierEvents, programMembers, threadEvents, threads, waits } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";
import { open, seal } from "@/lib/phi/seal";
import { fileInboundTexts } from "./arrival";

/** The parts of a test's database that are used here. */
interface Bench<Nurse extends { id: string }> {
  db: Db;
  loopCtx: (options: { now: Date }) => Ctx;
  given: { user: (role: "nurse") => Promise<Nurse> };
}

/** What tests of one conversation share: texts that come as the carrier brings them, and what stands in its rows. */
export function conversations<Nurse extends { id: string }>(t: Bench<Nurse>, start: Date) {
  async function text(
    { from, to }: { from: { e164: string }; to: { number: string } },
    words: string,
    now = start,
  ): Promise<void> {
    const carrierId = randomUUID();
    const addressed = { from: from.e164.slice(1), to: to.number.slice(1) };
    const payload = { channel: "sms", message_uuid: carrierId, ...addressed, text: words };
    await t.db.insert(carrierEvents).values({
      ...{ carrierId, kind: "inbound", status: "", id: newId(), receivedAt: now },
      payload: seal("carrier_events.payload", `${carrierId}:inbound:`, JSON.stringify(payload)),
    });
    while ((await fileInboundTexts(t.loopCtx({ now }))) > 0);
  }

  async function threadOf(phoneId: string) {
    const [thread] = await t.db.select().from(threads).where(eq(threads.phoneId, phoneId)).limit(1);
    if (!thread) throw new Error("There is no thread.");
    return thread;
  }

  /** What the timeline says, oldest first, with the words unsealed. */
  async function eventsOf(threadId: string) {
    const rows = await t.db
      .select()
      .from(threadEvents)
      .where(eq(threadEvents.threadId, threadId))
      .orderBy(asc(threadEvents.id))
      .limit(100);
    return rows.map(({ id, kind, userId, words, details }) => ({
      ...{ kind, userId, details },
      words: words && open("thread_events.words", id, words),
    }));
  }

  const waitsOf = (threadId: string) =>
    t.db.select().from(waits).where(eq(waits.threadId, threadId)).orderBy(asc(waits.id)).limit(100);

  /** Another nurse of the program. */
  async function colleague(programId: string) {
    const nurse = await t.given.user("nurse");
    await t.db.insert(programMembers).values({ programId, userId: nurse.id, addedAt: new Date() });
    return nurse;
  }

  return { text, threadOf, eventsOf, waitsOf, colleague };
}
