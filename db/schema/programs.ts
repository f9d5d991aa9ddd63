import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";
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
