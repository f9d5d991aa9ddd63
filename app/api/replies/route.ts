import { ReplyInput } from "@/lib/inbox/inputs";
import { replyToThread } from "@/lib/inbox/reply";
import { check } from "@/lib/web/action";
import { asOf, json, jsonBody, personRoute } from "@/lib/web/route";

export const POST = personRoute("replies", async (ctx, request) =>
  json(await asOf(replyToThread(ctx, check(ReplyInput, await jsonBody(request))))),
);
