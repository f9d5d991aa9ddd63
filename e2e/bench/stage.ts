import type { KeyObject } from "node:crypto";

export interface Running {
  pid: number;
  /** Resolves when it has ended; what it has in hand is finished first. */
  stop(): Promise<void>;
  /** As a crash would. */
  kill(): Promise<void>;
}

/** What a benchmark runs on: a database, the web server and the carrier, all up. The worker comes when it is called. */
export interface Stage {
  baseUrl: string;
  carrierUrl: string;
  databaseUrl: string;
  /** Of the web process; the server itself may be a child of it. */
  webPid: number;
  /** Business time. */
  now(): Date;
  account: { apiKey: string; applicationId: string; signatureSecret: string; privateKey: string | KeyObject };
  startWorker(): Promise<Running>;
  /** The bare server that webhooks are held against. */
  startBareServer(rows: "inserted" | "none"): Promise<Running & { url: string }>;
}

export interface Scale {
  texts: number;
  waiting: number;
  events: number;
  rows: number;
  patients: number;
  runs: number;
}
