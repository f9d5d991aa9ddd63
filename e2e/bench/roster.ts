import { Readable } from "node:stream";
import { openForLoad } from "@/db/testing/load";
import { openDatabase } from "@/db/testing/open";
import { signInByAddress } from "./browser";
import { until } from "./calls";
import { dirtyRoster } from "./dirty-roster";
import type { Figure } from "./figures";
import { peakMegabytes, processorSeconds, restartPeak } from "./processes";
import type { Scale, Stage } from "./stage";

const smallRows = 10_000;
const patienceMs = 600_000;

type Roster = Awaited<ReturnType<ReturnType<typeof openForLoad>["roster"]>>;

interface Import {
  rows: number;
  wrong: number;
  seconds: number;
  uploadSeconds: number;
  checkSeconds: number;
  commitSeconds: number;
  workerMegabytes: number;
  /** Whatever else the machine does meanwhile. */
  workerSeconds: number;
  webMegabytes: number;
  longestWriteMs: number;
}

/** A dirty roster from the browser's upload to its last patient, by a real web process and a real worker. */
export async function measureRoster(stage: Stage, { rows }: Scale): Promise<Figure[]> {
  const small = await importOne(stage, Math.min(rows, smallRows));
  const large = await importOne(stage, rows);
  const killed = await importOne(stage, Math.min(rows, smallRows), { isKilled: true });
  const n = (count: number) => count.toLocaleString("en-US");
  const figure = (what: string, value: number, least?: string): Figure => ({ what, ours: [value], least });
  return [
    figure(`s from upload to committed, ${n(large.rows)} rows`, large.seconds, "30, best 15"),
    figure("  of it the upload", large.uploadSeconds),
    figure("  the checking", large.checkSeconds),
    figure("  the import", large.commitSeconds),
    figure("rows/s in all", large.rows / large.seconds),
    figure("patients too few or too many after a worker was killed twice", killed.wrong, "0"),
    figure("processor seconds of the worker", large.workerSeconds),
    figure(
      "longest writing transaction seen, ms",
      Math.max(large.longestWriteMs, small.longestWriteMs),
      "500",
    ),
    figure(`peak memory of the worker, MB, ${n(small.rows)} rows`, small.workerMegabytes),
    figure(`  ${n(large.rows)} rows`, large.workerMegabytes, "flat"),
    figure(`peak memory of the web process, MB, ${n(small.rows)} rows`, small.webMegabytes),
    figure(`  ${n(large.rows)} rows`, large.webMegabytes, "flat"),
  ];
}

async function importOne(stage: Stage, rows: number, { isKilled = false } = {}): Promise<Import> {
  const given = await openDatabase(stage.databaseUrl);
  const database = openForLoad(stage.databaseUrl);
  const manager = await given.person("manager", "Marta Lindqvist");
  const program = await given.program({ members: [manager], createdBy: manager.id });
  const { cookie, origin } = await signInByAddress(stage.baseUrl, {
    email: manager.email,
    password: given.password,
  });
  await database.tidy();
  let worker = await stage.startWorker();
  restartPeak(stage.webPid);
  const writes = database.watchWrites();

  const started = performance.now();
  const answer = await fetch(`${stage.baseUrl}/api/uploads?program=${program.id}`, {
    method: "POST",
    headers: { cookie, origin, "content-type": "text/csv", "x-file-name": "march.csv" },
    body: Readable.toWeb(Readable.from(dirtyRoster(rows))) as ReadableStream<Uint8Array>,
    duplex: "half",
  } as RequestInit);
  if (answer.status !== 201)
    throw new Error(`The upload was answered ${answer.status}: ${await answer.text()}`);
  const { rosterId } = (await answer.json()) as { rosterId: string };
  const uploaded = performance.now();
  const killWhen = async (isSo: (roster: Roster) => boolean) => {
    await until(async () => isSo(await database.roster(rosterId)), {
      everyMs: 5,
      patienceMs,
      otherwise: "Nothing to kill",
    });
    await worker.kill();
    worker = await stage.startWorker();
  };
  if (isKilled) await killWhen((roster) => roster.rows > 0);
  await reach(database, rosterId, "checked");
  const checked = performance.now();
  // The manager's yes, which is one row.
  await database.startImport(rosterId);
  if (isKilled) await killWhen((roster) => roster.committed > 0);
  await reach(database, rosterId, "committed");
  const committed = performance.now();

  const longestWriteMs = await writes.stop();
  const memory = { workerMegabytes: peakMegabytes(worker.pid), webMegabytes: peakMegabytes(stage.webPid) };
  const workerSeconds = processorSeconds(worker.pid);
  await worker.stop();
  const after = await database.roster(rosterId);
  const wrong = Math.max(
    Math.abs(after.members - after.committed),
    Math.abs(after.committed - (after.rows - after.rejected)),
    Math.abs(after.rows - rows),
  );
  if (wrong > 0) throw new Error(`The import does not add up: ${JSON.stringify(after)}`);
  await given.close();
  await database.close();
  const seconds = (from: number, to: number) => (to - from) / 1_000;
  return {
    ...{
      rows: after.rows,
      wrong,
      workerSeconds,
      longestWriteMs,
      ...memory,
      seconds: seconds(started, committed),
    },
    ...{ uploadSeconds: seconds(started, uploaded), checkSeconds: seconds(uploaded, checked) },
    commitSeconds: seconds(checked, committed),
  };
}

const reach = (database: ReturnType<typeof openForLoad>, rosterId: string, state: string) =>
  until(
    async () => {
      const { state: now, failure } = await database.roster(rosterId);
      if (now === "failed" || now === "mapping") throw new Error(`The roster is ${now}: ${failure ?? ""}`);
      return now === state;
    },
    { everyMs: 50, patienceMs, otherwise: `The roster was not ${state}` },
  );
