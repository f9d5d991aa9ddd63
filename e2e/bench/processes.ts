import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** The most that a process and those it started have held at once each, in MB; NaN where the system does not tell. */
export const peakMegabytes = (pid: number): number => Math.max(...familyOf(pid).map(peakOf)) || Number.NaN;

/** Forgets the peak so far. */
export function restartPeak(pid: number): void {
  for (const each of familyOf(pid))
    if (existsSync(`/proc/${each}/clear_refs`)) writeFileSync(`/proc/${each}/clear_refs`, "5");
}

function peakOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}

function familyOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) return [];
  const children = readFileSync(file, "utf8").trim().split(" ").filter(Boolean).map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

/** Of the processor, so far; NaN where the system does not tell. */
export function processorSeconds(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const fields = readFileSync(file, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  // Both in hundredths of a second, on every Linux that we know.
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
