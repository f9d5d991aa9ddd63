import { ReadyRepliesInput } from "@/lib/inbox/inputs";
import { readyReplies } from "@/lib/inbox/queries-canned";
import { check } from "@/lib/web/action";
import { json, jsonBody, personRoute } from "@/lib/web/route";

/** Replies that are kept ready, filled in for a patient. By POST, for an address would be kept in logs. */
export const POST = personRoute("canned", async (ctx, request) =>
  json({ replies: await readyReplies(ctx, check(ReadyRepliesInput, await jsonBody(request, 1_000))) }),
);
