import { inArray, sql } from "drizzle-orm";
import { texts as strings, uuids } from "@/db/client";
import { messages, senders } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";
import { ensurePhones } from "@/lib/patients/phone-link";
import { seal } from "@/lib/phi/seal";
import type { ReadEvent } from "./filing";
import type { Judgement } from "./judgement";
import { goesOn, judgeText, lastTexts } from "./long-text";
import { segmentsOf } from "./segments";
import { pair, type ThreadKey, threadsOf } from "./thread";
import { longestText } from "./types";
import { e164Of, type InboundPayload } from "./vonage/payload";

export type InboundText = ReadEvent<InboundPayload>;

export interface PlacedText {
  eventId: string;
  threadId: string;
  messageId: string;
  programId: string;
  phoneId: string;
  sender: { id: string; networkConfirmsStop: boolean };
  receivedAt: Date;
  /** The text itself; empty where it held none. */
  words: string;
  /** The pieces of a long text that it goes on from, as far as they came in the same batch; else empty. */
  before: string;
  /** What acts at once. */
  keyword: Judgement["keyword"];
  /** Wording that may ask us to stop: a nurse decides. Never beside a keyword. */
  suggestion: { rule: string; version: string } | undefined;
}

type Problem = "not_our_number" | "sender_without_program" | "not_a_phone";
type Addressed = InboundText & ThreadKey & { sender: PlacedText["sender"]; threadId: string };

/**
 * Puts patients' texts, in the order in which they came, into the threads of their phones with our numbers.
 * Strangers text too: their number becomes a phone that belongs to nobody yet.
 */
export async function placeInbound(
  tx: Ctx,
  texts: InboundText[],
): Promise<{ placed: PlacedText[]; problems: Map<string, Problem> }> {
  const { addressed, problems } = await addressAll(tx, texts);
  if (addressed.length === 0) return { placed: [], problems };
  const last = await lastTexts(tx, addressed);
  const rows = addressed.map((text) => {
    const before = last.get(text.threadId);
    const continued = before && goesOn(before, text) ? before : undefined;
    const said = text.said.text;
    const judgement = judgeText(said, continued);
    last.set(text.threadId, {
      at: text.receivedAt,
      text: said,
      whole: (continued?.whole ?? "") + said,
      suggests: Boolean(continued?.suggests || judgement.suggestion),
    });
    return {
      ...{ text, messageId: newId(), judgement },
      ...{ continues: continued !== undefined, before: continued?.whole ?? "" },
    };
  });

  await tx.db.insert(messages).values(
    rows.map(({ text, continues, messageId, judgement }) => ({
      threadId: text.threadId,
      id: messageId,
      direction: "in" as const,
      state: "received",
      body: seal("messages.body", messageId, text.said.text),
      segments: text.said.sms?.num_messages ?? segmentsIn(text.said.text),
      media: text.said.media,
      continues,
      judgedRule: judgement.rule,
      judgedVersion: judgement.version,
      createdAt: text.receivedAt,
      finalAt: tx.now,
    })),
  );
  const placed = rows.map(
    ({ text, before, messageId, judgement: { keyword, suggestion, version } }): PlacedText => {
      const { id: eventId, threadId, programId, phoneId, sender, receivedAt } = text;
      return {
        ...{ eventId, threadId, messageId, programId, phoneId, sender, receivedAt, keyword },
        ...{ words: text.said.text, before },
        suggestion: keyword || !suggestion ? undefined : { rule: suggestion.rule, version },
      };
    },
  );
  await touchThreads(tx, placed);
  return { placed, problems };
}

async function addressAll(tx: Ctx, texts: InboundText[]) {
  const numbers = [...new Set(texts.map((text) => text.said.to))];
  const known = await tx.db
    .select({
      id: senders.id,
      number: senders.number,
      programId: senders.programId,
      networkConfirmsStop: senders.networkConfirmsStop,
    })
    .from(senders)
    // Short codes are kept as they are dialled, without a plus.
    .where(inArray(senders.number, [...numbers.map((number) => `+${number}`), ...numbers]))
    .limit(2 * numbers.length);
  const byNumber = new Map(known.map((sender) => [sender.number.replace("+", ""), sender]));

  const problems = new Map<string, Problem>();
  const open = texts.flatMap((text) => {
    const sender = byNumber.get(text.said.to);
    const e164 = e164Of(text.said.from);
    const problem = !sender ? "not_our_number" : !sender.programId ? "sender_without_program" : "not_a_phone";
    if (sender?.programId && e164) return [{ text, e164, sender, programId: sender.programId }];
    problems.set(text.id, problem);
    return [];
  });
  const phoneIds = await ensurePhones(
    tx,
    open.map(({ e164 }) => ({ e164, notTextable: null })),
  );
  const keyed = open.map(({ text, e164, sender, programId }) => ({
    ...text,
    ...{ phoneId: phoneIds.get(e164) ?? "", senderId: sender.id, programId, sender },
  }));
  const threadIds = await threadsOf(
    tx,
    keyed.map(({ phoneId, senderId, programId }) => ({ phoneId, senderId, programId })),
  );
  const addressed: Addressed[] = keyed.map((text) => ({
    ...text,
    threadId: threadIds.get(pair(text)) ?? "",
  }));
  return { addressed, problems };
}

// Counting is slow, and a stranger chooses the length.
const segmentsIn = (text: string): number =>
  text.length <= longestText ? Math.max(1, segmentsOf(text).segments) : Math.ceil(text.length / 67);

async function touchThreads(tx: Ctx, placed: PlacedText[]): Promise<void> {
  const last = [...new Map(placed.map((text) => [text.threadId, text])).values()];
  await tx.db.execute(
    sql`update threads t
        set last_message_at = greatest(t.last_message_at, s.received_at), last_inbound_id = s.message_id
        from unnest(${uuids(last.map((text) => text.threadId))}, ${uuids(last.map((text) => text.messageId))},
                    ${strings(last.map((text) => text.receivedAt.toISOString()))}::timestamptz[])
          as s(thread_id, message_id, received_at)
        where t.id = s.thread_id`,
  );
}
