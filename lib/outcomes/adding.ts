import { actions, touches } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";
import { keptOf, recordedAmong } from "./matching";
import type { OutcomeKind } from "./types";
import type { OutcomeRow } from "./verdict";

export interface Waiting {
  line: number;
  row: OutcomeRow;
  /** The record that carries the member number. */
  namedId: string;
}

interface News extends Waiting {
  id: string;
  keptId: string;
}

/**
 * Records what is news of these rows, once for each patient, day and source or channel, whoever else does so at the
 * same time. Says which lines were added and which were known.
 */
export async function addNews(
  tx: Ctx,
  file: { id: string; programId: string; kind: OutcomeKind },
  waiting: readonly Waiting[],
): Promise<{ added: number[]; known: number[] }> {
  if (waiting.length === 0) return { added: [], known: [] };
  // Asked again: records may have been joined, or parted, since the file was checked.
  const kept = await keptOf(
    tx,
    waiting.map(({ namedId }) => namedId),
  );
  const owned = waiting.map((one) => ({ ...one, id: newId(), keptId: kept.get(one.namedId) ?? one.namedId }));
  const recorded = await recordedAmong(tx, file, owned);
  const news = owned.filter((_, place) => !recorded.has(place)).sort(inOneOrder);
  const ids = news.length > 0 ? await insert(tx, file, news) : new Set<string>();
  const lines = (isAdded: boolean) =>
    owned.filter(({ id }) => ids.has(id) === isAdded).map(({ line }) => line);
  return { added: lines(true), known: lines(false) };
}

// Two batches that wait for each other's rows wait in one order, and so not for ever.
const inOneOrder = (a: News, b: News) => (orderOf(a) < orderOf(b) ? -1 : 1);
const orderOf = ({ keptId, row, line }: News) =>
  `${keptId} ${row.day} ${row.channel ?? ""} ${String(line).padStart(7, "0")}`;

/** Answers the ids of what was not there yet. */
async function insert(
  tx: Ctx,
  { id: outcomeFileId, programId, kind }: { id: string; programId: string; kind: OutcomeKind },
  news: readonly News[],
): Promise<Set<string>> {
  const of = ({ id, keptId: patientId, row }: News) => ({
    ...{ id, programId, patientId, occurredOn: row.day, outcomeFileId, recordedAt: tx.now },
  });
  const added =
    kind === "touches"
      ? await tx.db
          .insert(touches)
          .values(news.map((one) => ({ ...of(one), channel: channelOf(one.row), reached: one.row.reached })))
          .onConflictDoNothing()
          .returning({ id: touches.id })
      : await tx.db
          .insert(actions)
          .values(news.map((one) => ({ ...of(one), source: kind, code: one.row.code })))
          .onConflictDoNothing()
          .returning({ id: actions.id });
  return new Set(added.map(({ id }) => id));
}

function channelOf({ channel }: OutcomeRow) {
  if (!channel) throw new Error("A touch without a channel was to be imported.");
  return channel;
}
