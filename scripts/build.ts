import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Child, finish, root, startChild, toolFile } from "./children";

const folders = ["app", "components", "lib", "db", "public"];
const noteFile = path.join(root, ".next", "hearback-build");

/** Whether .next holds the production build of what is in the folder now. */
export function buildIsCurrent(): boolean {
  if (!existsSync(path.join(root, ".next", "BUILD_ID")) || !existsSync(noteFile)) return false;
  return readFileSync(noteFile, "utf8") === hashSources();
}

/** Makes the production build. `started` gets the process, so that it can be stopped. */
export async function buildApp(logFile: string, started: (child: Child) => void): Promise<void> {
  // Taken before: what changes while the build runs is not in it for sure.
  const hash = hashSources();
  rmSync(noteFile, { force: true });
  const build = startChild({
    name: "build",
    args: [toolFile("next/dist/bin/next"), "build"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    logFile,
  });
  started(build);
  await finish(build, "The production build failed");
  writeFileSync(noteFile, hash);
}

function hashSources(): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of sourceFiles())
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

// The build reads code and settings at the top (proxy.ts, next.config.ts, the lock file) and these folders.
function sourceFiles(): string[] {
  const top = readdirSync(root).filter(
    (name) => /\.(ts|tsx|mjs|json)$/.test(name) && name !== "next-env.d.ts",
  );
  const below = folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
        .map((entry) => path.join(path.relative(root, entry.parentPath), entry.name)),
    );
  return [...top, ...below.filter((file) => !/^db.(testing|seed|migrations)\b/.test(file))].sort();
}
