import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync } from "node:fs";

export interface WorkerOptions {
  /** Added to the business clock of this one worker. */
  clockSkewSeconds?: number;
  /** Where it believes the carrier to be. */
  apiHost?: string;
  /** Preloaded into it: a module's source. */
  preload?: string;
}

export interface WorkerProcess {
  pid: number;
  /** kill -9. */
  kill(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** SIGTERM; seconds until it was gone. */
  stop(): Promise<number>;
  isAlive(): boolean;
  /** Resident memory in MB. */
  memory(): number;
}

const patience = 60_000;

interface Start {
  args: string[];
  /** Besides our own. */
  env: Record<string, string>;
  cwd: string;
  logFile: string;
}

/** Starts workers, all in this usual way but for the options, and knows those that live. */
export function workersOf(usual: Start) {
  const own = new Set<WorkerProcess>();
  let standing: WorkerProcess | undefined;
  const start = ({ clockSkewSeconds = 0, apiHost, preload }: WorkerOptions = {}) => {
    const { args, env } = usual;
    const clock = String(Number(env.CLOCK_OFFSET_SECONDS) + clockSkewSeconds);
    const source = `data:text/javascript,${encodeURIComponent(preload ?? "")}`;
    return startWorkerProcess({
      ...usual,
      args: ["--import", source, ...args],
      env: { ...env, CLOCK_OFFSET_SECONDS: clock, ...(apiHost ? { VONAGE_API_HOST: apiHost } : {}) },
    });
  };
  const endStanding = async () => {
    await standing?.stop();
    standing = undefined;
  };
  const killOwn = async () => {
    await Promise.all([...own].map((worker) => worker.kill()));
    own.clear();
  };
  return {
    /** One for this fault alone; the standing one ends. */
    async start(options?: WorkerOptions): Promise<WorkerProcess> {
      await endStanding();
      const worker = await start(options);
      own.add(worker);
      return worker;
    },
    /** The one that goes on from fault to fault: most do not hurt it, and a start takes seconds. */
    async standing(): Promise<WorkerProcess> {
      if (!standing?.isAlive()) standing = await start();
      return standing;
    },
    killOwn,
    endStanding,
    async killAll(): Promise<void> {
      await Promise.all([killOwn(), standing?.kill()]);
    },
  };
}

/** Resolves when it says that it is ready. */
async function startWorkerProcess(how: Start): Promise<WorkerProcess> {
  const child = spawn(process.execPath, how.args, {
    cwd: how.cwd,
    env: { ...process.env, ...how.env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const log = createWriteStream(how.logFile, { flags: "a" });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const exited = once(child, "exit");
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals) => {
    if (isAlive()) child.kill(signal);
    await exited;
  };

  let timer: NodeJS.Timeout | undefined;
  const ready = new Promise<true>((resolve) => {
    child.stdout?.on("data", (said) => String(said).includes("worker ready") && resolve(true));
  });
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  const came = await Promise.race([ready, exited.then(() => false), tooLate]);
  clearTimeout(timer);
  if (!came) {
    await end("SIGKILL");
    throw new Error(`A worker did not become ready; see ${how.logFile}.`);
  }
  return {
    pid: child.pid ?? 0,
    isAlive,
    kill: () => end("SIGKILL"),
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    async stop() {
      const started = performance.now();
      await end("SIGTERM");
      return (performance.now() - started) / 1000;
    },
    memory: () => residentMegabytes(child.pid ?? 0),
  };
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}
