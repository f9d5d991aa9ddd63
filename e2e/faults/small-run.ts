import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Plays these faults in their small version, as a process of its own; what it printed, and whether all held. */
export async function playSmall(
  ids: string[],
  databaseUrl?: string,
): Promise<{ held: boolean; said: string }> {
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/faults.ts", "--small", ...ids];
  const child = spawn(process.execPath, script, {
    cwd: root,
    env: { ...process.env, FAULTS_DATABASE_URL: databaseUrl ?? "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const [code] = await once(child, "close");
  return { held: code === 0, said };
}
