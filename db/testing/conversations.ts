import type postgres from "postgres";
import { v7 } from "uuid";
import { birthIndex, memberIndex, phoneIndex, rowDigest } from "@/lib/phi/blind-index";
import { nameIndexOf } from "@/lib/phi/name-index";
import { seal } from "@/lib/phi/seal";
import { copy, unownedNumber, type Value } from "./crowd";

export interface ConversationsWanted {
  /** How many conversations each program has with its patients, over its sender. */
  programs: readonly { id: string; senderId: string; campaignId: string; count: number }[];
  now: Date;
  /** Who holds some of those that wait. */
  nurses: readonly string[];
}

export interface Conversation {
  threadId: string;
  programId: string;
  standing: Standing;
}

/** Of a thousand conversations, as in a pilot that is answered: most never say a word, few wait. */
const thousand = { waiting: 3, answered: 20, snoozed: 1, closed: 300, silent: 676 } as const;
type Standing = keyof typeof thousand;

const batch = 10_000;
const minute = 60_000;
const birthDate = "1994-05-17";
const names = ["Rosa Marín", "Luis Ortega", "Ana Torres", "Mei Chen", "Mary Jones", "James Carter"];
/** What patients say here, all of them. */
export const says = "I have a question about my visit, could somebody call me this afternoon?";
const alarming = "no siento al bebe desde ayer";

/** Conversations by the hundred thousand with all that an inbox reads of them, sealed like all others, by COPY. */
export async function holdConversations(
  sql: postgres.Sql,
  wanted: ConversationsWanted,
): Promise<Conversation[]> {
  // What refers to each other is made together here: checking each reference would take longer than all else.
  const loader = await sql.reserve();
  await loader`set session_replication_role = replica`;
  await loader`set synchronous_commit = off`;
  const noted: Conversation[] = [];
  for (const place of wanted.programs)
    for (let from = 0; from < place.count; from += batch) {
      const size = Math.min(batch, place.count - from);
      const made = Array.from({ length: size }, (_, i) => conversation(wanted, place, from + i));
      await insert(loader, wanted.now, made);
      noted.push(...made.filter(({ standing }) => standing !== "silent" && standing !== "closed"));
    }
  await loader`reset session_replication_role`;
  await loader`reset synchronous_commit`;
  loader.release();
  return noted.map(({ threadId, programId, standing }) => ({ threadId, programId, standing }));
}

type Place = ConversationsWanted["programs"][number];

function conversation({ now, nurses }: ConversationsWanted, place: Place, n: number) {
  const standing = standingOf(n % 1_000);
  const waits = standing === "waiting";
  // Which one it is among those that wait.
  const nth = Math.floor(n / 1_000) * thousand.waiting + (n % 1_000);
  const ago = waits ? 2 + ((nth * 7) % 900) : 60 + ((n * 7_919) % 90_000);
  return {
    ...{ standing, programId: place.id, senderId: place.senderId, campaignId: place.campaignId },
    ...{ threadId: v7(), phoneId: v7(), messageId: v7(), patientId: v7(), e164: unownedNumber() },
    known: !(waits && nth % 20 === 9),
    priority: waits && nth % 100 === 0 ? 0 : waits && nth % 10 === 1 ? 1 : 2,
    flag: flagOf(waits, nth),
    mayAskToStop: waits && nth % 25 === 4,
    holder: waits && nth % 7 === 3 ? (nurses[nth % nurses.length] ?? null) : null,
    language: n % 1_000 === 1 ? "ht" : n % 10 < 3 ? "es" : n % 10 === 3 ? "zh" : "en",
    enrolled: n % 5 === 0,
    name: names[n % names.length] ?? "Rosa Marín",
    at: new Date(now.getTime() - ago * minute),
    // Put off for hours and days, another time each.
    until: standing === "snoozed" ? new Date(now.getTime() + (30 + (n % 4_000)) * minute) : null,
  };
}

type Made = ReturnType<typeof conversation>;

function standingOf(residue: number): Standing {
  let left: number = residue;
  for (const standing of Object.keys(thousand) as Standing[]) {
    if (left < thousand[standing]) return standing;
    left -= thousand[standing];
  }
  return "silent";
}

function flagOf(waits: boolean, nth: number): "emergency" | "urgent" | "review" | null {
  if (!waits) return null;
  if (nth % 100 === 0) return "emergency";
  if (nth % 10 === 1) return "urgent";
  return nth % 10 === 2 ? "review" : null;
}

async function insert(sql: postgres.Sql, now: Date, made: readonly Made[]): Promise<void> {
  const put = (table: string, some: (one: Made) => boolean, row: (one: Made) => Value[]) => {
    const rows = made.filter(some).map(row);
    return rows.length > 0 ? copy(sql, table, rows) : undefined;
  };
  const all = () => true;
  const known = (one: Made) => one.known;
  const spoke = (one: Made) => one.standing !== "silent";
  const waiting = (one: Made) => one.standing === "waiting";
  await put(
    "patients (id, member_number, member_index, name, birth_date, birth_year, birth_month, language, name_index, birth_index, row_digest, created_at, updated_at)",
    known,
    ({ patientId: id, e164, name, language }) => {
      const member = `C${e164.slice(1)}`;
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
        language,
        ...found,
        rowDigest(member),
        now,
        now,
      ];
    },
  );
  await put("program_patients (program_id, patient_id, added_at)", known, (o) => [
    ...[o.programId, o.patientId, now],
  ]);
  await put("phones (id, number, number_index, created_at)", all, ({ phoneId, e164 }) => [
    ...[phoneId, seal("phones.number", phoneId, e164), phoneIndex(e164), now],
  ]);
  await put("patient_phones (patient_id, phone_id, relationship, valid_from)", known, (o) => [
    ...[o.patientId, o.phoneId, "self", now],
  ]);
  await put(
    "enrollments (campaign_id, patient_id, program_id, arm, language, phone_id, enrolled_at)",
    (o) => o.known && o.enrolled,
    (o) => [o.campaignId, o.patientId, o.programId, "outreach", o.language, o.phoneId, now],
  );
  await put(
    "threads (id, phone_id, sender_id, program_id, created_at, last_message_at, waiting_since, priority, last_inbound_id, claimed_by, claimed_at, snoozed_until, closed_at, disposition, claimed_until)",
    all,
    (o) => [
      ...[o.threadId, o.phoneId, o.senderId, o.programId, o.at, o.at, waiting(o) ? o.at : null, o.priority],
      ...[spoke(o) ? o.messageId : null, o.holder, o.holder && now, o.until],
      ...(o.standing === "closed" ? [o.at, "answered"] : [null, null]),
      // The lease is the database's clock, and outlasts the benchmark.
      o.holder && new Date(Date.now() + 24 * 60 * minute),
    ],
  );
  await put(
    "messages (thread_id, id, direction, state, body, segments, patient_id, created_at)",
    spoke,
    (o) => [
      ...[o.threadId, o.messageId, "in", "received"],
      ...[seal("messages.body", o.messageId, says), 1, o.known ? o.patientId : null, o.at],
    ],
  );
  await put("waits (id, thread_id, program_id, since, priority)", waiting, (o) => [
    ...[v7(), o.threadId, o.programId, o.at, o.priority],
  ]);
  await put(
    "red_flags (thread_id, message_id, rule, id, version, priority, words, raised_at)",
    (o) => o.flag !== null,
    (o) => {
      const id = v7();
      return [
        ...[o.threadId, o.messageId, "benchmark", id, "0", o.flag],
        ...[seal("red_flags.words", id, alarming), o.at],
      ];
    },
  );
  await put(
    "stop_suggestions (thread_id, message_id, phone_id, rule, version, suggested_at)",
    (o) => o.mayAskToStop,
    (o) => [o.threadId, o.messageId, o.phoneId, "benchmark", "0", o.at],
  );
}

/** Many more texts in one conversation, one after the other until now: theirs and ours in turn. */
export async function talkLong(
  sql: postgres.Sql,
  { threadId, texts, now }: { threadId: string; texts: number; now: Date },
): Promise<void> {
  const began = now.getTime() - texts * 20 * minute;
  const rows = Array.from({ length: texts }, (_, i): Value[] => {
    const at = new Date(began + i * 20 * minute);
    const id = v7({ msecs: at.getTime() });
    const theirs = i % 2 === 0;
    return [
      ...[threadId, id, theirs ? "in" : "out", theirs ? null : "reply", theirs ? "received" : "delivered"],
      ...[seal("messages.body", id, `${says} (${i + 1})`), 1, at],
    ];
  });
  await copy(sql, "messages (thread_id, id, direction, purpose, state, body, segments, created_at)", rows);
}
