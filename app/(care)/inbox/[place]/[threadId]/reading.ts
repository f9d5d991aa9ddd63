import { textingBeside } from "@/lib/inbox/queries-beside";
import { composing } from "@/lib/inbox/queries-composing";
import { threadDetail } from "@/lib/inbox/queries-thread";
import { urgencyOf } from "@/lib/inbox/queries-urgency";
import { carrierStanding } from "@/lib/messaging/standing";
import type { PersonCtx } from "@/lib/web/page-context";

export type ReadConversation = Awaited<ReturnType<typeof readConversation>>;

/** All that stands in one conversation, read at once. Throws NotFound for one that is out of reach. */
export async function readConversation(ctx: PersonCtx, threadId: string) {
  const [thread, started, urgency, { stopped }] = await Promise.all([
    threadDetail(ctx, threadId),
    composing(ctx, threadId),
    urgencyOf(ctx, threadId),
    carrierStanding(ctx),
  ]);
  return { thread, composing: started, urgency, held: stopped !== null };
}

/** Whether its patients may be texted now: dearer than the rest, and read once that is on the screen. */
export const textingOf = (ctx: PersonCtx, { thread }: ReadConversation) =>
  textingBeside(
    ctx,
    thread.id,
    thread.patients.map(({ id }) => id),
  );
