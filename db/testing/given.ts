import { randomBytes, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Db } from "@/db/client";
import * as s from "@/db/schema";
import { birthIndex, memberIndex, phoneIndex, rowDigest } from "@/lib/phi/blind-index";
import { nameIndexOf } from "@/lib/phi/name-index";
import { seal } from "@/lib/phi/seal";

type Role = "nurse" | "manager" | "admin";

// Journeys run in several processes over one database: each begins its numbers elsewhere.
let counter = Number(process.env.TEST_WORKER_INDEX ?? 0) * 100;

// None of them stands in the sample roster.
const areaCodes = (
  "207 208 218 304 307 308 320 401 402 405 406 423 501 503 505 603 605 606 608 701 704 706 712 715 719 785 801 " +
  "802 803 808 828 843 864 870 903 907 910 912 913 915 918 919 928 931 936 937 940 956 970 971"
).split(" ");

/** A fictional number, another one each time: NPA-555-01XX. */
export function fictionalNumber(): string {
  counter += 1;
  const area = areaCodes[Math.floor(counter / 100) % areaCodes.length];
  return `+1${area}55501${String(counter % 100).padStart(2, "0")}`;
}

/** People and things that tests start from, inserted straight into the database. */
export function givens(db: Db) {
  const now = () => new Date();

  async function user(role: Role, more: Partial<typeof s.users.$inferInsert> = {}) {
    const id = v7();
    const row = {
      id,
      name: `${role} ${id.slice(-4)}`,
      email: `${id}@valleycare.example`,
      passwordHash: "none",
      role,
      createdAt: now(),
      ...more,
    };
    await db.insert(s.users).values(row);
    return { ...row, role };
  }

  async function program({
    members = [],
    ...more
  }: { members?: { id: string }[] } & Partial<typeof s.programs.$inferInsert> = {}) {
    const id = v7();
    const creator = more.createdBy ?? members[0]?.id ?? (await user("manager")).id;
    const row = {
      id,
      name: "Visits",
      brand: "Valley Care",
      desiredAction: "Came to a visit",
      windowDays: 30,
      timeZone: "America/New_York",
      segmentCostMicros: 7_500,
      createdAt: now(),
      ...more,
      createdBy: creator,
    };
    await db.insert(s.programs).values(row);
    if (members.length > 0)
      await db
        .insert(s.programMembers)
        .values(members.map((m) => ({ userId: m.id, programId: id, addedAt: now() })));
    return row;
  }

  async function sender(programId: string | null, more: Partial<typeof s.senders.$inferInsert> = {}) {
    const row = {
      id: v7(),
      number: fictionalNumber(),
      kind: "10dlc" as const,
      programId,
      segmentsPerSecond: 1_000,
      createdAt: now(),
      ...more,
    };
    await db.insert(s.senders).values(row);
    await db.insert(s.pace).values({
      key: row.id,
      perSecond: row.segmentsPerSecond,
      tokens: row.segmentsPerSecond,
      refilledAt: now(),
    });
    return row;
  }

  async function phone(number = fictionalNumber(), more: Partial<typeof s.phones.$inferInsert> = {}) {
    const id = v7();
    const row = {
      id,
      number: seal("phones.number", id, number),
      numberIndex: phoneIndex(number),
      createdAt: now(),
      ...more,
    };
    await db.insert(s.phones).values(row);
    return { ...row, e164: number };
  }

  /** A patient with a phone; with consent unless `consent` is false. */
  async function patient(
    programId: string,
    {
      name = "Rosa Marín",
      language = "en",
      consent = true,
      on,
      textable = true,
    }: {
      name?: string;
      language?: string;
      consent?: boolean;
      on?: { id: string; e164: string };
      textable?: boolean;
    } = {},
  ) {
    const id = v7();
    const member = `VC${randomBytes(5).toString("hex").toUpperCase()}`;
    await db.insert(s.patients).values({
      id,
      memberNumber: seal("patients.member_number", id, member),
      memberIndex: memberIndex(member),
      name: seal("patients.name", id, name),
      birthDate: seal("patients.birth_date", id, "1994-05-17"),
      birthYear: 1994,
      birthMonth: 5,
      language,
      zip3: "100",
      ...{ nameIndex: nameIndexOf(name), birthIndex: birthIndex("1994-05-17") },
      rowDigest: rowDigest(member),
      createdAt: now(),
      updatedAt: now(),
    });
    await db.insert(s.programPatients).values({ programId, patientId: id, addedAt: now() });
    const onPhone = on ?? (await phone(undefined, textable ? {} : { notTextable: "toll_free" }));
    await db
      .insert(s.patientPhones)
      .values({ patientId: id, phoneId: onPhone.id, relationship: "self", validFrom: now() });
    if (consent)
      await db.insert(s.consents).values({
        patientId: id,
        phoneId: onPhone.id,
        id: v7(),
        given: true,
        basis: "roster",
        recordedAt: now(),
      });
    return { id, member, name, phone: onPhone };
  }

  async function thread(
    programId: string,
    senderId: string,
    phoneId: string,
    more: Partial<typeof s.threads.$inferInsert> = {},
  ) {
    const row = { id: v7(), phoneId, senderId, programId, createdAt: now(), ...more };
    await db.insert(s.threads).values(row);
    return row;
  }

  /** So many texts from the patient of a conversation, a minute apart: "text 1", "text 2" and on. */
  async function texts(threadId: string, count: number) {
    const start = Date.now() - count * 60_000;
    const rows = Array.from({ length: count }, (_, i) => {
      const id = v7();
      return {
        ...{ threadId, id, direction: "in" as const, state: "received", segments: 1 },
        body: seal("messages.body", id, `text ${i + 1}`),
        createdAt: new Date(start + i * 60_000),
      };
    });
    for (let from = 0; from < count; from += 500)
      await db.insert(s.messages).values(rows.slice(from, from + 500));
    return rows.map(({ id }) => id);
  }

  /** Nobody pressed a key for five minutes. */
  const claimRunsOut = (threadId: string) =>
    db
      .update(s.threads)
      .set({ claimedUntil: sql`now() - interval '1 second'` })
      .where(eq(s.threads.id, threadId));

  /** A program with a nurse, a manager, a sender and one patient: most tests start here. */
  async function clinic() {
    const nurse = await user("nurse");
    const manager = await user("manager");
    const care = await program({ members: [nurse, manager], createdBy: manager.id });
    const number = await sender(care.id);
    const rosa = await patient(care.id);
    return { nurse, manager, program: care, sender: number, patient: rosa };
  }

  return {
    fictionalNumber,
    user,
    program,
    sender,
    phone,
    patient,
    thread,
    texts,
    claimRunsOut,
    clinic,
    newId: v7,
    randomId: randomUUID,
  };
}
