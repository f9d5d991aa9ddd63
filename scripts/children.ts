import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** A tool's own file, run with this Node: no shell, no npx, and signals reach it. */
export const toolFile = (file: string): string => path.join(root, "node_modules", file);

const leash = new URL("./leash.ts", import.meta.url).href;

/** Arguments that run one of our sources. `server` is for those that read `server-only` modules. */
export const ourScript = (file: string, { server = false } = {}): string[] => [
  ...(server ? ["--conditions=react-server"] : []),
  ...["--import", "tsx", "--import", leash],
  path.join(root, file),
];

export interface ChildOptions {
  name: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Where what it says is written; without it, it speaks to the terminal. */
  logFile?: string;
}

export interface Child {
  name: string;
  /** 0 where it did not start. */
  pid: number;
  /** How it ended: "code 1", "SIGKILL". Never rejects. */
  ended: Promise<string>;
  /** Resolves when a line that it writes matches. */
  says(pattern: RegExp): Promise<void>;
  /** An error with this sentence, its last lines attached. */
  failure(sentence: string): Error;
  stop(graceMs: number): Promise<void>;
}

const keptLines = 20;

export function startChild({ name, args, env, logFile }: ChildOptions): Child {
  if (logFile) {
    mkdirSync(path.dirname(logFile), { recursive: true });
    writeFileSync(logFile, "", { mode: 0o600 });
  }
  const ears = new Set<(text: string) => void>();
  const tail: string[] = [];
  // Its own process group: Ctrl-C reaches only the supervisor, which stops its children in the right order.
  const output = logFile ? "pipe" : "inherit";
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: process.platform !== "win32",
    stdio: ["ignore", output, output, ...(args.includes(leash) ? (["ipc"] as const) : [])],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      if (logFile) appendFileSync(logFile, text);
      tail.push(...text.split("\n").filter(Boolean));
      tail.splice(0, tail.length - keptLines);
      for (const hear of ears) hear(text);
    });
  }
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => {
      killGroup(child);
      const how = signal ?? `code ${code}`;
      child.once("close", () => resolve(how));
    });
  });
  return {
    name,
    pid: child.pid ?? 0,
    ended,
    says: (pattern) =>
      new Promise((resolve) => {
        let heard = "";
        const hear = (text: string) => {
          heard = `${heard}${text}`.slice(-2000);
          if (!pattern.test(heard)) return;
          ears.delete(hear);
          resolve();
        };
        ears.add(hear);
      }),
    failure: (sentence) => new Error(sentence, { cause: tail.join("\n") }),
    stop: (graceMs) => stopChild(child, ended, graceMs),
  };
}

/** Runs it to its end; a failure is an error with `sentence`. */
export async function finish(child: Child, sentence: string): Promise<void> {
  const how = await child.ended;
  if (how !== "code 0") throw child.failure(`${sentence} (${how}).`);
}

async function stopChild(child: ChildProcess, ended: Promise<string>, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Closing the channel asks it on Windows too, where a signal would kill.
  if (process.platform === "win32" && child.connected) child.disconnect();
  else child.kill("SIGTERM");
  await Promise.race([ended, pause(graceMs, undefined, { ref: false })]);
  if (child.exitCode === null && child.signalCode === null) killGroup(child);
  await ended;
}

// With what it started itself, such as the web server below scripts/web.ts.
function killGroup(child: ChildProcess): void {
  try {
    if (process.platform === "win32" || child.pid === undefined) child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nobody is left in it.
  }
}
