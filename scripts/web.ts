import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { whenOrphanedByNpm } from "./orphan";

const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
const port = process.env.PORT || "3000";

// A process of its own: the TypeScript loader of this one has no business in the server.
const server = spawn(process.execPath, [next, "start", "-H", "localhost", "-p", port], {
  stdio: "inherit",
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => server.kill(signal));
whenOrphanedByNpm(() => server.kill("SIGTERM"));
server.once("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
server.once("error", (error) => {
  console.error(`The web server did not start: ${error.message}`);
  process.exit(1);
});
