import { requireSettings } from "@/lib/env";
import { runWorker } from "@/lib/worker/main";
import { whenOrphanedByNpm } from "./orphan";

requireSettings();
whenOrphanedByNpm(() => process.kill(process.pid, "SIGTERM"));
await runWorker();
