import { type ChildProcess, spawn } from "node:child_process";
import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll } from "vitest";

export interface AcceptedText {
  client_ref: string;
  message_uuid: string;
  from: string;
  to: string;
  text: string;
}

interface PlayedFault {
  fault: string;
  to?: string;
  share?: number;
  limit?: number;
  [more: string]: unknown;
}

export interface TestCarrier {
  /** Every text that the carrier took, oldest first. */
  ledger(): Promise<AcceptedText[]>;
  /** What goes wrong from now on, in place of what did before; see e2e/carrier/faults.ts. */
  faults(...rules: PlayedFault[]): Promise<void>;
  /** Every number that was looked up, oldest first, without its +. */
  lookups(): Promise<string[]>;
  /** The same of lookups, whatever goes wrong with texts. */
  lookupFaults(...rules: PlayedFault[]): Promise<void>;
  apiKey: string;
  applicationId: string;
  signatureSecret: string;
}

/** The simulated carrier as a process of its own, and this file's VONAGE_ settings pointing at it. Call it first. */
export function testCarrier(): TestCarrier {
  const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const carrier = {
    apiKey: "testkey1",
    applicationId: randomUUID(),
    signatureSecret: randomBytes(24).toString("hex"),
  } as TestCarrier;
  let child: ChildProcess;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "hearback-carrier-"));
    child = spawn(process.execPath, ["--import", "tsx", "e2e/carrier/main.ts"], {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        CARRIER_PORT: "0",
        CARRIER_APPLICATION_ID: carrier.applicationId,
        CARRIER_PUBLIC_KEY: keys.publicKey.export({ type: "spki", format: "pem" }).toString(),
        CARRIER_API_KEY: carrier.apiKey,
        CARRIER_SIGNATURE_SECRET: carrier.signatureSecret,
        // Nobody listens there: tests hand receipts in themselves.
        CARRIER_STATUS_URL: "http://127.0.0.1:9/status",
        CARRIER_INBOUND_URL: "http://127.0.0.1:9/inbound",
        CARRIER_LEDGER: path.join(folder, "ledger.jsonl"),
        CARRIER_PATIENTS: "off",
        CARRIER_RATE: "1000",
      },
    });
    const address = await readyAddress(child);
    carrier.ledger = async () => (await fetch(`${address}/control/ledger`)).json() as Promise<AcceptedText[]>;
    const play = async (path: string, rules: PlayedFault[]) => {
      const body = JSON.stringify({ seed: "test", rules });
      const answer = await fetch(`${address}/control/${path}`, { method: "POST", body });
      if (!answer.ok) throw new Error(`The carrier refused these faults: ${await answer.text()}`);
    };
    carrier.faults = (...rules) => play("faults", rules);
    carrier.lookupFaults = (...rules) => play("lookups/faults", rules);
    carrier.lookups = async () => {
      const all = (await (await fetch(`${address}/control/lookups`)).json()) as { phone: string }[];
      return all.map(({ phone }) => phone);
    };
    Object.assign(process.env, {
      VONAGE_API_HOST: address,
      VONAGE_API_KEY: carrier.apiKey,
      VONAGE_APPLICATION_ID: carrier.applicationId,
      VONAGE_PRIVATE_KEY: keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      VONAGE_SIGNATURE_SECRET: carrier.signatureSecret,
    });
  });
  afterAll(async () => {
    child.kill("SIGTERM");
    await rm(folder, { recursive: true, force: true });
  });
  return carrier;
}

async function readyAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("The carrier has no output.");
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^carrier ready (\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error("The carrier ended before it was ready.");
}
