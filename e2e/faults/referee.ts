import type { LedgerLine } from "@/e2e/carrier-control";
import type { Clinic, Ground, Text } from "./fault";

// The only place that says what lost, doubled and "after STOP" mean. It believes two witnesses: the carrier's
// ledger, and the commits in our database (witness.ts).

export interface Verdict {
  /** Texts of the clinic that go out, those that answer by themselves included. */
  texts: number;
  /** Taken on by the product and neither in a final nor in a parked, visible state; or "sent" but never at the carrier. */
  lost: number;
  /** Intents with more than one line in the ledger, and lines that belong to no intent. */
  doubled: number;
  /** Send starts committed after the STOP of that phone; confirmations beyond one per STOP. */
  afterStop: number;
  /** Texts whose sending was in doubt at some time. */
  unknown: number;
  /** Of these, the ones that are no longer. */
  settled: number;
  /** What was found, for the history. */
  findings: string[];
}

interface OutText {
  id: string;
  state: string;
  purpose: string;
  phone_id: string;
  doubted: boolean;
}

const parked = ["delivered", "undeliverable", "rejected", "suppressed", "cancelled", "submitted", "unknown"];
const saidToBeSent = ["submitted", "delivered", "undeliverable"];
const maySayAfterStop = "('stop_confirmation', 'help_reply')";

/** All out texts of a clinic as our database has them. */
export const outTexts = ({ ask }: Pick<Ground, "ask">, clinic: Clinic) =>
  ask<OutText>(
    `select m.id, m.state, m.purpose, t.phone_id,
            exists (select 1 from attempts a where a.message_id = m.id
                    and (a.outcome = 'ambiguous' or (a.outcome = 'accepted' and a.error_code is not null))) as doubted
     from threads t join messages m on m.thread_id = t.id
     where t.sender_id = '${clinic.senderId}' and m.direction = 'out'`,
  );

/** The ledger's lines of a clinic, each with the text that it belongs to. */
export async function ledgerOf(
  ground: Pick<Ground, "ask" | "carrier">,
  clinic: Clinic,
): Promise<(LedgerLine & { messageId: string | undefined })[]> {
  const from = clinic.number.slice(1);
  const lines = (await ground.carrier.ledger()).filter((line) => line.from === from);
  const attempts = await ground.ask<{ id: string; message_id: string }>(
    `select a.id, a.message_id from attempts a join threads t on t.id = a.thread_id
     where t.sender_id = '${clinic.senderId}'`,
  );
  const messageOf = new Map(attempts.map((attempt) => [attempt.id, attempt.message_id]));
  return lines.map((line) => ({ ...line, messageId: messageOf.get(line.client_ref) }));
}

export async function judge(ground: Ground, taken: readonly Text[]): Promise<Verdict> {
  const { clinic } = ground;
  const texts = await outTexts(ground, clinic);
  const lines = await ledgerOf(ground, clinic);
  const times = new Map<string, number>();
  for (const { messageId } of lines) if (messageId) times.set(messageId, (times.get(messageId) ?? 0) + 1);

  const known = new Set(texts.map((text) => text.id));
  const findings = [
    ...taken.filter((text) => !known.has(text.messageId)).map((text) => `lost: ${text.messageId} is gone`),
    ...texts
      .filter((text) => !parked.includes(text.state))
      .map((text) => `lost: ${text.id} is still ${text.state}`),
    ...texts
      .filter((text) => saidToBeSent.includes(text.state) && !times.has(text.id))
      .map((text) => `lost: ${text.id} is said to be ${text.state}, and the carrier never had it`),
    ...[...times].filter(([, n]) => n > 1).map(([id, n]) => `doubled: ${id} ${n} times`),
    ...lines.filter((line) => !line.messageId).map((line) => `doubled: line ${line.n} belongs to no text`),
    ...(await startedAfterStop(ground)),
    ...(await tooManyConfirmations(ground, lines, texts)),
  ];
  const count = (kind: string) => findings.filter((finding) => finding.startsWith(kind)).length;
  const doubted = texts.filter((text) => text.doubted);
  return {
    texts: texts.length,
    lost: count("lost"),
    doubled: count("doubled"),
    afterStop: count("after STOP"),
    unknown: doubted.length,
    settled: doubted.filter((text) => text.state !== "unknown").length,
    findings,
  };
}

async function startedAfterStop({ ask, clinic }: Ground): Promise<string[]> {
  const rows = await ask<{ message_id: string }>(
    `select s.message_id from referee.starts s
     join attempts a on a.id = s.attempt_id
     join threads t on t.id = a.thread_id
     join messages m on m.thread_id = a.thread_id and m.id = a.message_id
     where t.sender_id = '${clinic.senderId}' and m.purpose not in ${maySayAfterStop}
       and (select e.stopped from referee.stops e where e.phone_id = t.phone_id and e.at < s.at
            order by e.at desc limit 1)`,
  );
  return rows.map((row) => `after STOP: ${row.message_id} was started`);
}

async function tooManyConfirmations(
  { ask }: Ground,
  lines: { messageId: string | undefined }[],
  texts: OutText[],
): Promise<string[]> {
  const confirmations = new Map(
    texts.filter((text) => text.purpose === "stop_confirmation").map((text) => [text.id, text.phone_id]),
  );
  if (confirmations.size === 0) return [];
  const sent = new Map<string, number>();
  for (const { messageId } of lines) {
    const phone = messageId && confirmations.get(messageId);
    if (phone) sent.set(phone, (sent.get(phone) ?? 0) + 1);
  }
  const stops = await ask<{ phone_id: string; n: number }>(
    "select phone_id, count(*)::int as n from referee.stops where stopped group by 1",
  );
  const allowed = new Map(stops.map((row) => [row.phone_id, row.n]));
  return [...sent]
    .filter(([phone, n]) => n > (allowed.get(phone) ?? 0))
    .map(([phone, n]) => `after STOP: ${n} confirmations to phone ${phone}`);
}
