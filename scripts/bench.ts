import { rmSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import { type DatabaseServer, removeServer, startServer } from "@/db/server";
import { openForLoad } from "@/db/testing/load";
import { throwawayFolder } from "@/db/testing/throwaway";
import { type Figure, printFigures } from "@/e2e/bench/figures";
import { measureInbox } from "@/e2e/bench/inbox";
import { measureLive } from "@/e2e/bench/live";
import { measureReplies } from "@/e2e/bench/replies";
import { measureRoster } from "@/e2e/bench/roster";
import { measureSearch } from "@/e2e/bench/search";
import { measureSending } from "@/e2e/bench/sending";
import type { Scale, Stage } from "@/e2e/bench/stage";
import { measureWebhooks } from "@/e2e/bench/webhooks";
import { setUpStage } from "./bench-stage";
import { buildApp, buildIsCurrent } from "./build";
import { type Lifetime, runToTheEnd } from "./lifetime";
import { step } from "./progress";

// npm run bench [-- sending|webhooks|roster|search|inbox] [--texts 10000] [--waiting 100000] [--events 5000]
// [--rows 100000] [--patients 100000] [--threads 1000000] [--runs 3]
type Measure = (stage: Stage, scale: Scale) => Promise<Figure[]>;
const n = (count: number) => count.toLocaleString("en-US");
const parts: Record<string, { title: string; scaled: (scale: Scale) => string; measure: Measure }[]> = {
  sending: [
    {
      title: "Queued texts to the carrier",
      scaled: ({ texts, runs }) => `${n(texts)} texts a run, ${runs} runs`,
      measure: measureSending,
    },
    {
      title: "A nurse's reply to the carrier while bulk texts wait",
      scaled: ({ waiting }) => `${n(waiting)} texts wait, a reply each 300 ms`,
      measure: measureReplies,
    },
  ],
  webhooks: [
    {
      title: "Webhooks to the web server, and their filing",
      scaled: ({ events, runs }) => `${n(events)} texts and ${n(events)} receipts a run, ${runs} runs`,
      measure: measureWebhooks,
    },
    { title: "A patient's text to the nurse", scaled: () => "one each 150 ms", measure: measureLive },
  ],
  roster: [
    {
      title: "A dirty roster from its upload to its last patient",
      scaled: ({ rows }) => `${n(rows)} rows, sealed`,
      measure: measureRoster,
    },
  ],
  search: [
    {
      title: "Searches for patients",
      scaled: ({ patients }) => `${n(patients)} patients, one search at a time`,
      measure: measureSearch,
    },
  ],
  inbox: [
    {
      title: "The inbox among many conversations",
      scaled: ({ threads }) => `${n(threads)} conversations, a nurse of five of six programs`,
      measure: measureInbox,
    },
  ],
};

runToTheEnd(bench, { farewell: "Stopping …" });

async function bench(life: Lifetime): Promise<number> {
  const started = performance.now();
  const asked = process.argv[2]?.startsWith("--") ? undefined : process.argv[2];
  const wanted = asked ? parts[asked] : Object.values(parts).flat();
  if (!wanted) throw new Error(`There is no benchmark "${asked}": ${Object.keys(parts).join(" or ")}.`);
  const scale = readScale();
  const dataDir = await throwawayFolder("bench", "postgres");
  life.add(() =>
    removeServer(path.join(dataDir, "postgres")).then(() => rmSync(dataDir, { recursive: true })),
  );
  if (!buildIsCurrent())
    await step("production build (half a minute or more)", () =>
      buildApp(path.join(dataDir, "build.log"), (child) => life.add(() => child.stop(5_000))),
    );
  const starting = startServer({ dir: path.join(dataDir, "postgres") });
  // Registered before it is up: a signal in between must not leave it behind.
  life.add(() =>
    starting.then(
      (server) => server.stop(),
      () => {},
    ),
  );
  const server = await step("PostgreSQL", () => starting);
  console.log(`\n${await machine(server)}\n`);
  for (const { title, scaled, measure } of wanted) {
    const { stage, failed, end } = await setUpStage(dataDir, server, life);
    const figures = await step(title, () => Promise.race([measure(stage, scale), failed]));
    const errors = await end();
    printFigures(`${title}: ${scaled(scale)}; median (least-most)`, figures);
    for (const [error, times] of errors) console.log(`  logged ${times} times: ${error}`);
    console.log();
  }
  console.log(`${((performance.now() - started) / 1_000).toFixed(0)} s in all.`);
  return 0;
}

function readScale(): Scale {
  const scale: Scale = {
    ...{ texts: 10_000, waiting: 100_000, events: 5_000 },
    ...{ rows: 100_000, patients: 100_000, threads: 1_000_000, runs: 3 },
  };
  for (const name of Object.keys(scale) as (keyof Scale)[]) {
    const at = process.argv.indexOf(`--${name}`);
    if (at < 0) continue;
    const value = Number(process.argv[at + 1]);
    if (!Number.isInteger(value) || value < 1) throw new Error(`After --${name} comes a whole number.`);
    scale[name] = value;
  }
  return scale;
}

async function machine(server: DatabaseServer): Promise<string> {
  const database = openForLoad(server.url("postgres"));
  const version = await database.version();
  await database.close();
  const [cpu] = cpus();
  return (
    `${cpus().length} cores (${cpu?.model.trim()}), Node ${process.version}, ${version}; database, carrier, web server, ` +
    `worker and driver share them. Load before the start: ${loadavg()[0]?.toFixed(1)}.`
  );
}
