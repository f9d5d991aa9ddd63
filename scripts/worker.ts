import { runWorker } from "@/lib/worker/main";

await runWorker();
