import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, sealed } from "./columns";
import { users } from "./users";

export const programs = pgTable(
  "programs",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    /** What texts call the sender, such as "Valley Care". */
    brand: text("brand").notNull(),
    desiredAction: text("desired_action").notNull(),
    /** Days after the first text within which the desired action counts. */
    windowDays: integer("window_days").notNull(),
    timeZone: text("time_zone").notNull(),
    /** Millionths of a US dollar for one segment. */
    segmentCostMicros: integer("segment_cost_micros").notNull(),
    /** When outreach may reach a patient, by the patient's clock; a state may allow less. */
    textingOpens: time("texting_opens").notNull().default("10:00"),
    textingCloses: time("texting_closes").notNull().default("18:00"),
    textsOnSundays: boolean("texts_on_sundays").notNull().default(false),
    /** Outreach to one phone or patient in 24 hours, and in seven days, over all programs. */
    outreachPerDay: smallint("outreach_per_day").notNull().default(1),
    outreachPerWeek: smallint("outreach_per_week").notNull().default(3),
    /** Minutes of staffed time within which a patient is answered, by priority. */
    emergencyMinutes: smallint("emergency_minutes").notNull().default(5),
    urgentMinutes: smallint("urgent_minutes").notNull().default(60),
    routineMinutes: smallint("routine_minutes").notNull().default(480),
    /** Minutes, of any hour, after which an emergency that nobody acknowledged goes to more people. */
    escalateMinutes: smallint("escalate_minutes").notNull().default(10),
    /** Whether a text that comes while nobody is there is answered by itself, once. */
    answersAfterHours: boolean("answers_after_hours").notNull().default(true),
    /** Hosts that its texts may link to, such as "valleycare.example"; what lies below them too. */
    linkHosts: text("link_hosts").array().notNull().default(sql`'{}'::text[]`),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    check("programs_window", sql`${t.windowDays} between 1 and 365`),
    // 47 CFR 64.1200(c)(1) knows no call before 8 or after 21 o'clock.
    check(
      "programs_texting_hours",
      sql`${t.textingOpens} >= '08:00' and ${t.textingCloses} <= '21:00' and ${t.textingOpens} < ${t.textingCloses}`,
    ),
    check(
      "programs_outreach",
      sql`${t.outreachPerDay} between 1 and 5 and ${t.outreachPerWeek} between ${t.outreachPerDay} and 14`,
    ),
    check(
      "programs_targets",
      sql`${t.emergencyMinutes} between 1 and 60 and ${t.urgentMinutes} between ${t.emergencyMinutes} and 1440 and ${t.routineMinutes} between ${t.urgentMinutes} and 10080 and ${t.escalateMinutes} between 1 and 120`,
    ),
    check("programs_link_hosts", sql`cardinality(${t.linkHosts}) <= 20`),
    check("programs_cost", sql`${t.segmentCostMicros} between 0 and 10000000`),
  ],
);

/** When staff answer, in the program's zone. Weekdays as ISO counts them: 1 is Monday. */
export const staffedHours = pgTable(
  "staffed_hours",
  {
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    weekday: smallint("weekday").notNull(),
    opens: time("opens").notNull(),
    closes: time("closes").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.programId, t.weekday] }),
    check("staffed_hours_weekday", sql`${t.weekday} between 1 and 7`),
    check("staffed_hours_order", sql`${t.opens} < ${t.closes}`),
  ],
);

/** Days of the program's zone on which nobody answers, such as holidays. */
export const closedDays = pgTable(
  "closed_days",
  {
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    day: date("day").notNull(),
    name: text("name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.programId, t.day] })],
);

/** Who looks after a program's inbox for a time, said by themselves, and what they hand over. */
export const covers = pgTable(
  "covers",
  {
    id: uuid("id").primaryKey(),
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** For whoever comes next. */
    note: sealed("note"),
  },
  (t) => [index("covers_program").on(t.programId, t.endsAt)],
);

export const programMembers = pgTable(
  "program_members",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    addedAt: instant("added_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.programId] })],
);

/** Our own numbers. They are no patient's data and stand in clear. */
export const senders = pgTable(
  "senders",
  {
    id: uuid("id").primaryKey(),
    number: text("number").notNull().unique(),
    kind: text("kind", { enum: ["10dlc", "toll_free", "short_code"] }).notNull(),
    programId: uuid("program_id").references(() => programs.id),
    /** Segments a second that the carrier lets this number send. */
    segmentsPerSecond: integer("segments_per_second").notNull(),
    /** Where the network confirms a STOP by itself, ours would be a second one. */
    networkConfirmsStop: boolean("network_confirms_stop").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [check("senders_rate", sql`${t.segmentsPerSecond} between 1 and 1000`)],
);
