import { audienceCount } from "@/lib/campaigns/audience-count";
import { AudienceCountInput } from "@/lib/campaigns/inputs";
import { check } from "@/lib/web/action";
import { json, jsonBody, personRoute } from "@/lib/web/route";

/** How many people a rule takes in that is being written. By POST: a rule is too long for an address. */
export const POST = personRoute("audience-count", async (ctx, request) =>
  json(await audienceCount(ctx, check(AudienceCountInput, await jsonBody(request)))),
);
