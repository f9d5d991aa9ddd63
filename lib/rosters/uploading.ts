import { rosters } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { type FileBytes, limited, readRecords } from "@/lib/csv-file";
import { Conflict, Invalid } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import { seal } from "@/lib/phi/seal";
import { isCertain, readColumns, sealColumns } from "./columns";
import { brokenOff, changeRoster, failRoster, type RosterRef } from "./failing";
import type { UploadRosterInput } from "./inputs";
import { recallColumns } from "./mapping";
import { keepPiece, pieceBytes } from "./pieces";
import { uploadLimit } from "./types";

const enoughRecords = 60;

/**
 * Keeps an uploaded file in sealed pieces and returns the roster's id, also when it is no file of rows: the roster then
 * says why. Nothing but its beginning is looked at here; the checking loop reads the rest.
 */
export async function uploadRoster(
  ctx: Ctx,
  { programId, fileName, stream }: UploadRosterInput & { stream: FileBytes },
): Promise<string> {
  authorize(ctx, "roster.upload");
  const roster: RosterRef = { id: newId(), programId };
  const uploadedBy = ctx.actor.userId;

  await inTransaction(ctx, async (tx) => {
    await requireProgram(tx, programId);
    await tx.db.insert(rosters).values({
      ...{ id: roster.id, programId, state: "reading" as const },
      fileName: seal("rosters.file_name", roster.id, fileName),
      ...{ uploadedBy, uploadedAt: tx.now },
    });
    await audit(tx, "roster.uploaded", { programId, rosterId: roster.id });
    await record(tx, { kind: "roster.changed", programId, rosterId: roster.id });
  });

  try {
    await keep(ctx, roster, limited(stream, uploadLimit.bytes));
  } catch (error) {
    const sentence = error instanceof Invalid ? error.message : brokenOff;
    await failRoster(ctx, roster, "reading", sentence);
    if (!(error instanceof Invalid)) throw error;
  }
  return roster.id;
}

async function keep(ctx: Ctx, roster: RosterRef, stream: FileBytes): Promise<void> {
  let held: Uint8Array[] = [];
  let length = 0;
  let beginning: Awaited<ReturnType<typeof begin>> | undefined;
  let piece = 0;
  const keepHeld = async (isAll: boolean) => {
    const bytes = Buffer.concat(held);
    beginning ??= await begin(ctx, roster, bytes, isAll);
    await keepPiece(ctx, roster.id, piece, bytes);
    piece += 1;
    held = [];
    length = 0;
  };
  for await (const chunk of stream) {
    held.push(chunk);
    length += chunk.length;
    if (length >= pieceBytes) await keepHeld(false);
  }
  if (length > 0 || !beginning) await keepHeld(piece === 0);

  const { columns, isSure } = beginning ?? (await begin(ctx, roster, Buffer.alloc(0), true));
  await inTransaction(ctx, async (tx) => {
    const next = { state: isSure ? ("checking" as const) : ("mapping" as const), checkingUntil: null };
    const kept = await changeRoster(tx, roster, "reading", {
      ...next,
      columns: sealColumns(roster.id, columns),
    });
    if (!kept) throw new Conflict("This upload was ended before all of it had come.");
    await record(tx, { kind: "roster.changed", programId: roster.programId, rosterId: roster.id });
  });
}

/** What the first piece says. Throws Invalid for what is no CSV file, and for one without rows. */
async function begin(ctx: Ctx, roster: RosterRef, bytes: Buffer, isAll: boolean) {
  const records = await firstRecords(bytes, isAll);
  if (isAll && records.length === 0) throw new Invalid("The file is empty. Nothing was imported.");
  const columns = readColumns(records, await recallColumns(ctx, roster.programId));
  if (isAll && records.every(({ line }) => line <= columns.headingLine))
    throw new Invalid("The file has a heading but no rows. Nothing was imported.");
  return { columns, isSure: isCertain(columns) };
}

class Enough extends Error {}

async function firstRecords(bytes: Buffer, isAll: boolean) {
  const records: { cells: string[]; line: number }[] = [];
  async function* once() {
    yield bytes;
  }
  try {
    await readRecords(once(), uploadLimit, async ({ cells, line }) => {
      records.push({ cells, line });
      if (records.length === enoughRecords) throw new Enough();
    });
  } catch (error) {
    // A beginning may end inside quotation marks; whether they are closed is seen when all is read.
    const isCut = error instanceof Invalid && !isAll && records.length > 1;
    if (!isCut && !(error instanceof Enough)) throw error;
  }
  return records;
}
