import { isObject, parseJson } from "./json";
import {
  type Fault,
  invalidClientRef,
  invalidJson,
  invalidMessageType,
  invalidParams,
  type Problem,
  unsupportedChannel,
} from "./problems";
import type { Encoding } from "./segments";

export type Sms = { from: string; to: string; text: string; clientRef: string | null; encoding: Encoding };

type Reading = { ok: true; sms: Sms } | { ok: false; problem: Problem };

const phone = /^[1-9]\d{6,14}$/;
const brandName = /^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/;
const encodings: readonly Encoding[] = ["auto", "text", "unicode"];

export function isPhone(value: unknown): value is string {
  return typeof value === "string" && phone.test(value);
}

export function readSms(rawBody: string): Reading {
  const body = parseJson(rawBody);
  if (!isObject(body)) return refused(invalidJson("The body must be a JSON object."));

  if (typeof body.channel === "string" && body.channel !== "sms") return refused(unsupportedChannel);
  if (typeof body.message_type === "string" && body.message_type !== "text")
    return refused(invalidMessageType);

  const { from, to, text, client_ref: clientRef } = body;
  const faults = findFaults(body);
  if (faults.length > 0 || typeof from !== "string" || typeof to !== "string" || typeof text !== "string") {
    return refused(invalidParams(faults));
  }
  if (clientRef !== undefined && !(typeof clientRef === "string" && clientRef.length <= 100)) {
    return refused(invalidClientRef);
  }
  return { ok: true, sms: { from, to, text, clientRef: clientRef ?? null, encoding: encodingOf(body.sms) } };
}

function refused(problem: Problem): Reading {
  return { ok: false, problem };
}

function findFaults(body: Record<string, unknown>): Fault[] {
  const { from, to, text, ttl, sms } = body;
  const settings = isObject(sms) ? sms : {};
  const checks: [name: string, value: unknown, good: boolean, reason: string][] = [
    ["channel", body.channel, body.channel === "sms", "must be a string."],
    ["message_type", body.message_type, body.message_type === "text", "must be a string."],
    ["to", to, isPhone(to), "must be 7 to 15 digits in E.164 form, without a leading + or 00."],
    ["from", from, isSender(from), "must be 7 to 15 digits, or a name of up to 11 letters and digits."],
    [
      "text",
      text,
      typeof text === "string" && text !== "" && text.length <= 1000,
      "must be 1 to 1000 characters.",
    ],
  ];
  const optional: typeof checks = [
    ["ttl", ttl, Number.isInteger(ttl), "must be a whole number of seconds."],
    ["sms", sms, isObject(sms), "must be an object."],
    [
      "sms.encoding_type",
      settings.encoding_type,
      isEncoding(settings.encoding_type),
      "must be auto, text or unicode.",
    ],
    ["sms.content_id", settings.content_id, typeof settings.content_id === "string", "must be a string."],
    ["sms.entity_id", settings.entity_id, typeof settings.entity_id === "string", "must be a string."],
    // Vonage accepts these; accepting and then ignoring them here would hide that we depend on them.
    ["failover", body.failover, false, "is not played by the simulated carrier."],
    ["webhook_url", body.webhook_url, false, "is not played by the simulated carrier."],
    ["webhook_version", body.webhook_version, body.webhook_version === "v1", "can only be v1 here."],
  ];
  const present = optional.filter(([, value]) => value !== undefined);

  return [...checks, ...present]
    .filter(([, , good]) => !good)
    .map(([name, value, , reason]) => ({ name, reason: value === undefined ? "is required." : reason }));
}

function isSender(value: unknown): boolean {
  return isPhone(value) || (typeof value === "string" && brandName.test(value));
}

function isEncoding(value: unknown): value is Encoding {
  return encodings.some((encoding) => encoding === value);
}

function encodingOf(settings: unknown): Encoding {
  return isObject(settings) && isEncoding(settings.encoding_type) ? settings.encoding_type : "auto";
}
