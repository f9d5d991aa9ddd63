import { claimThread } from "@/lib/inbox/claim";
import { ClaimInput } from "@/lib/inbox/inputs";
import { check } from "@/lib/web/action";
import { jsonBody, personRoute } from "@/lib/web/route";

/** Somebody writes here: the conversation is theirs, or goes on being. Not an action, which would wait for others. */
export const POST = personRoute("claims", async (ctx, request) => {
  await claimThread(ctx, check(ClaimInput, await jsonBody(request)));
  return new Response(null, { status: 204 });
});
