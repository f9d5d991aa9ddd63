import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { freePort, removeServer } from "@/db/server";
import { throwawayFolder } from "@/db/testing/throwaway";
import { findBrowser } from "@/playwright.config";
import { root, startChild, toolFile } from "./children";
import { chooseOffset } from "./clock";
import { type Counts, countJourneys, countUnit } from "./counts";
import { type Lifetime, runToTheEnd } from "./lifetime";
import { startStack } from "./stack";

// npm test [-- --only unit|journeys [further arguments for vitest or Playwright]]
const results = path.join(root, "test-results");
const onlyAt = process.argv.indexOf("--only");
const only = onlyAt > 0 ? process.argv[onlyAt + 1] : undefined;
const further = onlyAt > 0 ? process.argv.slice(onlyAt + 2) : [];
const total: Counts = { passed: 0, failed: 0 };

runToTheEnd(test, {
  lastWords: (failed) => `${total.passed} passed, ${failed ? Math.max(total.failed, 1) : 0} failed`,
});

async function test(life: Lifetime): Promise<number> {
  if (only !== undefined && only !== "unit" && only !== "journeys")
    throw new Error('After --only comes "unit" or "journeys".');
  const browser = only === "unit" ? undefined : findBrowser();
  if (only !== "unit" && !browser)
    throw new Error(
      "No Chromium was found for the browser tests. Run `npx playwright install chromium`, or install one " +
        "(`apt-get install chromium`), or name its file in CHROMIUM_PATH.",
    );
  mkdirSync(results, { recursive: true });
  if (!only) await check(life);
  if (only !== "journeys") await testUnits(life);
  if (browser && only !== "unit") await testJourneys(life, browser);
  return total.failed > 0 ? 1 : 0;
}

async function check(life: Lifetime): Promise<void> {
  // Writes the types of the routes, which the type check needs.
  await runTool(life, "route types", [toolFile("next/dist/bin/next"), "typegen"]);
  const typed = await runTool(life, "type check", [toolFile("typescript/bin/tsc"), "--noEmit"]);
  const besideNode = path.join(process.execPath, "../../lib/node_modules/npm/bin/npm-cli.js");
  const npm = process.env.npm_execpath ?? besideNode;
  const linted = await runTool(life, "lint", [npm, "run", "--silent", "lint"]);
  for (const passed of [typed, linted]) add(passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

async function testUnits(life: Lifetime): Promise<void> {
  const report = path.join(results, "unit.json");
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const filters = only === "unit" ? further : [];
  const vitest = [toolFile("vitest/vitest.mjs"), "run", ...reporters, ...filters];
  add(countUnit(report, await runTool(life, "unit tests", vitest)));
}

async function testJourneys(life: Lifetime, browser: string): Promise<void> {
  const report = path.join(results, "journeys.json");
  rmSync(report, { force: true });
  const dataDir = await throwawayFolder("test", "postgres");
  life.add(() =>
    removeServer(path.join(dataDir, "postgres")).then(() => rmSync(dataDir, { recursive: true })),
  );
  console.log("\n— a stack for the browser tests");
  const stack = await startStack(
    {
      dataDir,
      logDir: path.join(results, "logs"),
      seed: false,
      fast: true,
      webPort: await freePort(0, ["localhost"]),
      // A weekday, 10:00 in Honolulu and not yet evening in New York: outreach may go everywhere.
      clockOffsetSeconds: chooseOffset(undefined, Temporal.Now.instant(), "Pacific/Honolulu"),
      carrier: { patients: "off", patientSpeed: 1, rate: 1000 },
    },
    life,
  );
  const playwright = [toolFile("@playwright/test/cli.js"), "test", ...(only === "journeys" ? further : [])];
  const running = runTool(life, "browser tests", playwright, {
    BASE_URL: stack.baseUrl,
    CARRIER_URL: stack.carrierUrl,
    DATABASE_URL: stack.databaseUrl,
    PHI_KEYS: stack.secrets.phiKeys,
    INDEX_KEY: stack.secrets.indexKey,
    NEXTAUTH_URL: stack.baseUrl,
    NEXTAUTH_SECRET: stack.secrets.nextauthSecret,
    CHROMIUM_PATH: browser,
  });
  add(countJourneys(report, await Promise.race([running, stack.failed])));
}

function add({ passed, failed }: Counts): void {
  total.passed += passed;
  total.failed += failed;
}

async function runTool(
  life: Lifetime,
  name: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<boolean> {
  const started = performance.now();
  console.log(`\n— ${name}`);
  const child = startChild({ name, args, env: { ...process.env, ...env } });
  life.add(() => child.stop(10_000));
  const succeeded = (await child.ended) === "code 0";
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`— ${name}: ${succeeded ? "passed" : "FAILED"} (${seconds} s)`);
  return succeeded;
}
