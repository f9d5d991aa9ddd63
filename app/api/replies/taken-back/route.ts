import { TakeBackInput } from "@/lib/inbox/inputs";
import { takeBackReply } from "@/lib/inbox/taking-back";
import { check } from "@/lib/web/action";
import type { PersonCtx } from "@/lib/web/page-context";
import { asOf, json, jsonBody, personRoute } from "@/lib/web/route";

/** A reply that has not begun to leave does not. Answers the draft that its words are again. */
export const POST = personRoute("replies/taken-back", async (ctx, request) =>
  json(await asOf(takeBack(ctx, await jsonBody(request)))),
);

const takeBack = async (ctx: PersonCtx, body: unknown) => ({
  draft: await takeBackReply(ctx, check(TakeBackInput, body)),
});
