import type { KeyObject } from "node:crypto";
import type { Browser } from "@playwright/test";

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
  /** What the inbox asks the database for a nurse, asked from this process. */
  openInboxReads(nurse: { id: string; name: string }): Promise<InboxReads>;
  openBrowser(): Promise<Browser>;
}

export interface Narrowed {
  programId?: string;
  language?: string;
  campaignId?: string;
}

/** The queries of the inbox without HTTP and rendering. Each resolves when the rows are there. */
export interface InboxReads {
  views: readonly string[];
  /** One page of a view in its order: the key of the next, or null. */
  page(view: string, narrowed?: Narrowed, after?: string): Promise<string | null>;
  counts(narrowed?: Narrowed): Promise<Record<string, number | null>>;
  /** The page with all that its rows say, the counts and the audit row. */
  whole(view: string, narrowed?: Narrowed): Promise<void>;
  /** A conversation with its texts, and its audit row. */
  thread(threadId: string): Promise<void>;
  close(): Promise<void>;
}

export interface Scale {
  texts: number;
  waiting: number;
  events: number;
  rows: number;
  patients: number;
  threads: number;
  runs: number;
}
