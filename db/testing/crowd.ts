import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type postgres from "postgres";
import { v7 } from "uuid";
import { birthIndex, memberIndex, phoneIndex, rowDigest } from "@/lib/phi/blind-index";
import { nameIndexOf } from "@/lib/phi/name-index";
import { seal } from "@/lib/phi/seal";

export interface CrowdWanted {
  programId: string;
  senderId: string;
  count: number;
  /** Business time. */
  now: Date;
  /** Each one's text: waiting to leave, with the carrier already, or none. */
  text: "queued" | "submitted" | "none";
}

export interface Somebody {
  e164: string;
  threadId: string;
  messageId: string;
  /** The attempt's id and the carrier's, where the text is `submitted`. */
  clientRef: string;
  carrierId: string;
}

export type Value = string | number | boolean | Buffer | Date | null;

export const crowdText = "Hello Rosa, Valley Care has a message for you. Reply 1 for a call, STOP to stop.";

const batch = 5_000;
let numbersTaken = 0;

/**
 * Patients by the thousand, for measuring: consent, a phone and a thread each, sealed like all others, by COPY.
 * Their area codes have a middle 9, which nobody can own; the carrier's magic endings are left out.
 */
export async function gatherCrowd(sql: postgres.Sql, wanted: CrowdWanted): Promise<Somebody[]> {
  const sendGroup = v7();
  await copy(sql, "send_groups (id, program_id, open)", [[sendGroup, wanted.programId, true]]);
  const crowd: Somebody[] = [];
  while (crowd.length < wanted.count) {
    const people = Array.from({ length: Math.min(batch, wanted.count - crowd.length) }, somebody);
    await insert(sql, { ...wanted, sendGroup }, people);
    crowd.push(...people);
  }
  return crowd;
}

function somebody() {
  return {
    patientId: v7(),
    phoneId: v7(),
    e164: unownedNumber(),
    threadId: v7(),
    messageId: v7(),
    clientRef: randomUUID(),
    carrierId: randomUUID(),
  };
}

export function unownedNumber(): string {
  const n = numbersTaken++;
  const [area, rest] = [Math.floor(n / 5_600_000), n % 5_600_000];
  const ending = rest % 7_000;
  const prefix = `${2 + Math.floor(area / 10)}9${area % 10}${200 + Math.floor(rest / 7_000)}`;
  return `+1${prefix}${1_000 + ending}`;
}

const [name, birthDate] = ["Rosa Marín", "1994-05-17"];

type Person = ReturnType<typeof somebody>;

async function insert(
  sql: postgres.Sql,
  { programId, senderId, now, text, sendGroup }: CrowdWanted & { sendGroup: string },
  people: Person[],
): Promise<void> {
  const put = (table: string, row: (person: Person) => Value[]) => copy(sql, table, people.map(row));
  await put(
    "patients (id, member_number, member_index, name, birth_date, birth_year, birth_month, language, name_index, birth_index, row_digest, created_at, updated_at)",
    ({ patientId: id, e164 }) => {
      const member = `B${e164.slice(1)}`;
      const sealed = [seal("patients.name", id, name), seal("patients.birth_date", id, birthDate)];
      // As they are filed: the worker would make them meanwhile.
      const found = [`{${nameIndexOf(name).join(",")}}`, birthIndex(birthDate)];
      const number = seal("patients.member_number", id, member);
      return [
        id,
        number,
        memberIndex(member),
        ...sealed,
        1994,
        5,
        "en",
        ...found,
        rowDigest(member),
        now,
        now,
      ];
    },
  );
  await put("program_patients (program_id, patient_id, added_at)", (p) => [programId, p.patientId, now]);
  await put("phones (id, number, number_index, created_at)", ({ phoneId, e164 }) => [
    phoneId,
    seal("phones.number", phoneId, e164),
    phoneIndex(e164),
    now,
  ]);
  await put("patient_phones (patient_id, phone_id, relationship, valid_from)", (p) => [
    p.patientId,
    p.phoneId,
    "self",
    now,
  ]);
  await put("consents (patient_id, phone_id, id, given, basis, recorded_at)", (p) => [
    ...[p.patientId, p.phoneId, v7()],
    ...[true, "roster", now],
  ]);
  await put("threads (id, phone_id, sender_id, program_id, created_at, last_message_at)", (p) => [
    ...[p.threadId, p.phoneId, senderId, programId],
    ...[now, text === "none" ? null : now],
  ]);
  if (text === "none") return;
  const sent = text === "submitted";
  await put(
    "messages (thread_id, id, direction, purpose, state, body, segments, patient_id, send_group_id, created_at, submitted_at)",
    (p) => [
      ...[p.threadId, p.messageId, "out", "outreach", text],
      ...[seal("messages.body", p.messageId, crowdText), 1, p.patientId, sendGroup, now, sent ? now : null],
    ],
  );
  if (sent)
    await put(
      "attempts (id, message_id, thread_id, started_at, lease_until, settled_at, outcome, http_status, carrier_id)",
      (p) => [p.clientRef, p.messageId, p.threadId, now, now, now, "accepted", 202, p.carrierId],
    );
  else
    await put(
      "outbox (message_id, thread_id, sender_id, phone_id, program_id, patient_id, send_group_id, purpose, lane, segments, due_at)",
      (p) => [
        ...[p.messageId, p.threadId, senderId, p.phoneId, programId, p.patientId, sendGroup],
        ...["outreach", "bulk", 1, now],
      ],
    );
}

/** Rows into a table, by COPY. */
export async function copy(sql: postgres.Sql, table: string, rows: Value[][]): Promise<void> {
  const into = await sql.unsafe(`copy ${table} from stdin`).writable();
  await pipeline(Readable.from([rows.map((row) => `${row.map(written).join("\t")}\n`).join("")]), into);
}

// COPY's text format. None of our words holds a tab, a line feed or a backslash.
function written(value: Value): string {
  if (value === null) return "\\N";
  if (value instanceof Date) return value.toISOString();
  return Buffer.isBuffer(value) ? `\\\\x${value.toString("hex")}` : String(value);
}
