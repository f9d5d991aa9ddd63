import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { connect } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import {
  createDatabase,
  type DatabaseServer,
  freePort,
  isAlive,
  removeServer,
  startServer,
} from "@/db/server";
import { type LoadDatabase, openForLoad } from "@/db/testing/load";
import { openDatabase } from "@/db/testing/open";
import { throwawayFolder } from "@/db/testing/throwaway";
import type { Clinic, DatabaseSwitch, Hands, Person, Purpose, Text } from "@/e2e/faults/fault";
import { until } from "@/e2e/faults/patience";
import { playFaults } from "@/e2e/faults/play";
import { faults } from "@/e2e/faults/table";
import { witness } from "@/e2e/faults/witness";
import { workersOf } from "@/e2e/faults/worker-process";
import { businessNow } from "@/lib/clock";
import { type Ctx, inTransaction } from "@/lib/context";
import { connection } from "@/lib/database";
import { DomainError } from "@/lib/errors";
import { sendAgain } from "@/lib/inbox/again";
import { replyToThread } from "@/lib/inbox/reply";
import { receiveInbound, receiveStatus } from "@/lib/messaging/carrier-event";
import { queueAgain } from "@/lib/messaging/line-up";
import { queueTexts } from "@/lib/messaging/outbox";
import { textingTime, usualWindow } from "@/lib/messaging/texting-hours";
import { isOutage } from "@/lib/outage";
import { buildApp, buildIsCurrent } from "./build";
import { type Child, ourScript, root, startChild } from "./children";
import { chooseOffset } from "./clock";
import { appEnvironment, carrierEnvironment } from "./environment";
import { type Lifetime, runToTheEnd } from "./lifetime";
import { step } from "./progress";
import { loadSecrets } from "./secrets";

// npm run faults [-- F1 F5 …] [--seed spring] [--seeds 3] [--small]
// FAULTS_DATABASE_URL names a migrated, empty database to play in; without it, a server of its own is started.
const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const small = process.argv.includes("--small");
/** From 10:00 on, so that a clock that is an hour off is still within the hours. */
const threeHours = 3 * 3600;

if (process.argv.includes("--door")) openDoor();
else runToTheEnd(run, { farewell: "Stopping …" });

async function run(life: Lifetime): Promise<number> {
  const wanted = process.argv.slice(2).filter((word) => /^[A-Z]\d+$/.test(word));
  const chosen = wanted.length > 0 ? faults.filter((fault) => wanted.includes(fault.id)) : faults;
  if (chosen.length < new Set(wanted).size)
    throw new Error(`The faults are ${faults.map((fault) => fault.id).join(", ")}.`);
  const folder = await throwawayFolder("faults", "postgres");
  let keep = false;
  life.add(async () => {
    await removeServer(path.join(folder, "postgres"));
    if (!keep) rmSync(folder, { recursive: true, force: true });
  });
  const stage = await setUp(folder, life);
  const seed = option("seed") ?? "spring";
  const more = Array.from({ length: Number(option("seeds") ?? 1) - 1 }, (_, i) => `${seed}-${i + 2}`);
  const held = await playFaults({ faults: chosen, seeds: [seed, ...more], small, folder, ...stage });
  keep = !held;
  if (!held) console.log(`\nHistory, ledger and logs are kept in ${folder}`);
  return held ? 0 : 1;
}

async function setUp(folder: string, life: Lifetime) {
  const elsewhere = process.env.FAULTS_DATABASE_URL || undefined;
  const dir = path.join(folder, "postgres");
  const server = elsewhere ? undefined : await startServer({ dir });
  const databaseUrl = elsewhere ?? server?.url("hearback") ?? "";
  if (server) {
    await createDatabase(server.url("postgres"), "hearback");
    await migrateDatabase(databaseUrl);
  }
  const secrets = loadSecrets(folder);
  const carrierPort = await freePort();
  const options = {
    dataDir: folder,
    seed: false,
    webPort: await freePort(0, ["localhost", "127.0.0.1"]),
    clockOffsetSeconds: chooseOffset(undefined, Temporal.Now.instant(), "America/New_York") + threeHours,
    // The speed divides the carrier's waits between two tries of a webhook: 250 ms instead of 5 s at first.
    carrier: { patients: "off", patientSpeed: 20, rate: 1_000_000 },
  };
  const env = appEnvironment(options, secrets, databaseUrl, carrierPort);
  // What we write into the database ourselves is sealed with the same keys.
  Object.assign(process.env, env, { LOG_LEVEL: "fatal" });

  const referee = connect(databaseUrl, { max: 4 });
  life.add(() => referee.close());
  for (const statement of witness) await referee.db.execute(statement);

  const logs = path.join(folder, "logs");
  mkdirSync(logs);
  const start = (name: string, args: string[], more: Record<string, string>) => {
    const child = startChild({
      name,
      args,
      env: { ...process.env, ...more },
      logFile: path.join(logs, `${name}.log`),
    });
    life.add(() => child.stop(10_000));
    return child;
  };
  const carrier = start(
    "carrier",
    ourScript("e2e/carrier/main.ts"),
    carrierEnvironment(options, secrets, carrierPort),
  );
  await ready(carrier, carrier.says(/carrier ready/));
  if (small) {
    const door = start("door", [...ourScript("scripts/faults.ts", { server: true }), "--door"], env);
    await ready(door, door.says(/door open/));
  } else {
    if (!buildIsCurrent())
      await step("production build (half a minute or more)", () =>
        buildApp(path.join(logs, "build.log"), (child) => life.add(() => child.stop(5_000))),
      );
    const web = start("web", ourScript("scripts/web.ts"), env);
    await ready(web, answers(`${env.NEXTAUTH_URL}/api/health`));
  }

  const workers = workersOf({
    args: ourScript("scripts/worker.ts", { server: true }),
    env,
    cwd: root,
    logFile: path.join(logs, "workers.log"),
  });
  life.add(workers.killAll);
  const [given, load] = [await openDatabase(databaseUrl), openForLoad(databaseUrl)];
  for (const { close } of [given, load]) life.add(close);
  const hands: Hands = {
    ...handsOn(databaseUrl, referee, { ...given, ...load }),
    startWorker: workers.start,
    standingWorker: workers.standing,
    clockOffset: options.clockOffsetSeconds,
    database: server && (await switchOf(dir, server, referee)),
  };
  return { hands, carrierUrl: env.VONAGE_API_HOST, workers };
}

type Given = Awaited<ReturnType<typeof openDatabase>> & LoadDatabase;
type Referee = ReturnType<typeof connect>;

function handsOn(url: string, referee: Referee, given: Given) {
  const db = () => connection().db;
  const loop = (): Ctx => ({ actor: { kind: "loop", name: "faults" }, db: db(), now: businessNow() });
  const nurses = new Map<string, Awaited<ReturnType<typeof given.user>>>();
  const nurseOf = (
    clinic: Clinic,
  ): Ctx & { actor: { kind: "user"; userId: string; role: "nurse"; name: string } } => {
    const nurse = nurses.get(clinic.programId);
    if (!nurse) throw new Error("A clinic has no nurse.");
    return { ...loop(), actor: { kind: "user", userId: nurse.id, role: "nurse", name: nurse.name } };
  };
  const ask = <Row extends object>(statement: string) =>
    whenBack(async () => [...(await referee.db.execute(statement))] as Row[]);

  return {
    ask,
    async hold(statement: string) {
      const session = connect(url, { max: 1 });
      // It may hold its locks for longer than any session of the product may.
      await session.db.execute("set idle_in_transaction_session_timeout = 0");
      await session.db.execute("begin");
      await session.db.execute(statement);
      return async () => {
        await session.db.execute("rollback");
        await session.close();
      };
    },
    async openClinic(): Promise<Clinic> {
      const nurse = await whenBack(() => given.user("nurse"));
      const program = await given.program({ members: [nurse], outreachPerDay: 5, outreachPerWeek: 14 });
      const sender = await given.sender(program.id);
      nurses.set(program.id, nurse);
      return { programId: program.id, senderId: sender.id, number: sender.number };
    },
    async enroll(clinic: Clinic, count: number): Promise<Person[]> {
      const wanted = { programId: clinic.programId, senderId: clinic.senderId, count, now: businessNow() };
      const crowd = await whenBack(() => given.crowd({ ...wanted, text: "none" }));
      const rows = await ask<{ id: string; phone_id: string; patient_id: string }>(
        `select t.id, t.phone_id, p.patient_id from threads t join patient_phones p using (phone_id)
         where t.sender_id = '${clinic.senderId}'`,
      );
      const found = new Map(
        rows.map((row) => [row.id, { phoneId: row.phone_id, patientId: row.patient_id }]),
      );
      return crowd.flatMap(({ threadId, e164 }) => {
        const ids = found.get(threadId);
        return ids ? [{ threadId, e164, ...ids }] : [];
      });
    },
    async queue(clinic: Clinic, people: Person[], purpose: Purpose): Promise<Text[]> {
      const texts: Text[] = [];
      for (let at = 0; at < people.length; at += 250)
        texts.push(...(await queueSome(loop(), clinic, people.slice(at, at + 250), purpose)));
      return texts;
    },
    async reply(clinic: Clinic, threadId: string, key: string): Promise<string> {
      const ctx = nurseOf(clinic);
      const input = { threadId, key, body: "We will call you today.", seen: null, patientId: null };
      return (await replyToThread(ctx, input)).messageId;
    },
    /** A nurse's replies one by one, as she does; a campaign's texts as its page does it, in one transaction. */
    async sendAgain(clinic: Clinic, texts: Text[]): Promise<number> {
      const replies = texts.filter((text) => text.purpose === "reply");
      for (const { threadId, messageId } of replies)
        await sendAgain(nurseOf(clinic), { threadId, messageId });
      const outreach = texts.filter((text) => text.purpose === "outreach");
      const queued = await inTransaction(loop(), (tx) => queueAgain(tx, outreach, "unknown", tx.now));
      return replies.length + queued.length;
    },
    textingTime: (now: Date, zones: string[]) => textingTime(now, { zones, states: [] }, usualWindow),
  };
}

async function queueSome(ctx: Ctx, clinic: Clinic, people: Person[], purpose: Purpose): Promise<Text[]> {
  const { programId, senderId } = clinic;
  const body = "Valley Care has a message for you.";
  const queued = await inTransaction(ctx, (tx) =>
    queueTexts(
      tx,
      people.map(({ phoneId, patientId }) => ({ programId, senderId, phoneId, patientId, purpose, body })),
    ),
  );
  return queued.map((text, i) => ({ ...text, phoneId: people[i]?.phoneId ?? "", purpose }));
}

/** What PostgreSQL takes these signals for; SIGKILL is a crash. */
const signals = { fast: "SIGINT", immediate: "SIGQUIT", kill: "SIGKILL" } as const;

async function switchOf(dir: string, server: DatabaseServer, referee: Referee): Promise<DatabaseSwitch> {
  const [row] = await referee.db.execute<{ data_directory: string }>("show data_directory");
  const pidFile = path.join(row?.data_directory ?? dir, "postmaster.pid");
  return {
    async stop(how) {
      const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
      process.kill(pid, signals[how]);
      await until("the database is gone", async () => !isAlive(pid));
    },
    start: async () => void (await startServer({ dir, port: server.port })),
  };
}

/** Our own connections, too, learn only by an error that the database was away. */
const whenBack = <T>(work: () => Promise<T>): Promise<T> =>
  until("the database answers", async () => {
    try {
      return await work();
    } catch (error) {
      if (isOutage(error)) return undefined;
      throw error;
    }
  });

const ready = (child: Child, sign: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    sign,
    child.ended.then((how) => {
      throw child.failure(`The ${child.name} process ended by itself (${how}).`);
    }),
  ]);

const answers = (url: string) =>
  until("the web server answers", async () => (await fetch(url).catch(() => undefined))?.status === 200);

/** The product's webhooks without Next around them: what small versions need, in a second. */
function openDoor(): void {
  const doors: Record<string, typeof receiveInbound> = {
    "/api/vonage/inbound": receiveInbound,
    "/api/vonage/status": receiveStatus,
  };
  createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const ctx: Ctx = { actor: { kind: "carrier" }, db: connection().db, now: businessNow() };
    const call = { authorization: request.headers.authorization ?? null, body: Buffer.concat(pieces) };
    const stored = doors[request.url ?? ""]?.(ctx, call) ?? Promise.reject(new Error("No such door."));
    const status = await stored.then(() => 200, statusOf);
    response.writeHead(status).end();
  }).listen(Number(process.env.PORT), "localhost", () => console.log("door open"));
}

const statusOf = (error: unknown): number =>
  error instanceof DomainError ? (error.code === "forbidden" ? 401 : 422) : isOutage(error) ? 503 : 500;
