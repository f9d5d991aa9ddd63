import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { threads } from "./messaging";
import { programs } from "./programs";
import { users } from "./users";

/** Each time that a patient waited for a person: since when, until when, and what ended it. */
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
    endedAt: instant("ended_at"),
    endedBy: uuid("ended_by").references(() => users.id),
    ending: text("ending", { enum: ["reply", "closed", "stopped"] }),
  },
  (t) => [
    uniqueIndex("waits_open").on(t.threadId).where(sql`${t.endedAt} is null`),
    index("waits_program").on(t.programId, t.since),
  ],
);
