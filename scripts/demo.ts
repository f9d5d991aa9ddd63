import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { freePort, removeServer } from "@/db/server";
import { root } from "./children";
import { businessTime, chooseOffset } from "./clock";
import { takeLock } from "./demo-lock";
import { type Lifetime, runToTheEnd } from "./lifetime";
import { type Stack, startStack } from "./stack";

const zone = "America/New_York";
/** 10:00 in Los Angeles: a campaign that somebody launches may reach everybody in the contiguous states. */
const earlyAfternoon = 13;
const dataDir = path.join(root, ".data", "demo");
const accounts = ["nurse", "manager", "admin"] as const;

runToTheEnd(demo, { farewell: "Stopping …" });

async function demo(life: Lifetime): Promise<number> {
  const started = performance.now();
  // Beside the data, which --fresh deletes.
  const lock = takeLock(`${dataDir}.lock`);
  life.add(async () => lock.release());
  console.log("Hearback demo: two-way texts with a simulated carrier. Ctrl-C stops it.");
  if (process.argv.includes("--fresh")) await forget();
  const clockOffsetSeconds = setClock();
  const stack = await startStack(
    {
      dataDir,
      seed: true,
      webPort: await choosePort(),
      postgresPort: 54_329,
      clockOffsetSeconds,
      carrier: { patients: "valley-care", patientSpeed: 1, rate: 30 },
    },
    life,
  );
  lock.note(stack.baseUrl);
  console.log(welcome(stack, clockOffsetSeconds, (performance.now() - started) / 1000));
  return stack.failed;
}

async function forget(): Promise<void> {
  await removeServer(path.join(dataDir, "postgres"));
  rmSync(dataDir, { recursive: true, force: true });
}

function setClock(): number {
  const file = path.join(dataDir, "clock.json");
  const stored = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as { offsetSeconds: number }).offsetSeconds
    : undefined;
  const offsetSeconds = chooseOffset(stored, Temporal.Now.instant(), zone, earlyAfternoon);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ offsetSeconds })}\n`);
  return offsetSeconds;
}

async function choosePort(): Promise<number> {
  const wish = process.env.PORT;
  const port = await freePort(Number(wish || 3000), ["localhost", "127.0.0.1", "::"]);
  if (wish && port !== Number(wish))
    throw new Error(`Port ${wish} is taken. Choose another one in PORT, or leave it out.`);
  return port;
}

function welcome({ baseUrl, secrets }: Stack, offsetSeconds: number, seconds: number): string {
  return `
Ready after ${seconds.toFixed(0)} s:  ${baseUrl}

${accounts.map((role) => `  ${role.padEnd(8)}  ${role}@valleycare.example`).join("\n")}
  password  ${secrets.demoPassword}   (the same for all three)

It is ${businessTime(offsetSeconds, Temporal.Now.instant(), zone)} in the demo (${zone}), so that staffed hours are on.
Signing in asks for a password alone: there is no second factor yet.
People, numbers and texts are made up, and nothing leaves this machine.
Ctrl-C stops it and keeps the data in .data/demo; npm run demo -- --fresh begins anew.
`;
}
