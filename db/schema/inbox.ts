import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, sealed } from "./columns";
import { threads } from "./messaging";
import { patients, phones } from "./patients";
import { programs } from "./programs";
import { users } from "./users";

/** Each time that a patient waited for a person: since when, until when, how urgent, and what ended it. */
export const waits = pgTable(
  "waits",
  {
    id: uuid("id").primaryKey(),
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    since: instant("since").notNull(),
    /** The most urgent that it was, as in threads. */
    priority: smallint("priority").notNull().default(2),
    endedAt: instant("ended_at"),
    endedBy: uuid("ended_by").references(() => users.id),
    ending: text("ending", { enum: ["reply", "outside", "closed", "stopped"] }),
    /** The reply that ended it: taken back, the wait goes on. */
    replyId: uuid("reply_id"),
  },
  (t) => [
    uniqueIndex("waits_open").on(t.threadId).where(sql`${t.endedAt} is null`),
    index("waits_program").on(t.programId, t.since),
    index("waits_reply").on(t.replyId).where(sql`${t.replyId} is not null`),
  ],
);

/** What people and rules did in a conversation, beside its texts: notes, claims, snoozes, dispositions. Only grows. */
export const threadEvents = pgTable(
  "thread_events",
  {
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    at: instant("at").notNull(),
    /** Null where a rule or a clock did it. */
    userId: uuid("user_id").references(() => users.id),
    /** A note, or the reason that was given. */
    words: sealed("words"),
    /** Facts without a patient's data, such as until when. */
    details: jsonb("details").$type<Record<string, string | number>>().notNull().default({}),
  },
  (t) => [primaryKey({ columns: [t.threadId, t.id] })],
);

/** A rule of the lexicon that a patient's text raised, with the words that did. It stays when a person clears it. */
export const redFlags = pgTable(
  "red_flags",
  {
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    messageId: uuid("message_id").notNull(),
    rule: text("rule").notNull(),
    id: uuid("id").notNull(),
    version: text("version").notNull(),
    priority: text("priority", { enum: ["emergency", "urgent", "review"] }).notNull(),
    /** What lowered it to a review, such as "negated". */
    lowered: text("lowered"),
    words: sealed("words").notNull(),
    raisedAt: instant("raised_at").notNull(),
    clearedAt: instant("cleared_at"),
    clearedBy: uuid("cleared_by").references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.threadId, t.messageId, t.rule] }),
    index("red_flags_open").on(t.threadId).where(sql`${t.clearedAt} is null`),
  ],
);

/** An emergency that somebody has to acknowledge; it goes to more people when nobody does. Business time. */
export const alerts = pgTable(
  "alerts",
  {
    id: uuid("id").primaryKey(),
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    messageId: uuid("message_id"),
    raisedAt: instant("raised_at").notNull(),
    escalatesAt: instant("escalates_at").notNull(),
    acknowledgedAt: instant("acknowledged_at"),
    acknowledgedBy: uuid("acknowledged_by").references(() => users.id),
    escalatedAt: instant("escalated_at"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("alerts_open").on(t.threadId).where(sql`${t.endedAt} is null`),
    index("alerts_program").on(t.programId, t.raisedAt).where(sql`${t.endedAt} is null`),
    index("alerts_due")
      .on(t.escalatesAt)
      .where(sql`${t.endedAt} is null and ${t.acknowledgedAt} is null and ${t.escalatedAt} is null`),
  ],
);

/** What a nurse began to write and did not send. */
export const drafts = pgTable(
  "drafts",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    id: uuid("id").notNull(),
    body: sealed("body").notNull(),
    /** Whom it is about, when somebody said. */
    patientId: uuid("patient_id").references(() => patients.id),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.threadId] })],
);

/** Who has a conversation open, and who types in it. Times are the database's clock; old rows are swept. */
export const presence = pgTable(
  "presence",
  {
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    seenAt: instant("seen_at").notNull(),
    typingAt: instant("typing_at"),
  },
  (t) => [primaryKey({ columns: [t.threadId, t.userId] }), index("presence_seen").on(t.seenAt)],
);

/** That a phone got the answer of a closed period, of which there is one. */
export const afterHoursAnswers = pgTable(
  "after_hours_answers",
  {
    phoneId: uuid("phone_id")
      .notNull()
      .references(() => phones.id),
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    /** When that period began. */
    closedSince: instant("closed_since").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.phoneId, t.programId, t.closedSince] })],
);

/** A reply that a program keeps ready. It may be used once somebody other than its writer has reviewed it. */
export const cannedReplies = pgTable(
  "canned_replies",
  {
    id: uuid("id").primaryKey(),
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    name: text("name").notNull(),
    writtenBy: uuid("written_by")
      .notNull()
      .references(() => users.id),
    writtenAt: instant("written_at").notNull(),
    reviewedBy: uuid("reviewed_by").references(() => users.id),
    reviewedAt: instant("reviewed_at"),
    retiredAt: instant("retired_at"),
  },
  (t) => [index("canned_replies_program").on(t.programId, t.name)],
);

/** Its words by language (BCP 47), with merge fields. No patient's data. */
export const cannedReplyTexts = pgTable(
  "canned_reply_texts",
  {
    replyId: uuid("reply_id")
      .notNull()
      .references(() => cannedReplies.id),
    language: text("language").notNull(),
    body: text("body").notNull(),
  },
  (t) => [primaryKey({ columns: [t.replyId, t.language] })],
);
