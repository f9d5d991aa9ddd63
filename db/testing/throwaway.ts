import { chmodSync, mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isAlive, removeServer } from "@/db/server";

/**
 * A folder in the system's temporary one, for data that ends with this process. What killed runs of the same `kind`
 * left behind goes first, their servers too: `server` is the cluster's folder inside (the folder itself by default).
 */
export async function throwawayFolder(kind: string, server = "."): Promise<string> {
  const prefix = `hearback-${kind}-`;
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(name.match(`^${prefix}(\\d+)-`)?.[1]);
    const folder = path.join(tmpdir(), name);
    // Another user's leftovers are not ours to touch, and a run that sweeps at the same time may be quicker.
    if (!owner || isAlive(owner) || statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.())
      continue;
    await removeServer(path.join(folder, server)).catch(() => {});
    if (server !== ".") await removeServer(folder).catch(() => {});
  }
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o711);
  return folder;
}
