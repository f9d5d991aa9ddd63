import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { outcomeFiles, programs } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import type { FileBytes } from "@/lib/csv-file";
import { Invalid, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import { seal } from "@/lib/phi/seal";
import { batchRows, changeReading, failReading, headingPlace, type Reading, saveLines } from "./being-read";
import type { UploadOutcomesInput } from "./inputs";
import { judgeLines, type ReadLine, type Said } from "./judging";
import { readFile } from "./reading";
import { fileDaysBack } from "./types";
import type { Rules } from "./verdict";

/**
 * Reads an uploaded file into rows with a verdict each and returns its id, also when the file as a whole cannot be
 * read: it then says why. The file itself is kept nowhere, and nothing of it counts before somebody says so.
 */
export async function uploadOutcomes(
  ctx: Ctx,
  { programId, kind, fileName, codes, stream }: UploadOutcomesInput & { stream: FileBytes },
): Promise<string> {
  authorize(ctx, "outcome.upload");
  const id = newId();
  const uploadedBy = ctx.actor.userId;

  const days = await inTransaction(ctx, async (tx) => {
    await requireProgram(tx, programId);
    await tx.db.insert(outcomeFiles).values({
      ...{ id, programId, kind, codes, state: "reading", uploadedBy, uploadedAt: tx.now },
      fileName: seal("outcome_files.file_name", id, fileName),
    });
    await audit(tx, "outcomes.uploaded", { programId, outcomeFileId: id, kind });
    await record(tx, { kind: "outcomes.changed", programId });
    return daysOf(tx, programId);
  });

  const file: Reading = { id, programId, kind, codes, ...days };
  try {
    await readInto(ctx, file, stream);
  } catch (error) {
    const sentence = error instanceof Invalid ? error.message : brokenOff;
    await failReading(ctx, file, sentence);
    if (!(error instanceof Invalid)) throw error;
  }
  return id;
}

const brokenOff = "The upload broke off before the end of the file. Nothing was imported. Upload it again.";

async function daysOf(tx: Ctx, programId: string): Promise<Pick<Rules, "earliest" | "today">> {
  const [program] = await tx.db
    .select({ zone: programs.timeZone })
    .from(programs)
    .where(eq(programs.id, programId))
    .limit(1);
  if (!program) throw new NotFound();
  const moment = Temporal.Instant.fromEpochMilliseconds(tx.now.getTime());
  const today = moment.toZonedDateTimeISO(program.zone).toPlainDate();
  return { today: today.toString(), earliest: today.subtract({ days: fileDaysBack }).toString() };
}

async function readInto(ctx: Ctx, file: Reading, stream: FileBytes): Promise<void> {
  const said: Said = new Map();
  let waiting: ReadLine[] = [];
  const save = async () => {
    await saveLines(ctx, file, await judgeLines(ctx, file, waiting, said));
    waiting = [];
  };
  await readFile(stream, file, {
    heading: (cells) =>
      changeReading(ctx, file, { heading: seal(headingPlace, file.id, JSON.stringify(cells)) }),
    async row(line) {
      waiting.push(line);
      if (waiting.length >= batchRows) await save();
    },
  });
  if (waiting.length > 0) await save();

  await inTransaction(ctx, async (tx) => {
    await changeReading(tx, file, { state: "checked" });
    await record(tx, { kind: "outcomes.changed", programId: file.programId });
  });
}
