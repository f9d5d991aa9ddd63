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
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("phones_stopped").on(t.stoppedAt).where(sql`${t.stoppedAt} is not null`)],
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
    basis: text("basis", { enum: ["roster", "patient", "document"] }).notNull(),
    /** What the consent rests on: a roster's id, a message's id. */
    evidence: uuid("evidence"),
    recordedBy: uuid("recorded_by"),
    recordedAt: instant("recorded_at").notNull(),
    givenOn: date("given_on"),
  },
  (t) => [primaryKey({ columns: [t.patientId, t.phoneId, t.id] })],
);
