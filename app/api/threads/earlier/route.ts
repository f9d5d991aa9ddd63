import { EarlierInput } from "@/lib/inbox/inputs";
import { earlierPart } from "@/lib/inbox/timeline";
import { check } from "@/lib/web/action";
import { json, jsonBody, personRoute } from "@/lib/web/route";

const mostBytes = 1_000;

/** The texts before those that a page shows. */
export const POST = personRoute("earlier texts", async (ctx, request) =>
  json(await earlierPart(ctx, check(EarlierInput, await jsonBody(request, mostBytes)))),
);
