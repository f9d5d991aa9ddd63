import { date, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
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
    recordedBy: uuid("recorded_by").references(() => users.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    unique("actions_once").on(t.programId, t.patientId, t.occurredOn, t.source),
    index("actions_patient").on(t.patientId),
  ],
);
