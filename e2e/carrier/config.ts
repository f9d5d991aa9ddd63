import { createPublicKey, type KeyObject } from "node:crypto";
import type { Person } from "./patients/nature";
import { readPeople } from "./people";

type Env = Record<string, string | undefined>;

export type Config = {
  port: number;
  applicationId: string;
  publicKey: KeyObject;
  apiKey: string;
  signatureSecret: string;
  statusUrl: string;
  inboundUrl: string;
  ledgerPath: string;
  /** Seed of the patients' natures; null when nobody plays the patients. */
  patients: string | null;
  /** Who texts by themselves; nobody when there is no such file. */
  people: Person[];
  /** Divides every delay: receipts, retries, patients. */
  speed: number;
  perSecond: number;
  webhooksAtOnce: number;
  /** Whether the disk must have a line of the ledger before the text counts as accepted. */
  fsync: boolean;
  /** Whether all endings of numbers act, see fates.ts, or only those that a pilot meets too. */
  magic: boolean;
};

/** Throws an Error whose message is one sentence for the person who starts the carrier. */
export function readConfig(env: Env): Config {
  const patients = required(env, "CARRIER_PATIENTS");

  return {
    port: number(env, "CARRIER_PORT", { from: 0, to: 65_535, whole: true }),
    applicationId: required(env, "CARRIER_APPLICATION_ID"),
    publicKey: publicKey(required(env, "CARRIER_PUBLIC_KEY")),
    apiKey: required(env, "CARRIER_API_KEY"),
    signatureSecret: required(env, "CARRIER_SIGNATURE_SECRET"),
    statusUrl: httpUrl(env, "CARRIER_STATUS_URL"),
    inboundUrl: httpUrl(env, "CARRIER_INBOUND_URL"),
    ledgerPath: required(env, "CARRIER_LEDGER"),
    patients: patients === "off" ? null : patients,
    people: people(env, patients),
    speed: number(env, "CARRIER_PATIENT_SPEED", { from: 0.001, to: 1_000_000, otherwise: 1 }),
    perSecond: number(env, "CARRIER_RATE", { from: 0, to: 1_000_000, whole: true, otherwise: 30 }),
    webhooksAtOnce: number(env, "CARRIER_WEBHOOKS_AT_ONCE", {
      from: 1,
      to: 10_000,
      whole: true,
      otherwise: 32,
    }),
    fsync: isOn(env, "CARRIER_FSYNC"),
    magic: isOn(env, "CARRIER_MAGIC"),
  };
}

function required(env: Env, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is missing: the simulated carrier cannot start without it.`);
  return value;
}

type Range = { from: number; to: number; whole?: boolean; otherwise?: number };

function number(env: Env, name: string, { from, to, whole, otherwise }: Range): number {
  if (!env[name] && otherwise !== undefined) return otherwise;

  const value = Number(required(env, name));
  if (!(value >= from && value <= to) || (whole && !Number.isInteger(value))) {
    throw new Error(`${name} must be a ${whole ? "whole " : ""}number from ${from} to ${to}.`);
  }
  return value;
}

function isOn(env: Env, name: string): boolean {
  const value = env[name] || "off";
  if (value !== "on" && value !== "off") throw new Error(`${name} must be on or off.`);
  return value === "on";
}

function httpUrl(env: Env, name: string): string {
  const value = required(env, name);
  if (!URL.canParse(value) || new URL(value).protocol !== "http:") {
    throw new Error(`${name} must be an address that starts with http://.`);
  }
  return value;
}

function people({ CARRIER_PEOPLE: path }: Env, patients: string): Person[] {
  if (!path) return [];
  if (patients === "off")
    throw new Error(
      "CARRIER_PEOPLE says who texts, but CARRIER_PATIENTS is off: give a seed, or leave one out.",
    );
  return readPeople(path);
}

function publicKey(pem: string): KeyObject {
  const sentence = "CARRIER_PUBLIC_KEY must be an RSA public key in PEM; line breaks may be written as \\n.";
  try {
    const key = createPublicKey(pem.replaceAll("\\n", "\n"));
    if (key.asymmetricKeyType === "rsa") return key;
  } catch (cause) {
    throw new Error(sentence, { cause });
  }
  throw new Error(sentence);
}
