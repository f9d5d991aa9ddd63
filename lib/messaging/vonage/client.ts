import { Vonage } from "@vonage/server-sdk";
import type { carrierSettings } from "@/lib/env";
import { bearers, headersOf } from "./bearer";
import { type Limits, posts } from "./exchange";
import { outcomeOf, type SendOutcome } from "./outcome";

export interface CarrierText {
  /** E.164 with +. */
  from: string;
  to: string;
  text: string;
  clientRef: string;
}

export interface Carrier {
  /** Never throws: what cannot be known is the outcome `ambiguous`. */
  send(text: CarrierText): Promise<SendOutcome>;
}

const usual: Limits = {
  sockets: 128,
  connectMilliseconds: 3_000,
  totalMilliseconds: 10_000,
  answerBytes: 64_000,
  idleMilliseconds: 4_000,
};

/**
 * The Messages API. Vonage's SDK makes the request; the token and the call are ours. The SDK prints the key with
 * DEBUG set, follows redirects with the text, reads answers of any size and cannot tell what was written.
 * Throws on a key that cannot sign.
 */
export function vonageCarrier(
  settings: Pick<NonNullable<ReturnType<typeof carrierSettings>>, "apiHost" | "applicationId" | "privateKey">,
  limits: Partial<Limits> = {},
): Carrier {
  const bearer = bearers(settings);
  const apiHost = settings.apiHost.replace(/\/+$/, "");
  const vonage = new Vonage({ applicationId: settings.applicationId }, { apiHost });
  const post = posts(apiHost, { ...usual, ...limits });
  vonage.messages.sendRequest = async ({ url, data }) => {
    throw new Called(outcomeOf(await post(url, headersOf(bearer()), JSON.stringify(data))));
  };
  return {
    async send({ from, to, text, clientRef }) {
      try {
        await vonage.messages.send({
          channel: "sms",
          messageType: "text",
          from: digits(from),
          to: digits(to),
          text,
          clientRef,
        });
      } catch (thrown) {
        if (thrown instanceof Called) return thrown.outcome;
      }
      // Whatever else the SDK does, it does before the call.
      return { kind: "never_left", code: "not_called" };
    },
  };
}

/** Takes an outcome through the SDK, whose types leave no other way back. */
class Called extends Error {
  constructor(readonly outcome: SendOutcome) {
    super("called");
  }
}

const digits = (e164: string) => e164.replace(/\D/g, "");
