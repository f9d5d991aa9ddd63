import { z } from "zod";
import { checkReply } from "@/lib/messaging/text-check";
import { longestText } from "@/lib/messaging/types";
import { check } from "@/lib/web/action";
import { json, jsonBody, personRoute } from "@/lib/web/route";

const CheckReplyInput = z.strictObject({
  threadId: z.uuid(),
  body: z.string().max(longestText),
  patientId: z.uuid().nullable(),
});

const mostBytes = 8_000;

/** What to know about a reply that is being written. By POST, for an address would be kept in logs. */
export const POST = personRoute("text-check", async (ctx, request) =>
  json({ findings: await checkReply(ctx, check(CheckReplyInput, await jsonBody(request, mostBytes))) }),
);
