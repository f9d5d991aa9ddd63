import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { carrierEvents, programMembers, threadEvents, threads, waits } from "@/db/schema";
import { open, seal } from "@/lib/phi/seal";
import { type TestDatabase, wednesdayMorning } from "@/lib/testing";
import { fileInboundTexts } from "./arrival";

/** What tests of one conversation share: texts that come as the carrier brings them, and what stands in its rows. */
export function conversations(t: TestDatabase) {
  async function text(
    { from, to }: { from: { e164: string }; to: { number: string } },
    words: string,
    now = wednesdayMorning,
  ): Promise<void> {
    const carrierId = randomUUID();
    const addressed = { from: from.e164.slice(1), to: to.number.slice(1) };
    const payload = { channel: "sms", message_uuid: carrierId, ...addressed, text: words };
    await t.db.insert(carrierEvents).values({
      ...{ carrierId, kind: "inbound", status: "", id: t.given.newId(), receivedAt: now },
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
