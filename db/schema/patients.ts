import { sql } from "drizzle-orm";
import { boolean, check, date, index, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { digest, instant, sealed } from "./columns";
import { programs } from "./programs";

/** In clear: birth year and month, language, ZIP3, plan. Everything that names a person is sealed. */
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
    /** HMAC of the normalised roster row: says "unchanged" without opening anything. */
    rowDigest: digest("row_digest").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [check("patients_birth_month", sql`${t.birthMonth} between 1 and 12`)],
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
    index("program_patients_patient").on(t.patientId),
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
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.phoneId, t.validFrom] }),
    index("patient_phones_phone").on(t.phoneId),
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
