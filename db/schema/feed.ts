import { sql } from "drizzle-orm";
import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, xid8 } from "./columns";

/** What happened, in commit order: ids only, never a patient's data. */
export const feed = pgTable(
  "feed",
  {
    xid: xid8("xid").notNull().default(sql`pg_current_xact_id()`),
    id: uuid("id").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
    kind: text("kind").notNull(),
    programId: uuid("program_id").notNull(),
    threadId: uuid("thread_id"),
    messageId: uuid("message_id"),
    campaignId: uuid("campaign_id"),
    patientId: uuid("patient_id"),
    rosterId: uuid("roster_id"),
  },
  (t) => [primaryKey({ columns: [t.xid, t.id] })],
);

export const feedCursors = pgTable("feed_cursors", {
  consumer: text("consumer").primaryKey(),
  xid: xid8("xid").notNull(),
  id: uuid("id").notNull(),
});
