import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isAlive } from "@/db/server";

interface Holder {
  pid: number;
  address?: string;
}

/** One demo per data folder: a second would adopt the first one's database and stop it later. */
export function takeLock(file: string): { note(address: string): void; release(): void } {
  mkdirSync(path.dirname(file), { recursive: true });
  const write = (holder: Holder, flag: "w" | "wx") => writeFileSync(file, JSON.stringify(holder), { flag });
  const holder = readHolder(file);
  if (holder && isDemo(holder.pid)) {
    const where = holder.address ? ` at ${holder.address}` : "";
    throw new Error(
      `The demo already runs${where} (process ${holder.pid}). Stop that one first, with Ctrl-C.`,
    );
  }
  rmSync(file, { force: true });
  write({ pid: process.pid }, "wx");
  return {
    note: (address) => write({ pid: process.pid, address }, "w"),
    release: () => rmSync(file, { force: true }),
  };
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

// After a restart of the machine the number may belong to any other program.
function isDemo(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const said = spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  return said.status !== 0 || said.stdout.includes("demo.ts");
}
