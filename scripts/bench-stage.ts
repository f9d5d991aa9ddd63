import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { migrateDatabase } from "@/db/migrate";
import { createDatabase, type DatabaseServer, dropDatabase, freePort } from "@/db/server";
import { until } from "@/e2e/bench/calls";
import type { Running, Stage } from "@/e2e/bench/stage";
import { openInboxReads } from "./bench-inbox";
import { openBrowser } from "./browser";
import { type Child, ourScript, startChild } from "./children";
import { chooseOffset } from "./clock";
import { appEnvironment, carrierEnvironment } from "./environment";
import type { Lifetime } from "./lifetime";
import { loadSecrets } from "./secrets";
import type { StackOptions } from "./stack";

export interface Ground {
  stage: Stage;
  /** Rejects when one of its processes ends by itself. */
  failed: Promise<never>;
  /** What was logged as an error, and how often. */
  end(): Promise<Map<string, number>>;
}

/** A new database, a carrier and a web server of its own for one benchmark. `end` stops and deletes them. */
export async function setUpStage(dataDir: string, server: DatabaseServer, life: Lifetime): Promise<Ground> {
  const name = `bench_${Date.now()}`;
  const databaseUrl = server.url(name);
  await createDatabase(server.url("postgres"), name);
  await migrateDatabase(databaseUrl);
  const clockOffsetSeconds = chooseOffset(undefined, Temporal.Now.instant(), "America/New_York");
  const options: StackOptions = {
    dataDir: path.join(dataDir, name),
    seed: false,
    webPort: await freePort(0, ["localhost"]),
    clockOffsetSeconds,
    carrier: { patients: "off", patientSpeed: 1, rate: 1_000_000 },
  };
  const secrets = loadSecrets(dataDir);
  const carrierPort = await freePort();
  const env = appEnvironment(options, secrets, databaseUrl, carrierPort);
  // What the driver writes into the database is sealed with the same keys.
  const { NODE_ENV: _, ...ours } = env;
  Object.assign(process.env, ours);

  const { start, failed, stopAll } = openNursery(options.dataDir, life);
  const carrier = start(
    "carrier",
    ourScript("e2e/carrier/main.ts"),
    carrierEnvironment(options, secrets, carrierPort),
  );
  const web = start("web", ourScript("scripts/web.ts"), env);
  await ready(carrier.says(/carrier ready/));
  await ready(answers(`${env.NEXTAUTH_URL}/api/health`));

  const stage: Stage = {
    baseUrl: env.NEXTAUTH_URL,
    carrierUrl: env.VONAGE_API_HOST,
    databaseUrl,
    webPid: web.pid,
    account: secrets,
    now: () => new Date(Date.now() + clockOffsetSeconds * 1_000),
    async startWorker(): Promise<Running> {
      const worker = start("worker", ourScript("scripts/worker.ts", { server: true }), env);
      await ready(worker.says(/worker ready/));
      return { pid: worker.pid, stop: () => worker.stop(40_000), kill: () => worker.stop(0) };
    },
    async startBareServer(rows) {
      const BARE_PORT = String(await freePort());
      const bare = start("bare-server", ourScript("e2e/bench/bare-server.ts"), {
        BARE_PORT,
        DATABASE_URL: rows === "inserted" ? databaseUrl : "",
      });
      await ready(bare.says(/bare server ready/));
      return {
        pid: bare.pid,
        url: `http://127.0.0.1:${BARE_PORT}`,
        stop: () => bare.stop(5_000),
        kill: () => bare.stop(0),
      };
    },
    openInboxReads: (nurse) => openInboxReads(databaseUrl, nurse, stage.now),
    openBrowser: () => openBrowser(life),
  };
  const end = async () => {
    await stopAll();
    await dropDatabase(server.url("postgres"), name);
    return errorsIn(options.dataDir);
  };
  return { stage, failed, end };

  /** Waits for the sign; a process that ends instead is a failure with its last lines. */
  function ready(sign: Promise<void>): Promise<void> {
    return Promise.race([sign, failed]);
  }
}

/** Starts processes that log into `folder`; `failed` rejects when one of them ends without being stopped. */
function openNursery(folder: string, life: Lifetime) {
  const children: Child[] = [];
  const stopping = new Set<Child>();
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {});

  function start(name: string, script: string[], env: Record<string, string>): Child {
    const logFile = path.join(folder, `${name}-${children.length}.log`);
    const child = startChild({ name, args: script, env: { ...process.env, ...env }, logFile });
    const stop = (graceMs: number) => {
      stopping.add(child);
      return child.stop(graceMs);
    };
    void child.ended.then((how) => {
      if (!stopping.has(child)) fail(child.failure(`The ${name} process ended by itself (${how}).`));
    });
    life.add(() => stop(10_000));
    const ours = { ...child, stop };
    children.push(ours);
    return ours;
  }
  const stopAll = async () => {
    for (const child of children.reverse()) await child.stop(10_000);
  };
  return { start, failed, stopAll };
}

/** Errors in the logs, as "loop: sentence", with how often they stand there. */
function errorsIn(folder: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".log")))
    for (const line of readFileSync(path.join(folder, file), "utf8").split("\n")) {
      if (!line.startsWith('{"level":50')) continue;
      const { loop = "", msg } = JSON.parse(line) as { loop?: string; msg: string };
      const error = `${file.replace(/-\d+\.log$/, "")} ${loop}: ${msg}`;
      found.set(error, (found.get(error) ?? 0) + 1);
    }
  return found;
}

const answers = (url: string): Promise<void> =>
  until(async () => (await fetch(url).catch(() => undefined))?.status === 200, {
    patienceMs: 60_000,
    otherwise: "The web server did not answer",
  });
