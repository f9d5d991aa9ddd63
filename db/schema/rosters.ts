import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, sealed } from "./columns";
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
    state: text("state", { enum: ["reading", "checked", "committing", "committed", "failed"] }).notNull(),
    /** A sentence for the person who uploaded, when the file could not be read. */
    failure: text("failure"),
    rows: integer("rows").notNull().default(0),
    rejected: integer("rejected").notNull().default(0),
    committed: integer("committed").notNull().default(0),
    uploadedBy: uuid("uploaded_by")
      .notNull()
      .references(() => users.id),
    uploadedAt: instant("uploaded_at").notNull(),
    committedAt: instant("committed_at"),
  },
  (t) => [
    index("rosters_program").on(t.programId, t.id),
    index("rosters_committing").on(t.id).where(sql`${t.state} = 'committing'`),
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
    /** Codes of lib/rosters/types.ts, never the row's own words. */
    reasons: text("reasons").array().notNull(),
    committedAt: instant("committed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.rosterId, t.line] }),
    index("roster_rows_waiting")
      .on(t.rosterId, t.line)
      .where(sql`${t.verdict} = 'import' and ${t.committedAt} is null`),
  ],
);
