import type { z } from "zod";
import { carrierSettings } from "@/lib/env";
import { Forbidden, Invalid, Unavailable } from "@/lib/errors";
import { log } from "@/lib/log";
import { signatureFault } from "./signature";

export interface WebhookCall {
  authorization: string | null;
  /** The raw bytes: the signature covers these and no re-reading of them. */
  body: Buffer;
}

/** What a webhook says, once its signature holds. Throws Unavailable, Forbidden or Invalid; logs why, without the call. */
export function genuine<Schema extends z.ZodType>(
  kind: string,
  schema: Schema,
  call: WebhookCall,
): z.infer<Schema> {
  const settings = carrierSettings();
  if (!settings) throw new Unavailable("The carrier is not configured.");
  // The carrier's clock is the real one, whatever the business clock says.
  const fault = signatureFault(call, settings, Date.now() / 1000);
  if (fault) {
    log.warn("a webhook was refused", { kind, reason: fault });
    throw new Forbidden(`webhook.${kind}`);
  }
  const parsed = schema.safeParse(parseJson(call.body));
  if (parsed.success) return parsed.data;
  log.warn("a webhook could not be read", { kind, reason: parsed.error.issues[0]?.path.join(".") ?? "body" });
  throw new Invalid("That event could not be read.");
}

// Bytes that are no UTF-8 become U+FFFD: better a text with a hole than none.
function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
