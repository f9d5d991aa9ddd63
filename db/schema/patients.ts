import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { digest, instant, sealed } from "./columns";
import { programs } from "./programs";
import { users } from "./users";

/** In clear: birth year and month, language, ZIP3, state, plan, tags. Everything that names a person is sealed. */
export const patients = pgTable(
  "patients",
  {
    id: uuid("id").primaryKey(),
    memberNumber: sealed("member_number").notNull(),
    memberIndex: digest("member_index").notNull().unique(),
    name: sealed("name").notNull(),
    birthDate: sealed("birth_date").notNull(),
    birthYear: smallint("birth_year").notNull(),
    birthMonth: smallint("birth_month").notNull(),
    /** BCP 47, such as "en" or "es". */
    language: text("language").notNull(),
    zip3: text("zip3"),
    zip: sealed("zip"),
    /** USPS code of the home address, where no ZIP says it. */
    state: text("state"),
    /** IANA zone, where the patient or the roster stated one. */
    timeZone: text("time_zone"),
    address: sealed("address"),
    /** When a child is expected, and when the child of this patient was born: only where a measure needs it. */
    dueDate: sealed("due_date"),
    childBirthDate: sealed("child_birth_date"),
    plan: text("plan"),
    tags: text("tags").array().notNull().default([]),
    /** Outreach goes to who is active; "hold" is a sensitive event, such as a loss. */
    status: text("status", { enum: ["active", "moved", "deceased", "hold"] })
      .notNull()
      .default("active"),
    statusReason: text("status_reason"),
    statusAt: instant("status_at"),
    statusBy: uuid("status_by").references(() => users.id),
    /** The record that this one turned out to be a double of. */
    mergedInto: uuid("merged_into").references((): AnyPgColumn => patients.id),
    /** The first 48 bits of HMACs of the prefixes (3 to 8 letters, and the whole) of each part of the name. */
    nameIndex: bigint("name_index", { mode: "number" }).array().notNull().default([]),
    /** HMAC of the birth date. */
    birthIndex: digest("birth_index"),
    /** HMAC of the normalised roster row: says "unchanged" without opening anything. */
    rowDigest: digest("row_digest").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    check("patients_birth_month", sql`${t.birthMonth} between 1 and 12`),
    index("patients_name_index").using("gin", t.nameIndex),
    index("patients_birth_index").on(t.birthIndex).where(sql`${t.birthIndex} is not null`),
    index("patients_not_indexed").on(t.id).where(sql`${t.birthIndex} is null`),
    index("patients_merged").on(t.mergedInto).where(sql`${t.mergedInto} is not null`),
  ],
);

export const programPatients = pgTable(
  "program_patients",
  {
    programId: uuid("program_id")
      .notNull()
      .references(() => programs.id),
    patientId: uuid("patient_id")
      .notNull()
      .references(() => patients.id),
    rosterId: uuid("roster_id"),
    addedAt: instant("added_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.programId, t.patientId] }),
    // With the program, so that "is this a patient of mine?" reads nothing but the index.
    index("program_patients_of_patient").on(t.patientId, t.programId),
  ],
);

export const phones = pgTable(
  "phones",
  {
    id: uuid("id").primaryKey(),
    number: sealed("number").notNull(),
    numberIndex: digest("number_index").notNull().unique(),
    /** Null means textable; otherwise why not. */
    notTextable: text("not_textable"),
    /** The row that the sending statement locks: law 1 rests on it. */
    stoppedAt: instant("stopped_at"),
    /** What a lookup said ("mobile", "landline", …), and when; it is asked again when `lineDueAt` has come. */
    lineType: text("line_type"),
    lineCheckedAt: instant("line_checked_at"),
    lineDueAt: instant("line_due_at"),
    /** When it passed to somebody else: what was written before is not theirs to be seen with. */
    reassignedAt: instant("reassigned_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("phones_stopped").on(t.stoppedAt).where(sql`${t.stoppedAt} is not null`),
    index("phones_line_due").on(t.lineDueAt).where(sql`${t.lineDueAt} is not null`),
  ],
);

export const patientPhones = pgTable(
  "patient_phones",
  {
    patientId: uuid("patient_id")
      .notNull()
      .references(() => patients.id),
    phoneId: uuid("phone_id")
      .notNull()
      .references(() => phones.id),
    relationship: text("relationship", { enum: ["self", "guardian", "other"] }).notNull(),
    validFrom: instant("valid_from").notNull(),
    validUntil: instant("valid_until"),
    /** Why the link ended. */
    ending: text("ending", { enum: ["wrong_number", "reassigned", "merged", "removed"] }),
    endedBy: uuid("ended_by").references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.phoneId, t.validFrom] }),
    // With all that "whose number is this now?" asks.
    index("patient_phones_of_phone").on(t.phoneId, t.patientId, t.validUntil),
  ],
);

/** Append-only: the newest row for a patient and phone is what holds. */
export const consents = pgTable(
  "consents",
  {
    patientId: uuid("patient_id")
      .notNull()
      .references(() => patients.id),
    phoneId: uuid("phone_id")
      .notNull()
      .references(() => phones.id),
    id: uuid("id").notNull(),
    given: boolean("given").notNull(),
    /** "stop": taken back because somebody on this phone stopped it, and only another one has consented since. */
    basis: text("basis", { enum: ["roster", "patient", "document", "stop"] }).notNull(),
    channel: text("channel", { enum: ["roster", "call", "in_person", "form", "text"] }),
    /** The very words that were shown or read out, and their version. Null where a roster only says yes or no. */
    words: text("words"),
    wordsVersion: text("words_version"),
    language: text("language"),
    /** What the consent rests on: a roster's id, a message's id. */
    evidence: uuid("evidence"),
    /** The same in a person's words: where the signed form lies, who was on the call. */
    note: sealed("note"),
    recordedBy: uuid("recorded_by"),
    recordedAt: instant("recorded_at").notNull(),
    givenOn: date("given_on"),
  },
  (t) => [primaryKey({ columns: [t.patientId, t.phoneId, t.id] })],
);

/** That texts are not private was said, and taken or not: apart from consent, append-only, the newest row holds. */
export const riskNotices = pgTable(
  "risk_notices",
  {
    patientId: uuid("patient_id")
      .notNull()
      .references(() => patients.id),
    id: uuid("id").notNull(),
    accepted: boolean("accepted").notNull(),
    channel: text("channel", { enum: ["call", "in_person", "form"] }).notNull(),
    words: text("words").notNull(),
    wordsVersion: text("words_version").notNull(),
    language: text("language").notNull(),
    recordedBy: uuid("recorded_by"),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.patientId, t.id] })],
);

/** Somebody said that a number is not this patient's. */
export const wrongNumberReports = pgTable(
  "wrong_number_reports",
  {
    patientId: uuid("patient_id")
      .notNull()
      .references(() => patients.id),
    id: uuid("id").notNull(),
    phoneId: uuid("phone_id")
      .notNull()
      .references(() => phones.id),
    /** The text that said so, where one did. */
    threadId: uuid("thread_id"),
    messageId: uuid("message_id"),
    reportedBy: uuid("reported_by")
      .notNull()
      .references(() => users.id),
    reportedAt: instant("reported_at").notNull(),
    undoneAt: instant("undone_at"),
    undoneBy: uuid("undone_by").references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    uniqueIndex("wrong_number_reports_open").on(t.patientId, t.phoneId).where(sql`${t.undoneAt} is null`),
  ],
);

export interface BeforeMerge {
  /** Of the merged record; times are ISO. */
  memberships: { programId: string; rosterId: string | null; addedAt: string }[];
  /** Of the kept record, where the merge changed it. */
  standing: Standing | null;
  /** The entries of the consent ledger that the merge wrote for the kept record. */
  consents: string[];
}

interface Standing {
  status: "active" | "moved" | "deceased" | "hold";
  statusReason: string | null;
  statusAt: string | null;
  statusBy: string | null;
}

/** Two records that are one person, and what joining them changed, so that it can be undone. */
export const patientMerges = pgTable(
  "patient_merges",
  {
    id: uuid("id").primaryKey(),
    keptId: uuid("kept_id")
      .notNull()
      .references(() => patients.id),
    mergedId: uuid("merged_id")
      .notNull()
      .references(() => patients.id),
    addedPrograms: uuid("added_programs").array().notNull(),
    /** Programs that the merged record was taken out of. */
    leftPrograms: uuid("left_programs").array().notNull(),
    addedPhones: uuid("added_phones").array().notNull(),
    /** Phones of the merged record whose links ended. */
    endedPhones: uuid("ended_phones").array().notNull(),
    /** What stood there before and is not kept elsewhere: ids, days and codes. */
    before: jsonb("before").$type<BeforeMerge>().notNull(),
    mergedBy: uuid("merged_by")
      .notNull()
      .references(() => users.id),
    mergedAt: instant("merged_at").notNull(),
    undoneAt: instant("undone_at"),
    undoneBy: uuid("undone_by").references(() => users.id),
  },
  (t) => [
    uniqueIndex("patient_merges_open").on(t.mergedId).where(sql`${t.undoneAt} is null`),
    index("patient_merges_kept").on(t.keptId),
  ],
);

/** The rule of a desired action, as data of a year: a window beside a birth, a child's birth or a due date. */
export const measures = pgTable(
  "measures",
  {
    /** Such as "w30-first-2026". */
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    year: smallint("year").notNull(),
    anchor: text("anchor", { enum: ["birth", "child_birth", "due"] }).notNull(),
    /** The window begins and ends so many months and then days after the anchor. */
    opensMonths: smallint("opens_months").notNull(),
    opensDays: smallint("opens_days").notNull(),
    closesMonths: smallint("closes_months").notNull(),
    closesDays: smallint("closes_days").notNull(),
    /** Each calendar year between the two is a window of its own. */
    yearly: boolean("yearly").notNull().default(false),
  },
  (t) => [check("measures_anchor", sql`${t.anchor} in ('birth', 'child_birth', 'due')`)],
);

/** Whole months on purpose: a day would tell the sealed date that it was counted from. */
export const measureWindows = pgTable(
  "measure_windows",
  {
    patientId: uuid("patient_id")
      .notNull()
      .references(() => patients.id),
    measureId: text("measure_id")
      .notNull()
      .references(() => measures.id),
    /** The first day of the month in which it opens. */
    opensOn: date("opens_on").notNull(),
    /** The last day of the month in which it closes. */
    closesOn: date("closes_on").notNull(),
  },
  (t) => [primaryKey({ columns: [t.patientId, t.measureId, t.opensOn] })],
);
