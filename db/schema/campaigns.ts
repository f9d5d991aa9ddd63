import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { patients, phones } from "./patients";
import { programs } from "./programs";
import { users } from "./users";

/** A saved rule over a program's patients. The rule names no patient: languages, ages, tags, times. */
export const audiences = pgTable(
  "audiences",
  {
    id: uuid("id").primaryKey(),
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    name: text("name").notNull(),
    /** As lib/campaigns/audience-rule.ts reads it. */
    rule: jsonb("rule").notNull(),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
    /** Who wrote it last, and how many it took in and could be texted then. */
    changedBy: uuid("changed_by")
      .notNull()
      .references(() => users.id),
    people: integer("people").notNull(),
    reachable: integer("reachable").notNull(),
    retiredAt: instant("retired_at"),
  },
  (t) => [
    index("audiences_program").on(t.programId, t.id),
    uniqueIndex("audiences_name").on(t.programId, t.name).where(sql`${t.retiredAt} is null`),
  ],
);

export const campaigns = pgTable(
  "campaigns",
  {
    id: uuid("id").primaryKey(),
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    name: text("name").notNull(),
    state: text("state", { enum: ["draft", "enrolling", "running", "paused"] }).notNull(),
    sendGroupId: uuid("send_group_id").notNull(),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
    launchedBy: uuid("launched_by").references(() => users.id),
    launchedAt: instant("launched_at"),
    /** Whom it is for; null means everybody in the program. */
    audienceId: uuid("audience_id").references(() => audiences.id),
    /** The audience's rule as it was at the launch. */
    audienceRule: jsonb("audience_rule"),
    /** The last patient enrolled so far: where the enrolling loop goes on. */
    enrolledThrough: uuid("enrolled_through"),
  },
  (t) => [
    index("campaigns_program").on(t.programId, t.id),
    index("campaigns_enrolling").on(t.id).where(sql`${t.state} = 'enrolling'`),
  ],
);

/** What a step says in each language. Templates are neutral and hold merge fields, never a patient's data. */
export const campaignTexts = pgTable(
  "campaign_texts",
  {
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    step: smallint("step").notNull(),
    language: text("language").notNull(),
    body: text("body").notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.step, t.language] })],
);

/** Everybody who was supplied when the campaign started, also those who could not be texted, with the reason. */
export const enrollments = pgTable(
  "enrollments",
  {
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    patientId: uuid("patient_id")
      .notNull()
      .references(() => patients.id),
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    arm: text("arm").notNull(),
    language: text("language").notNull(),
    phoneId: uuid("phone_id").references(() => phones.id),
    /** Null means textable at launch. */
    excluded: text("excluded"),
    enrolledAt: instant("enrolled_at").notNull(),
    /** When the next step is due; null when none is. */
    dueAt: instant("due_at"),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.patientId] }),
    index("enrollments_due").on(t.campaignId, t.dueAt, t.patientId).where(sql`${t.dueAt} is not null`),
    index("enrollments_program").on(t.programId, t.patientId),
    // Few of many, and asked for each patient by every later campaign.
    index("enrollments_held_out").on(t.programId, t.patientId).where(sql`${t.arm} = 'holdout'`),
  ],
);

export const enrollmentSteps = pgTable(
  "enrollment_steps",
  {
    campaignId: uuid("campaign_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    step: smallint("step").notNull(),
    messageId: uuid("message_id").notNull().unique(),
    threadId: uuid("thread_id").notNull(),
    segments: smallint("segments").notNull(),
    costMicros: integer("cost_micros").notNull(),
    queuedAt: instant("queued_at").notNull(),
    sentAt: instant("sent_at"),
    deliveredAt: instant("delivered_at"),
    failedAt: instant("failed_at"),
    failure: text("failure"),
    repliedAt: instant("replied_at"),
    stoppedAt: instant("stopped_at"),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.patientId, t.step] }),
    foreignKey({
      columns: [t.campaignId, t.patientId],
      foreignColumns: [enrollments.campaignId, enrollments.patientId],
    }),
    index("enrollment_steps_thread").on(t.threadId, t.queuedAt),
  ],
);
