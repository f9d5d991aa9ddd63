import {
  channelWords,
  type OutcomeKind,
  type OutcomeVerdict,
  outcomePageLines,
  type TouchChannel,
} from "@/lib/outcomes/types";
import { seal } from "@/lib/phi/seal";
import { minutes } from "./calendar";
import { note } from "./history";
import type { Ids } from "./ids";
import type { Rows } from "./rows";

export interface OutcomeLine {
  memberNumber: string;
  /** YYYY-MM-DD */
  day: string;
  code: string | null;
  channel: TouchChannel | null;
  reached: "yes" | "no" | null;
  /** Null where nobody of the program has that number. */
  patientId: string | null;
  /** Recorded before the file came. */
  isKnown?: boolean;
}

export interface OutcomeFile {
  id: string;
  programId: string;
  kind: OutcomeKind;
  fileName: string;
  heading: string[];
  /** When it was uploaded; it was looked at, and then imported. */
  at: number;
  lines: OutcomeLine[];
}

export const importedAt = ({ at }: Pick<OutcomeFile, "at">) => at + 4 * minutes + 400;

/** The file as the product keeps it, each row with its verdict, the touches that it brought, and what was done with it. */
export function addOutcomeFile(rows: Rows, ids: Ids, manager: string, file: OutcomeFile): void {
  const { id: fileId, programId, kind, at, lines } = file;
  const committedAt = new Date(importedAt(file));
  const counts = { import: 0, known: 0, reject: 0 };
  for (const [i, line] of lines.entries()) {
    const verdict = line.patientId === null ? "reject" : line.isKnown ? "known" : "import";
    counts[verdict] += 1;
    addRow(rows, file, i + 2, line, verdict);
    if (kind === "touches") addTouch(rows, ids, file, line);
  }
  const days = lines.flatMap(({ day, patientId }) => (patientId ? [day] : [])).sort();
  rows.outcomeFiles.push({
    ...{ id: fileId, programId, kind, state: "committed", uploadedBy: manager, uploadedAt: new Date(at) },
    fileName: seal("outcome_files.file_name", fileId, file.fileName),
    heading: seal("outcome_files.heading", fileId, JSON.stringify(file.heading)),
    ...{ codes: [], firstDay: days.at(0) ?? null, lastDay: days.at(-1) ?? null, committedAt },
    ...{ rows: lines.length, matched: counts.import, known: counts.known, rejected: counts.reject },
    committed: counts.import,
  });
  const act = { by: manager, programId, outcomeFileId: fileId };
  const shown = Math.min(lines.length, outcomePageLines);
  note(rows, ids, "outcomes.uploaded", { ...act, at, kind });
  note(rows, ids, "outcomes.read", { ...act, at: at + 9_000, rows: shown });
  note(rows, ids, "outcomes.commit-started", { ...act, at: at + 4 * minutes, rows: counts.import });
  note(rows, ids, "outcomes.committed", { ...act, by: null, at: +committedAt, rows: counts.import });
}

function addRow(
  rows: Rows,
  file: OutcomeFile,
  number: number,
  line: OutcomeLine,
  verdict: OutcomeVerdict,
): void {
  const { memberNumber, day, code, channel, reached, patientId } = line;
  const words = channel ? `${channelWords[channel]}${reached ? reachedWords[reached] : ""}` : "";
  const content = {
    ...{ memberNumber, day, what: code ?? words },
    row: verdict === "reject" ? null : { day, code, channel, reached },
    cells: verdict === "reject" ? [memberNumber, day, code ?? ""] : [],
  };
  rows.outcomeRows.push({
    ...{ fileId: file.id, line: number, verdict, patientId },
    reasons: { import: [], known: ["recorded"], reject: ["unknown_member"] }[verdict],
    content: seal("outcome_rows.content", `${file.id}:${number}`, JSON.stringify(content)),
    committedAt: verdict === "import" ? new Date(importedAt(file)) : null,
  });
}

function addTouch(
  rows: Rows,
  ids: Ids,
  file: OutcomeFile,
  { channel, patientId, day, reached }: OutcomeLine,
): void {
  if (!channel || !patientId) return;
  const at = importedAt(file);
  rows.touches.push({
    ...{ id: ids.at(at), programId: file.programId, patientId, channel, reached },
    ...{ occurredOn: day, outcomeFileId: file.id, recordedAt: new Date(at) },
  });
}
const reachedWords = { yes: ", reached", no: ", not reached" };
