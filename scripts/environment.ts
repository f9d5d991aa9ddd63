import { existsSync } from "node:fs";
import path from "node:path";
import type { Secrets } from "./secrets";
import type { StackOptions } from "./stack";

/** What the seed writes besides the database: what is true of the pilot, and who may text by themselves. */
export const seedFiles = (dataDir: string) => ({
  truth: path.join(dataDir, "truth.jsonl"),
  livePhones: path.join(dataDir, "live-phones.jsonl"),
});

/** What web, worker, migrations and seed get. The contract is lib/env.ts. */
export function appEnvironment(
  options: StackOptions,
  secrets: Secrets,
  databaseUrl: string,
  carrierPort: number,
) {
  return {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: "info",
    PORT: String(options.webPort),
    DATABASE_URL: databaseUrl,
    PHI_KEYS: secrets.phiKeys,
    INDEX_KEY: secrets.indexKey,
    NEXTAUTH_SECRET: secrets.nextauthSecret,
    NEXTAUTH_URL: `http://localhost:${options.webPort}`,
    VONAGE_API_HOST: `http://127.0.0.1:${carrierPort}`,
    // Said, not left to the default: a setting of the machine that runs the demo must not send lookups elsewhere.
    VONAGE_INSIGHTS_HOST: `http://127.0.0.1:${carrierPort}`,
    VONAGE_API_KEY: secrets.apiKey,
    VONAGE_APPLICATION_ID: secrets.applicationId,
    VONAGE_PRIVATE_KEY: secrets.privateKey,
    VONAGE_SIGNATURE_SECRET: secrets.signatureSecret,
    CLOCK_OFFSET_SECONDS: String(options.clockOffsetSeconds),
  };
}

/** What the seed gets besides. */
export function seedEnvironment({ dataDir }: StackOptions, secrets: Secrets) {
  const { truth, livePhones } = seedFiles(dataDir);
  return { DEMO_PASSWORD: secrets.demoPassword, DEMO_TRUTH_FILE: truth, DEMO_LIVE_PHONES: livePhones };
}

/** What the simulated carrier gets. The contract is e2e/carrier/config.ts. */
export function carrierEnvironment(options: StackOptions, secrets: Secrets, carrierPort: number) {
  const { livePhones } = seedFiles(options.dataDir);
  const webhooks = `http://localhost:${options.webPort}/api/vonage`;
  return {
    CARRIER_PORT: String(carrierPort),
    CARRIER_APPLICATION_ID: secrets.applicationId,
    CARRIER_PUBLIC_KEY: secrets.publicKey,
    CARRIER_API_KEY: secrets.apiKey,
    CARRIER_SIGNATURE_SECRET: secrets.signatureSecret,
    CARRIER_STATUS_URL: `${webhooks}/status`,
    CARRIER_INBOUND_URL: `${webhooks}/inbound`,
    CARRIER_LEDGER: path.join(options.dataDir, "carrier.jsonl"),
    CARRIER_PATIENTS: options.carrier.patients,
    CARRIER_PATIENT_SPEED: String(options.carrier.patientSpeed),
    CARRIER_RATE: String(options.carrier.rate),
    // A pilot that an older version seeded has no such file.
    ...(options.seed && existsSync(livePhones) ? { CARRIER_PEOPLE: livePhones } : {}),
  };
}
