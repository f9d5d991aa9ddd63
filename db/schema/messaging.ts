import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { digest, instant, sealed } from "./columns";
import { patients, phones } from "./patients";
import { programs, senders } from "./programs";
import { users } from "./users";

/** The conversation of one phone with one sender. The columns below the line belong to lib/inbox. */
export const threads = pgTable(
  "threads",
  {
    id: uuid("id").primaryKey(),
    phoneId: uuid("phone_id")
      .notNull()
      .references(() => phones.id),
    senderId: uuid("sender_id")
      .notNull()
      .references(() => senders.id),
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    createdAt: instant("created_at").notNull(),
    lastMessageAt: instant("last_message_at"),

    waitingSince: instant("waiting_since"),
    /** The rank in `priorities`: 0 is an emergency. A rule only ever raises it; a person may change it. */
    priority: smallint("priority").notNull().default(2),
    lastInboundId: uuid("last_inbound_id"),
    claimedBy: uuid("claimed_by").references(() => users.id),
    claimedAt: instant("claimed_at"),
    /** The end of the lease, by the database's clock: from then on nobody holds it. */
    claimedUntil: instant("claimed_until"),
    snoozedUntil: instant("snoozed_until"),
    snoozedBy: uuid("snoozed_by").references(() => users.id),
    closedAt: instant("closed_at"),
    disposition: text("disposition"),
  },
  (t) => [
    check("threads_priority", sql`${t.priority} between 0 and 2`),
    check("threads_claim", sql`(${t.claimedBy} is null) = (${t.claimedUntil} is null)`),
    unique("threads_phone_sender").on(t.phoneId, t.senderId),
    // Emergencies, then urgent ones, then the longest wait: the order of the inbox is the order of its index.
    index("threads_queue")
      .on(t.programId, t.priority, t.waitingSince, t.id)
      .where(sql`${t.waitingSince} is not null and ${t.snoozedUntil} is null`),
    index("threads_snoozed").on(t.snoozedUntil, t.id).where(sql`${t.snoozedUntil} is not null`),
    index("threads_claimed").on(t.claimedBy, t.claimedUntil).where(sql`${t.claimedBy} is not null`),
    // Answered and not closed: the patient has the word.
    index("threads_answered")
      .on(t.programId, t.lastMessageAt, t.id)
      .where(
        sql`${t.lastInboundId} is not null and ${t.waitingSince} is null and ${t.closedAt} is null and ${t.snoozedUntil} is null`,
      ),
    index("threads_closed").on(t.programId, t.closedAt, t.id).where(sql`${t.closedAt} is not null`),
    index("threads_recent").on(t.programId, t.lastMessageAt, t.id),
  ],
);

export const messages = pgTable(
  "messages",
  {
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    id: uuid("id").notNull(),
    direction: text("direction", { enum: ["in", "out"] }).notNull(),
    purpose: text("purpose"),
    state: text("state").notNull(),
    /** Why it did not go, or did not arrive. */
    reason: text("reason"),
    body: sealed("body").notNull(),
    segments: smallint("segments").notNull(),
    patientId: uuid("patient_id").references(() => patients.id),
    authorId: uuid("author_id").references(() => users.id),
    sendGroupId: uuid("send_group_id"),
    /** What a patient's text carried besides words ("image"); we never fetch it. */
    media: text("media"),
    /** Goes on from the text before it: a long text whose pieces came one by one. */
    continues: boolean("continues").notNull().default(false),
    /** Which rule for STOP and its kin judged a patient's text, and of which version; null rule: none applied. */
    judgedRule: text("judged_rule"),
    judgedVersion: text("judged_version"),
    createdAt: instant("created_at").notNull(),
    /** The last send start: what the limits on outreach count by. */
    startedAt: instant("started_at"),
    submittedAt: instant("submitted_at"),
    finalAt: instant("final_at"),
  },
  (t) => [
    primaryKey({ columns: [t.threadId, t.id] }),
    // Texts that did not reach their phone, newest first: what managers and nurses are shown.
    index("messages_not_sent")
      .on(t.id)
      .where(sql`${t.state} in ('unknown', 'suppressed', 'rejected', 'undeliverable')`),
  ],
);

/** Texts that may still leave. A row goes when its message reaches any other state. */
export const outbox = pgTable(
  "outbox",
  {
    messageId: uuid("message_id").primaryKey(),
    threadId: uuid("thread_id").notNull(),
    senderId: uuid("sender_id").notNull(),
    phoneId: uuid("phone_id").notNull(),
    programId: uuid("program_id").notNull(),
    patientId: uuid("patient_id"),
    sendGroupId: uuid("send_group_id"),
    purpose: text("purpose").notNull(),
    lane: text("lane", { enum: ["reply", "bulk"] }).notNull(),
    segments: smallint("segments").notNull(),
    dueAt: instant("due_at").notNull(),
    tries: smallint("tries").notNull().default(0),
    sending: boolean("sending").notNull().default(false),
  },
  (t) => [index("outbox_due").on(t.senderId, t.lane, t.dueAt, t.messageId).where(sql`not ${t.sending}`)],
);

/** One HTTP call to the carrier. Its random id is the client_ref; the lease is the database's clock. */
export const attempts = pgTable(
  "attempts",
  {
    id: uuid("id").primaryKey(),
    messageId: uuid("message_id").notNull(),
    threadId: uuid("thread_id").notNull(),
    startedAt: instant("started_at").notNull(),
    leaseUntil: instant("lease_until").notNull(),
    settledAt: instant("settled_at"),
    outcome: text("outcome"),
    httpStatus: smallint("http_status"),
    errorCode: text("error_code"),
    carrierId: uuid("carrier_id"),
  },
  (t) => [
    index("attempts_open").on(t.leaseUntil).where(sql`${t.settledAt} is null`),
    index("attempts_message").on(t.messageId),
    index("attempts_carrier").on(t.carrierId).where(sql`${t.carrierId} is not null`),
    index("attempts_started").on(t.startedAt),
  ],
);

/** What the carrier told us, stored once before it is answered, filed by a loop. */
export const carrierEvents = pgTable(
  "carrier_events",
  {
    carrierId: uuid("carrier_id").notNull(),
    kind: text("kind", { enum: ["inbound", "status"] }).notNull(),
    status: text("status").notNull(),
    id: uuid("id").notNull(),
    payload: sealed("payload").notNull(),
    receivedAt: instant("received_at").notNull(),
    filedAt: instant("filed_at"),
    /** Why it could not be filed, in a word; the row stays for a person to look at. */
    problem: text("problem"),
    /** How often a worker took it up; counted before it tries, so that one that kills the worker is found. */
    tries: smallint("tries").notNull().default(0),
    /** Set aside until a person says "try again": it failed too often. */
    parkedAt: instant("parked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.carrierId, t.kind, t.status] }),
    index("carrier_events_waiting")
      .on(t.kind, t.id)
      .where(sql`${t.filedAt} is null and ${t.parkedAt} is null`),
    index("carrier_events_parked").on(t.id).where(sql`${t.parkedAt} is not null and ${t.filedAt} is null`),
    index("carrier_events_received").on(t.receivedAt),
  ],
);

/** "These texts may go": campaigns open and close theirs, messaging asks before each text. */
export const sendGroups = pgTable("send_groups", {
  id: uuid("id").primaryKey(),
  programId: uuid("program_id")
    .notNull()
    .references(() => programs.id),
  open: boolean("open").notNull(),
  expiresAt: instant("expires_at"),
});

export const stops = pgTable(
  "stops",
  {
    phoneId: uuid("phone_id")
      .notNull()
      .references(() => phones.id),
    id: uuid("id").notNull(),
    source: text("source", { enum: ["keyword", "carrier", "staff", "wording"] }).notNull(),
    messageId: uuid("message_id"),
    stoppedAt: instant("stopped_at").notNull(),
    undoneAt: instant("undone_at"),
    undoneBy: text("undone_by"),
    undoneMessageId: uuid("undone_message_id"),
  },
  (t) => [primaryKey({ columns: [t.phoneId, t.id] })],
);

/** A patient's text that may ask us to stop, by a rule: a nurse decides. Outreach to the phone waits for that. */
export const stopSuggestions = pgTable(
  "stop_suggestions",
  {
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    messageId: uuid("message_id").notNull(),
    phoneId: uuid("phone_id")
      .notNull()
      .references(() => phones.id),
    rule: text("rule").notNull(),
    version: text("version").notNull(),
    suggestedAt: instant("suggested_at").notNull(),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by").references(() => users.id),
    decision: text("decision", { enum: ["stop", "no_stop", "stopped_meanwhile"] }),
  },
  (t) => [
    primaryKey({ columns: [t.threadId, t.messageId] }),
    index("stop_suggestions_open").on(t.phoneId).where(sql`${t.decidedAt} is null`),
  ],
);

/** One row for the carrier account ("account") and one for each sender. Locked only to claim. */
export const pace = pgTable("pace", {
  key: text("key").primaryKey(),
  perSecond: doublePrecision("per_second").notNull(),
  tokens: doublePrecision("tokens").notNull(),
  refilledAt: instant("refilled_at").notNull(),
  /** The carrier's cap for a day, and what of it that day has used; null where there is none. */
  perDay: integer("per_day"),
  day: date("day"),
  usedThatDay: integer("used_that_day").notNull().default(0),
});

/** The one account with the carrier: whether texts may leave at all. Times are the database's clock. */
export const carrierAccount = pgTable("carrier_account", {
  id: text("id").primaryKey(),
  /** Stopped by what the carrier said (credit, credentials), until an admin resumes. */
  stoppedAt: instant("stopped_at"),
  stopReason: text("stop_reason"),
  /** The circuit breaker: calls that failed in a row, how often it opened since, and until when it stands open. */
  failures: integer("failures").notNull().default(0),
  opens: smallint("opens").notNull().default(0),
  openUntil: instant("open_until"),
  /** Whether numbers are looked up at the carrier, who learns them by that and charges for each. */
  checksLines: boolean("checks_lines").notNull().default(false),
});

/** A nurse's send, asked twice, is one text: the key is the browser's, the digest is of what it said. */
export const replyKeys = pgTable("reply_keys", {
  key: uuid("key").primaryKey(),
  userId: uuid("user_id").notNull(),
  request: digest("request").notNull(),
  messageId: uuid("message_id").notNull(),
  createdAt: instant("created_at").notNull(),
});
