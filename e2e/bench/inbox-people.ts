import type { LoadDatabase } from "@/db/testing/load";
import type { openDatabase } from "@/db/testing/open";

/** How the conversations lie among programs. The nurse belongs to all of them but the last. */
const shares = [0.4, 0.2, 0.15, 0.1, 0.1, 0.05];
const longest = 2_000;

/** Programs of many conversations, staffed and with a campaign each; the nurse who reads them, and a colleague. */
export async function fillInbox(
  given: Awaited<ReturnType<typeof openDatabase>>,
  database: LoadDatabase,
  { threads, now }: { threads: number; now: Date },
) {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const colleague = await given.person("nurse", "Dana Ortiz");
  const programs: Parameters<LoadDatabase["holdConversations"]>[0]["programs"][number][] = [];
  for (const [i, share] of shares.entries()) {
    const members = i < shares.length - 1 ? [nurse, colleague] : [colleague];
    const program = await given.program({ name: `Program ${i + 1}`, members });
    const { id: senderId } = await given.sender(program.id);
    const campaignId = await database.launched(program);
    programs.push({ id: program.id, senderId, campaignId, count: Math.round(threads * share) });
  }
  const conversations = await database.holdConversations({
    ...{ programs, now },
    nurses: [nurse.id, colleague.id],
  });
  const [first] = programs;
  const waiting = conversations.filter(
    ({ standing, programId }) => standing === "waiting" && programId !== programs.at(-1)?.id,
  );
  // Neither an emergency, of which a banner would stand in the way, nor somebody else's.
  const long = waiting[5];
  if (!first || !long)
    throw new Error("So few conversations leave nobody waiting: give --threads 20000 or more.");
  await database.talkLong({ threadId: long.threadId, texts: longest, now });
  await database.tidy();
  return { nurse, first, waiting, long: long.threadId };
}
