import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createDatabase, dropDatabase, freePort, startServer } from "@/db/server";
import { buildApp, buildIsCurrent } from "./build";
import { type Child, finish, ourScript, startChild } from "./children";
import { appEnvironment, carrierEnvironment, seedEnvironment, seedFiles } from "./environment";
import type { Lifetime } from "./lifetime";
import { step } from "./progress";
import { loadSecrets, type Secrets } from "./secrets";

export interface StackOptions {
  dataDir: string;
  logDir?: string;
  /** Fills a new database with the demo pilot. */
  seed: boolean;
  /** Gives up the database's durability, for tests. */
  fast?: boolean;
  webPort: number;
  postgresPort?: number;
  clockOffsetSeconds: number;
  /** `patients` is "off" or a seed, `rate` in requests a second. */
  carrier: { patients: string; patientSpeed: number; rate: number };
}

export interface Stack {
  baseUrl: string;
  carrierUrl: string;
  databaseUrl: string;
  ledger: string;
  secrets: Secrets;
  /** Rejects when a part ends by itself. */
  failed: Promise<never>;
}

const patienceMs = 60_000;
const database = "hearback";

/** Brings up everything from an empty folder to a web server that answers; `life` stops it in reverse order. */
export async function startStack(options: StackOptions, life: Lifetime): Promise<Stack> {
  mkdirSync(options.dataDir, { recursive: true });
  const logDir = options.logDir ?? path.join(options.dataDir, "logs");
  const secrets = loadSecrets(options.dataDir);
  const carrierPort = await freePort();
  const start = (name: string, args: string[], env: Record<string, string>, graceMs: number) => {
    const logFile = path.join(logDir, `${name}.log`);
    const child = startChild({ name, args, env: { ...process.env, ...env }, logFile });
    life.add(() => child.stop(graceMs));
    return child;
  };
  const build = async () => {
    if (buildIsCurrent()) return;
    const stop = (child: Child) => life.add(() => child.stop(5_000));
    await step("production build (half a minute or more)", () =>
      buildApp(path.join(logDir, "build.log"), stop),
    );
  };
  const prepare = async () => {
    const server = await step("PostgreSQL", () => startDatabase(options, life));
    const env = appEnvironment(options, secrets, server.url(database), carrierPort);
    const forSeed = { ...env, ...seedEnvironment(options, secrets) };
    await fillDatabase(options, server.url("postgres"), (name, script) =>
      finish(start(name, script, forSeed, 5_000), `The step "${name}" failed`),
    );
    return env;
  };
  const [, env] = await Promise.all([build(), prepare()]);

  const carrierEnv = carrierEnvironment(options, secrets, carrierPort);
  const carrier = start("carrier", ourScript("e2e/carrier/main.ts"), carrierEnv, 5_000);
  await step("simulated carrier", () => ready(carrier, carrier.says(/carrier ready/)));
  const worker = start("worker", ourScript("scripts/worker.ts", { server: true }), env, 40_000);
  const web = start("web", ourScript("scripts/web.ts"), env, 10_000);
  await Promise.all([
    step("worker", () => ready(worker, worker.says(/worker ready/))),
    step("web server", () => ready(web, answers(`${env.NEXTAUTH_URL}/api/health`))),
  ]);
  const failed = Promise.race([carrier, worker, web].map(endedEarly));
  failed.catch(() => {});
  return {
    baseUrl: env.NEXTAUTH_URL,
    carrierUrl: env.VONAGE_API_HOST,
    databaseUrl: env.DATABASE_URL,
    ledger: carrierEnv.CARRIER_LEDGER,
    secrets,
    failed,
  };
}

function startDatabase({ dataDir, postgresPort, fast }: StackOptions, life: Lifetime) {
  const starting = startServer({ dir: path.join(dataDir, "postgres"), port: postgresPort, fast });
  // Registered before it is up: a signal in between must not leave it behind.
  life.add(() =>
    starting.then(
      (server) => server.stop(),
      () => {},
    ),
  );
  return starting;
}

async function fillDatabase(
  { dataDir, seed }: StackOptions,
  adminUrl: string,
  run: (name: string, script: string[]) => Promise<void>,
): Promise<void> {
  const mark = path.join(dataDir, "seeded");
  let isNew = await createDatabase(adminUrl, database);
  // A seed that was interrupted begins anew rather than leaving half a pilot.
  if (seed && !isNew && !existsSync(mark)) {
    await dropDatabase(adminUrl, database);
    isNew = await createDatabase(adminUrl, database);
  }
  await step("migrations", () => run("migrate", ourScript("scripts/migrate.ts")));
  if (!seed || !isNew) return;
  // Made here, for our eyes only: they name phones, and the seed only fills them.
  for (const file of Object.values(seedFiles(dataDir))) writeFileSync(file, "", { mode: 0o600 });
  await step("demo data", () => run("seed", ourScript("scripts/seed.ts", { server: true })));
  writeFileSync(mark, "");
}

const ready = (child: Child, sign: Promise<void>): Promise<void> =>
  Promise.race([sign, endedEarly(child), tooLate(child)]);

async function endedEarly(child: Child): Promise<never> {
  const how = await child.ended;
  throw child.failure(`The ${child.name} process ended by itself (${how}).`);
}

async function tooLate(child: Child): Promise<never> {
  await pause(patienceMs, undefined, { ref: false });
  throw child.failure(`The ${child.name} process was not ready within ${patienceMs / 1000} s.`);
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (response?.status === 200) return;
    await pause(100);
  }
}
