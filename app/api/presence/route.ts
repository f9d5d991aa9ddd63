import { PresenceInput } from "@/lib/inbox/inputs";
import { presenceIn, tellPresence } from "@/lib/inbox/presence";
import { check } from "@/lib/web/action";
import { json, jsonBody, personRoute } from "@/lib/web/route";

const mostBytes = 1_000;

/** Says that somebody looks or types, and answers who else does. A page left open says so too: it keeps no session alive. */
export const POST = personRoute(
  "presence",
  async (ctx, request) => {
    const input = check(PresenceInput, await jsonBody(request, mostBytes));
    await tellPresence(ctx, input);
    return json(await presenceIn(ctx, input.threadId));
  },
  { touch: false },
);

/** Who else looks, without saying that one does. The conversation's id says nothing of a patient. */
export const GET = personRoute(
  "presence",
  async (ctx, request) => {
    const threadId = new URL(request.url).searchParams.get("threadId") ?? "";
    return json(await presenceIn(ctx, threadId));
  },
  { touch: false },
);
