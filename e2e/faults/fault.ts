import type { carrierControl } from "@/e2e/carrier-control";
import type { Dice } from "./dice";
import type { WorkerOptions, WorkerProcess } from "./worker-process";

/** A program with its number and the people who work there: each fault breaks one of its own. */
export interface Clinic {
  programId: string;
  senderId: string;
  /** E.164. */
  number: string;
}

export interface Person {
  patientId: string;
  phoneId: string;
  threadId: string;
  /** E.164, fictional. */
  e164: string;
}

export type Purpose = "outreach" | "reply";

/** A text that the product took on: from now on it must not be lost. */
export interface Text {
  messageId: string;
  threadId: string;
  phoneId: string;
  purpose: Purpose;
}

/**
 * What faults need of the product and of its database. scripts/faults.ts gives it: here nothing of the product
 * may be imported.
 */
export interface Hands {
  /** Rows of a statement, as superuser. Waits for a database that is being restarted. */
  ask<Row extends object>(statement: string): Promise<Row[]>;
  /** Runs it in a transaction of its own, which stays open with its locks until the answer is called. */
  hold(statement: string): Promise<() => Promise<void>>;
  openClinic(): Promise<Clinic>;
  /** People with a textable phone, consent and an empty conversation. */
  enroll(clinic: Clinic, count: number): Promise<Person[]>;
  /** Lines up a text for each, by the product's own verb; resolves when that is committed. */
  queue(clinic: Clinic, people: Person[], purpose: Purpose): Promise<Text[]>;
  /** A nurse answers in this thread; the message's id. Rejects as the verb does. */
  reply(clinic: Clinic, threadId: string, key: string): Promise<string>;
  /** A person has these texts of state `unknown` sent again. How many went back to the line. */
  sendAgain(clinic: Clinic, texts: Text[]): Promise<number>;
  /** When outreach may reach somebody who may be in any of these zones, from 10:00 to 18:00 and never on Sundays. */
  textingTime(now: Date, zones: string[]): { open: true } | { opensAt: Date } | { never: true };
  /** A worker for this fault alone, which may do anything to it. */
  startWorker(options?: WorkerOptions): Promise<WorkerProcess>;
  /** The worker that goes on from fault to fault, until one starts its own. */
  standingWorker(): Promise<WorkerProcess>;
  /** Only where the run owns its server. */
  database: DatabaseSwitch | undefined;
  /** Seconds that business time is ahead of the machine's: a weekday at 13:00 in New York. */
  clockOffset: number;
}

export interface DatabaseSwitch {
  /** Ends it in this way; resolves when it is gone. */
  stop(how: "fast" | "immediate" | "kill"): Promise<void>;
  /** Resolves when it accepts connections again. */
  start(): Promise<void>;
}

/** What a fault stands on while it is played. */
export interface Ground extends Hands {
  clinic: Clinic;
  carrier: ReturnType<typeof carrierControl>;
  carrierUrl: string;
  dice: Dice;
  seed: string;
  /** `small` within the tests, else `full`. */
  size<T>(small: T, full: T): T;
  /** Adds to the history of this run. */
  note(what: string, facts?: object): void;
  /** As the hand, for this clinic; remembers what was taken on. */
  queueFor(people: Person[], purpose: Purpose): Promise<Text[]>;
  /** Ends it at once, as a crash does. */
  kill(worker: WorkerProcess): Promise<void>;
}

/** One figure of a fault's row, in words, and whether it holds. */
export interface Figure {
  words: string;
  ok: boolean;
}

export interface Fault {
  id: string;
  /** What it breaks. */
  title: string;
  /** How full size differs from the table of faults, if it does. */
  scale?: string;
  /** Needs a database server that nobody else uses. */
  ownServer?: true;
  /** Begins without the standing worker, which would take its texts before its own workers do. */
  ownWorkers?: true;
  play(ground: Ground): Promise<Figure[]>;
}

export const figure = (ok: boolean, words: string): Figure => ({ words, ok });
