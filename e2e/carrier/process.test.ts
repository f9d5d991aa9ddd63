import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { account, clientOf, ours, temporaryFile } from "./testing";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));

const settings = (ledger: string) => ({
  CARRIER_PORT: "0",
  CARRIER_APPLICATION_ID: account.applicationId,
  CARRIER_PUBLIC_KEY: ours.publicKey
    .export({ type: "spki", format: "pem" })
    .toString()
    .replaceAll("\n", "\\n"),
  CARRIER_API_KEY: account.apiKey,
  CARRIER_SIGNATURE_SECRET: account.signatureSecret,
  CARRIER_STATUS_URL: "http://127.0.0.1:9/status",
  CARRIER_INBOUND_URL: "http://127.0.0.1:9/inbound",
  CARRIER_LEDGER: ledger,
  CARRIER_PATIENTS: "off",
});

test.each([
  [
    { CARRIER_API_KEY: undefined },
    "CARRIER_API_KEY is missing: the simulated carrier cannot start without it.\n",
  ],
  [{ CARRIER_PUBLIC_KEY: "a key" }, /^CARRIER_PUBLIC_KEY must be an RSA public key in PEM.*\.\n$/],
  [{ CARRIER_PORT: "http" }, "CARRIER_PORT must be a whole number from 0 to 65535.\n"],
  [{ CARRIER_PEOPLE: "people.jsonl" }, /^CARRIER_PEOPLE says who texts, but CARRIER_PATIENTS is off.*\.\n$/],
  [
    { CARRIER_PATIENTS: "spring", CARRIER_PEOPLE: "/nowhere/people.jsonl" },
    "CARRIER_PEOPLE must name a file that can be read.\n",
  ],
  [
    { CARRIER_PATIENTS: "spring", CARRIER_PEOPLE: main },
    /^Line 1 of CARRIER_PEOPLE must be \{"phone": .*\.\n$/,
  ],
  [{ CARRIER_FSYNC: "yes" }, "CARRIER_FSYNC must be on or off.\n"],
  [{ CARRIER_STATUS_URL: "there" }, "CARRIER_STATUS_URL must be an address that starts with http://.\n"],
])("wrong settings are said in a sentence: %j", async (wrong, sentence) => {
  const child = run({ ...settings(temporaryFile("ledger.jsonl")), ...wrong });

  const said: string[] = [];
  child.stderr?.on("data", (chunk) => said.push(String(chunk)));
  const [code] = await once(child, "close");

  expect(code).toBe(1);
  expect(said.join("")).toMatch(sentence);
});

test("a carrier that was killed goes on counting where its ledger ends", async () => {
  const ledger = temporaryFile("ledger.jsonl");
  const first = run(settings(ledger));
  const carrier = clientOf(await addressOf(first));
  await carrier.send({ client_ref: "one" });
  await carrier.send({ client_ref: "two" });
  first.kill("SIGKILL");
  await once(first, "close");
  appendFileSync(ledger, '{"n":3,"at":"20');

  const again = clientOf(await addressOf(run(settings(ledger))));
  await again.send({ client_ref: "three" });

  const lines = [1, 2, 3].map((n) => ({ n, client_ref: ["one", "two", "three"][n - 1] }));
  expect(await again.get("/control/ledger")).toMatchObject(lines);
  const written = readFileSync(ledger, "utf8").trim().split("\n");
  expect(written.map((line) => JSON.parse(line))).toMatchObject(lines);
});

test.each(["SIGTERM", "SIGINT"] as const)("%s ends it cleanly", async (signal) => {
  const child = run(settings(temporaryFile("ledger.jsonl")));
  await clientOf(await addressOf(child)).send();

  child.kill(signal);

  expect(await once(child, "close")).toEqual([0, null]);
});

test("it ends when its parent's channel closes", async () => {
  const child = run(settings(temporaryFile("ledger.jsonl")));
  await addressOf(child);

  child.disconnect();

  expect(await once(child, "exit")).toEqual([0, null]);
});

function run(env: Record<string, string | undefined>): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", main], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return child;
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error("The carrier says nothing.");
  const [line] = await once(createInterface(stdout), "line");
  expect(line).toMatch(/^carrier ready http:\/\/127\.0\.0\.1:\d+$/);
  return line.replace("carrier ready ", "");
}
