import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { digest, instant, lineRanges, sealed } from "./columns";
import { programs } from "./programs";
import { users } from "./users";

export const rosters = pgTable(
  "rosters",
  {
    id: uuid("id").primaryKey(),
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    /** Sealed: people put names and dates of birth into file names. */
    fileName: sealed("file_name").notNull(),
    /** reading: the file arrives · mapping: a person says which column is which · checking: a loop judges each row. */
    state: text("state", {
      enum: ["reading", "mapping", "checking", "checked", "committing", "committed", "failed", "lapsed"],
    }).notNull(),
    /** A sentence for the person who uploaded, when the file could not be read or its rows were deleted. */
    failure: text("failure"),
    rows: integer("rows").notNull().default(0),
    rejected: integer("rejected").notNull().default(0),
    committed: integer("committed").notNull().default(0),
    /** Which lines of the file are dealt with: all that can be imported on them are. */
    committedLines: lineRanges("committed_lines").notNull().default("{}"),
    warned: integer("warned").notNull().default(0),
    /** What importing would do, of the rows that are not rejected. */
    added: integer("added").notNull().default(0),
    changed: integer("changed").notNull().default(0),
    unchanged: integer("unchanged").notNull().default(0),
    duplicates: integer("duplicates").notNull().default(0),
    /** Bytes of the file, and how many of them are checked: what the progress bar shows. */
    bytes: bigint("bytes", { mode: "number" }).notNull().default(0),
    bytesChecked: bigint("bytes_checked", { mode: "number" }).notNull().default(0),
    /** Sealed: the heading, some samples, and which column is which. A file without a heading begins with a patient. */
    columns: sealed("columns"),
    /** The database's clock: until when one worker checks it, and by which token. */
    checkingUntil: instant("checking_until"),
    checkingBy: uuid("checking_by"),
    uploadedBy: uuid("uploaded_by")
      .notNull()
      .references(() => users.id),
    uploadedAt: instant("uploaded_at").notNull(),
    committedAt: instant("committed_at"),
  },
  (t) => [
    index("rosters_program").on(t.programId, t.id),
    index("rosters_committing").on(t.id).where(sql`${t.state} = 'committing'`),
    index("rosters_checking").on(t.id).where(sql`${t.state} = 'checking'`),
  ],
);

export const rosterRows = pgTable(
  "roster_rows",
  {
    rosterId: uuid("roster_id")
      .notNull()
      .references(() => rosters.id),
    /** The line of the file, as a spreadsheet numbers it: 1 is the heading. */
    line: integer("line").notNull(),
    content: sealed("content").notNull(),
    verdict: text("verdict", { enum: ["import", "reject"] }).notNull(),
    /** What importing would do. Null for a rejected row. */
    effect: text("effect", { enum: ["new", "changed", "unchanged"] }),
    /** HMAC of the member number: finds the same one on another line. */
    memberIndex: digest("member_index"),
    /** Codes of lib/rosters/types.ts, never the row's own words. */
    reasons: text("reasons").array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.rosterId, t.line] }),
    index("roster_rows_member").on(t.rosterId, t.memberIndex).where(sql`${t.memberIndex} is not null`),
  ],
);

/** The file itself in sealed pieces, until it is imported. */
export const rosterPieces = pgTable(
  "roster_pieces",
  {
    rosterId: uuid("roster_id")
      .notNull()
      .references(() => rosters.id),
    piece: integer("piece").notNull(),
    content: sealed("content").notNull(),
  },
  (t) => [primaryKey({ columns: [t.rosterId, t.piece] })],
);

/** Which column is which in a program's files, as somebody last confirmed it. */
export const rosterMappings = pgTable("roster_mappings", {
  programId: uuid("program_id")
    .primaryKey()
    .references(() => programs.id),
  /** Sealed: headings are somebody's words. */
  columns: sealed("columns").notNull(),
  confirmedBy: uuid("confirmed_by")
    .notNull()
    .references(() => users.id),
  confirmedAt: instant("confirmed_at").notNull(),
});
