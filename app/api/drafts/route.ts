import { saveDraft } from "@/lib/inbox/draft";
import { DraftInput } from "@/lib/inbox/inputs";
import { check } from "@/lib/web/action";
import { asOf, json, jsonBody, personRoute } from "@/lib/web/route";

/** What a nurse has written so far, at each pause of her hand. */
export const PUT = personRoute("drafts", async (ctx, request) =>
  json(await asOf(saveDraft(ctx, check(DraftInput, await jsonBody(request))))),
);
