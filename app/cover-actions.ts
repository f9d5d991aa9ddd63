"use server";

import { refresh } from "next/cache";
import { releaseMine } from "@/lib/inbox/hand-over";
import { HandOverInput } from "@/lib/inbox/inputs";
import { endCover, takeCover } from "@/lib/programs/cover";
import { EndCoverInput, TakeCoverInput } from "@/lib/programs/inputs";
import { action } from "@/lib/web/action";

export const takeCoverAction = action(TakeCoverInput, async (ctx, input) => {
  await takeCover(ctx, input);
  refresh();
});

export const endCoverAction = action(EndCoverInput, async (ctx, input) => {
  await endCover(ctx, input);
  refresh();
});

export const releaseMineAction = action(HandOverInput, async (ctx) => {
  const released = await releaseMine(ctx);
  refresh();
  return released === 1
    ? "One conversation is back in the queue."
    : `${released} conversations are back in the queue.`;
});
