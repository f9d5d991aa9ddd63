import { within } from "@/lib/health";
import { log, trace } from "@/lib/log";
import { carrierStanding } from "@/lib/messaging/standing";
import { webhookSilence } from "@/lib/messaging/webhook-silence";
import { systemContext } from "@/lib/web/system-context";

/** What does not work although this process does, as sentences for whoever watches it; empty when all is well. */
export async function degraded(): Promise<string[]> {
  try {
    const ctx = systemContext("health");
    const [{ stopped, resting }, silence] = await within(
      2_000,
      Promise.all([carrierStanding(ctx), webhookSilence(ctx)]),
    );
    return [
      ...(stopped
        ? ["Texts are not leaving: the carrier refused the account. An admin must resume it."]
        : []),
      ...(resting && !stopped
        ? ["Sending rests: calls to the carrier fail. It is tried again by itself."]
        : []),
      ...(silence ? ["Texts go out, but no webhook of the carrier comes in. Look at their address."] : []),
    ];
  } catch (error) {
    log.error("whether texts leave could not be asked", trace(error));
    return ["Whether texts leave could not be asked."];
  }
}
