import { errorAddress, traceId } from "./problems";

type Status = "submitted" | "delivered" | "rejected" | "undeliverable";

export type Fate = {
  statuses: readonly Status[];
  /** Vonage's error code of the last status. */
  error?: { code: string; detail: string };
  /** Whether the handset got the text, so that a patient may answer it. */
  arrives: boolean;
};

const ordinary: Fate = { statuses: ["submitted", "delivered"], arrives: true };

/** What happens to a text is decided by the last four digits of the phone that it goes to. */
const fates: Record<string, Fate> = {
  // Opted out at the carrier: accepted with 202, then refused.
  "0190": {
    statuses: ["rejected"],
    error: { code: "1240", detail: "Illegal Number - The recipient has sent STOP to this sender." },
    arrives: false,
  },
  // No such subscriber.
  "0191": {
    statuses: ["submitted", "undeliverable"],
    error: { code: "1300", detail: "Not part of the provider network" },
    arrives: false,
  },
  // Arrives, but no receipt ever tells.
  "0193": { statuses: [], arrives: true },
};

export function fateOf(phone: string): Fate {
  return fates[phone.slice(-4)] ?? ordinary;
}

export function errorObject({ code, detail }: NonNullable<Fate["error"]>) {
  return { type: errorAddress(code), title: code, detail, instance: traceId() };
}
