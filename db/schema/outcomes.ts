import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, sealed } from "./columns";
import { patients } from "./patients";
import { programs } from "./programs";
import { users } from "./users";

/** The desired action, observed: a fact with a day and where it is known from. */
export const actions = pgTable(
  "actions",
  {
    id: uuid("id").primaryKey(),
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    patientId: uuid("patient_id")
      .notNull()
      .references(() => patients.id),
    occurredOn: date("occurred_on").notNull(),
    source: text("source", { enum: ["claims", "clinic", "staff", "self_report", "link"] }).notNull(),
    /** A procedure or visit code, where a file said one. */
    code: text("code"),
    outcomeFileId: uuid("outcome_file_id"),
    recordedBy: uuid("recorded_by").references(() => users.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    unique("actions_once").on(t.programId, t.patientId, t.occurredOn, t.source),
    index("actions_patient").on(t.patientId),
  ],
);

/** A contact by another channel, so that channels can be compared. */
export const touches = pgTable(
  "touches",
  {
    id: uuid("id").primaryKey(),
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    patientId: uuid("patient_id")
      .notNull()
      .references(() => patients.id),
    channel: text("channel", {
      enum: ["postcard", "mailer", "call", "recorded_call", "email", "visit"],
    }).notNull(),
    occurredOn: date("occurred_on").notNull(),
    /** Whether it reached the patient; null when the file does not say. */
    reached: text("reached", { enum: ["yes", "no"] }),
    outcomeFileId: uuid("outcome_file_id"),
    recordedBy: uuid("recorded_by").references(() => users.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    unique("touches_once").on(t.programId, t.patientId, t.occurredOn, t.channel),
    index("touches_patient").on(t.patientId),
  ],
);

/** A file of actions (claims, visits) or of touches, with a verdict for each row. */
export const outcomeFiles = pgTable(
  "outcome_files",
  {
    id: uuid("id").primaryKey(),
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    kind: text("kind", { enum: ["claims", "clinic", "touches"] }).notNull(),
    /** Sealed: people put names and dates of birth into file names. */
    fileName: sealed("file_name").notNull(),
    state: text("state", { enum: ["reading", "checked", "committing", "committed", "failed"] }).notNull(),
    /** A sentence for the person who uploaded, when the file could not be read. */
    failure: text("failure"),
    /** Sealed: a file without a heading begins with a patient. What the rows that are left out are given back under. */
    heading: sealed("heading"),
    /** Only rows with these codes count; one that ends with * counts as a beginning. Empty: all count. */
    codes: text("codes").array().notNull().default([]),
    /** The first and the last day of the rows that match a patient. */
    firstDay: date("first_day"),
    lastDay: date("last_day"),
    rows: integer("rows").notNull().default(0),
    matched: integer("matched").notNull().default(0),
    /** Known already: importing them changes nothing. */
    known: integer("known").notNull().default(0),
    rejected: integer("rejected").notNull().default(0),
    committed: integer("committed").notNull().default(0),
    uploadedBy: uuid("uploaded_by")
      .notNull()
      .references(() => users.id),
    uploadedAt: instant("uploaded_at").notNull(),
    committedAt: instant("committed_at"),
  },
  (t) => [
    index("outcome_files_program").on(t.programId, t.id),
    index("outcome_files_committing").on(t.id).where(sql`${t.state} = 'committing'`),
  ],
);

export const outcomeRows = pgTable(
  "outcome_rows",
  {
    fileId: uuid("file_id")
      .notNull()
      .references(() => outcomeFiles.id),
    /** The line of the file, as a spreadsheet numbers it: 1 is the heading. */
    line: integer("line").notNull(),
    content: sealed("content").notNull(),
    verdict: text("verdict", { enum: ["import", "known", "reject"] }).notNull(),
    /** Codes of lib/outcomes/types.ts, never the row's own words. */
    reasons: text("reasons").array().notNull(),
    patientId: uuid("patient_id").references(() => patients.id),
    committedAt: instant("committed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.fileId, t.line] }),
    index("outcome_rows_waiting")
      .on(t.fileId, t.line)
      .where(sql`${t.verdict} = 'import' and ${t.committedAt} is null`),
  ],
);
