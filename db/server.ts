import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import {
  createCluster,
  dataOf,
  isWindows,
  logOf,
  type Place,
  program,
  readPassword,
  settle,
} from "./server-place";

/** A PostgreSQL of our own on 127.0.0.1. The user of its addresses is a superuser: applications set a plain role. */
export interface DatabaseServer {
  port: number;
  url(database: string): string;
  stop(): Promise<void>;
  /** Tells it to stop without waiting, which is all that an exit handler can do. */
  quit(): void;
}

const patienceMs = 60_000;

/**
 * Starts PostgreSQL on the data in `dir`, making it when there is none, or adopts the server that still runs there.
 * `port` is a wish: where it is taken, a free one is used. `fast` gives up durability, for tests.
 */
export async function startServer(options: {
  dir: string;
  port?: number;
  fast?: boolean;
}): Promise<DatabaseServer> {
  const place = settle(options.dir);
  createCluster(place);
  const running = await launch(place, options.port, options.fast ?? false);
  const password = readPassword(place);
  let stopping: Promise<void> | undefined;
  return {
    port: running.port,
    url: (database) => `postgres://hearback:${password}@127.0.0.1:${running.port}/${database}`,
    stop: () => {
      stopping ??= shutDown(place, running.pid);
      return stopping;
    },
    quit: () => {
      if (stopping === undefined && readPidFile(place)?.pid === running.pid) signal(running.pid, "SIGINT");
    },
  };
}

/** Stops a server that still runs on `dir`, and deletes its data. */
export async function removeServer(dir: string): Promise<void> {
  if (fs.existsSync(dir)) {
    const place = settle(dir);
    const running = await findRunning(place);
    if (running) await shutDown(place, running.pid);
    const apart = place.home !== fs.realpathSync(dir);
    fs.rmSync(apart ? path.dirname(place.home) : place.home, { recursive: true, force: true });
  }
  fs.rmSync(dir, { recursive: true, force: true });
}

/** Creates the database if it is missing. True when it was. `url` may name any other database of the server. */
export async function createDatabase(url: string, name: string): Promise<boolean> {
  return asAdmin(url, async (sql) => {
    const found = await sql`select 1 from pg_database where datname = ${name}`;
    if (found.length === 0) await sql`create database ${sql(name)}`;
    return found.length === 0;
  });
}

/** Deletes the database if it exists, ending the sessions that use it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await asAdmin(url, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
}

async function asAdmin<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** `preferred` if nothing listens there on any of the hosts, else any free port. */
export async function freePort(preferred = 0, hosts = ["127.0.0.1"]): Promise<number> {
  let port = preferred;
  for (const host of hosts) {
    const bound = await tryPort(port, host);
    if (bound === "taken") return freePort(0, hosts);
    port = bound;
  }
  return port;
}

function tryPort(port: number, host: string): Promise<number | "taken"> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRINUSE" || error.code === "EACCES" ? "taken" : port),
    );
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === "object" ? address.port : port));
    });
  });
}

async function launch(place: Place, wish: number | undefined, fast: boolean): Promise<Running> {
  const deadline = Date.now() + patienceMs;
  let port = wish;
  while (Date.now() < deadline) {
    const adopted = await findRunning(place);
    if (adopted) return adopted;
    port = await freePort(port);
    const started = await attempt(place, port, fast, deadline);
    if (started) return started;
    const log = fs.readFileSync(logOf(place), "utf8");
    if (/could not bind|could not create any TCP/.test(log)) port = undefined;
    // What a killed server leaves behind takes a moment to go.
    else if (!/lock file|shared memory block/.test(log)) break;
    await pause(200);
  }
  const tail = fs.readFileSync(logOf(place), "utf8").trim().split("\n").slice(-8).join("\n");
  throw new Error(`PostgreSQL did not start on ${place.home}:\n${tail}`);
}

/** Undefined when the server gave up; its log says why. */
async function attempt(
  place: Place,
  port: number,
  fast: boolean,
  deadline: number,
): Promise<Running | undefined> {
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", timezone: "UTC" };
  const limits = { max_connections: 200, idle_in_transaction_session_timeout: "5s" };
  const reckless = fast ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {};
  const flags = Object.entries({ ...settings, ...limits, ...reckless }).flatMap(([k, v]) => [
    "-c",
    `${k}=${v}`,
  ]);
  const log = fs.openSync(logOf(place), "w", 0o600);
  // Its own process group, so that Ctrl-C does not reach it before the web server has stopped; a log file instead
  // of a pipe, so that it outlives a killed parent.
  const child = spawn(
    program(place.native, "postgres"),
    ["-D", dataOf(place), "-p", String(port), ...flags],
    {
      ...place.account,
      cwd: place.home,
      env: { ...process.env, LC_ALL: "C" },
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  fs.closeSync(log);
  let ended = false;
  child.once("error", () => (ended = true)).once("exit", () => (ended = true));
  child.unref();
  while (!ended && Date.now() < deadline) {
    const running = await findRunning(place);
    if (running) return running;
    await pause(20);
  }
  if (!ended) child.kill("SIGKILL");
  return undefined;
}

interface Running {
  pid: number;
  port: number;
}

/** The server on this data that answers to our password, waiting for one that is starting or stopping. */
async function findRunning(place: Place): Promise<Running | undefined> {
  for (const deadline = Date.now() + patienceMs / 4; Date.now() < deadline; await pause(50)) {
    const noted = readPidFile(place);
    if (!noted || !isAlive(noted.pid)) return undefined;
    const answer = noted.status === "ready" ? await ask(place, noted.port) : "wait";
    if (answer !== "wait") return answer === "ours" ? noted : undefined;
  }
  return undefined;
}

function readPidFile(place: Place): (Running & { status: string }) | undefined {
  const file = path.join(dataOf(place), "postmaster.pid");
  if (!fs.existsSync(file)) return undefined;
  const lines = fs.readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? "starting").trim() };
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function ask(place: Place, port: number): Promise<"ours" | "other" | "wait"> {
  const login = {
    host: "127.0.0.1",
    port,
    user: "hearback",
    pass: readPassword(place),
    database: "postgres",
  };
  const sql = postgres({ ...login, max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    return path.resolve(row?.folder ?? "") === dataOf(place) ? "ours" : "other";
  } catch (error) {
    return (error as { code?: string }).code === "57P03" ? "wait" : "other";
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function shutDown(place: Place, pid: number): Promise<void> {
  const isGone = () => !isAlive(pid) || readPidFile(place)?.pid !== pid;
  if (isGone()) return;
  // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one; Windows has neither.
  if (isWindows)
    spawnSync(program(place.native, "pg_ctl"), ["stop", "-m", "fast", "-w", "-D", dataOf(place)]);
  for (const name of ["SIGINT", "SIGQUIT"] as const) {
    if (!isWindows) signal(pid, name);
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; await pause(15)) if (isGone()) return;
  }
}

function signal(pid: number, name: "SIGINT" | "SIGQUIT"): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself just now.
  }
}
