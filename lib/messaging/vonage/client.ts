import { Auth } from "@vonage/auth";
import { Vonage } from "@vonage/server-sdk";
import type { carrierSettings } from "@/lib/env";
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

const timeoutMilliseconds = 10_000;
const bearerMilliseconds = 10 * 60_000;

/** The Messages API through Vonage's own SDK. */
export function vonageCarrier(settings: NonNullable<ReturnType<typeof carrierSettings>>): Carrier {
  const vonage = new Vonage(sparingAuth(settings), {
    apiHost: settings.apiHost,
    timeout: timeoutMilliseconds,
  });
  return {
    async send({ from, to, text, clientRef }) {
      try {
        const { messageUUID } = await vonage.messages.send({
          channel: "sms",
          messageType: "text",
          from: digits(from),
          to: digits(to),
          text,
          clientRef,
        });
        return { kind: "accepted", carrierId: messageUUID };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

const digits = (e164: string) => e164.replace(/\D/g, "");

/** The SDK parses the key and signs anew for each call; one token serves for ten of its fifteen minutes. */
function sparingAuth(settings: { applicationId: string; privateKey: string }): Auth {
  const auth = new Auth({ applicationId: settings.applicationId, privateKey: settings.privateKey });
  const sign = auth.createBearerHeader;
  let made: { header: Promise<string>; at: number } | undefined;
  auth.createBearerHeader = () => {
    if (!made || Date.now() - made.at > bearerMilliseconds) made = { header: sign(), at: Date.now() };
    return made.header;
  };
  return auth;
}
