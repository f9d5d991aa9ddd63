import { createHash, createHmac, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import { startCarrier } from "./carrier";
import type { Config } from "./config";
import type { AskedRule } from "./fault";

export const ours = generateKeyPairSync("rsa", { modulusLength: 2048 });

export const account = {
  applicationId: "7f1e5b0c-1111-4222-8333-444455556666",
  apiKey: "a1b2c3d4",
  signatureSecret: "a secret that only the account and the carrier know",
};

export const clinic = "12125550100";
export const patient = "13125550142";

export type Arrival = { path: string; authorization: string | undefined; rawBody: string };

/** A product that takes webhooks, remembers them and answers what the test wants. */
export async function givenReceiver(
  port = 0,
  answer: (arrival: Arrival, nth: number) => number = () => 200,
  before: () => Promise<void> = async () => {},
) {
  const arrivals: Arrival[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const arrival = {
      path: request.url ?? "",
      authorization: request.headers.authorization,
      rawBody: Buffer.concat(chunks).toString("utf8"),
    };
    arrivals.push(arrival);
    await before();
    response.writeHead(answer(arrival, arrivals.length)).end();
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The receiver has no port.");

  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  onTestFinished(close);
  return { arrivals, port: address.port, close, at: (path: string) => bodiesAt(arrivals, path) };
}

function bodiesAt(arrivals: Arrival[], path: string): Record<string, unknown>[] {
  return arrivals.filter((arrival) => arrival.path === path).map((arrival) => JSON.parse(arrival.rawBody));
}

export function temporaryFile(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "carrier-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, name);
}

export async function givenCarrier({
  receiver,
  ...settings
}: Partial<Config> & { receiver: { port: number } }) {
  const ledgerPath = settings.ledgerPath ?? temporaryFile("ledger.jsonl");
  const carrier = await startCarrier({
    port: 0,
    ...account,
    publicKey: ours.publicKey,
    statusUrl: `http://127.0.0.1:${receiver.port}/status`,
    inboundUrl: `http://127.0.0.1:${receiver.port}/inbound`,
    patients: null,
    people: [],
    speed: 1,
    perSecond: 10_000,
    webhooksAtOnce: 32,
    fsync: false,
    magic: false,
    ...settings,
    ledgerPath,
  });
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= carrier.close());
  onTestFinished(close);
  return { ...clientOf(carrier.url), close, ledgerPath };
}

export function clientOf(url: string) {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const get = async (path: string) => (await fetch(`${url}${path}`)).json();

  return {
    url,
    post,
    get,
    play: async (...rules: AskedRule[]) => {
      const response = await post("/control/faults", { seed: "spring", rules });
      expect(response.status).toBe(200);
    },
    send: (sms: object = {}, authorization = bearer()) =>
      post("/v1/messages", { ...text, ...sms }, { authorization }),
    settled: () => eventually(async () => expect((await get("/control/state")).webhooks.pending).toBe(0)),
  };
}

export const text = {
  channel: "sms",
  message_type: "text",
  from: clinic,
  to: patient,
  text: "Reply 1 for a call",
};

type Irregular = { claims?: object; head?: object; signature?: (unsigned: string) => string };

/** The bearer token of an honest API call, unless told otherwise. */
export function bearer({ claims = {}, head = {}, signature = rs256 }: Irregular = {}): string {
  const iat = Math.floor(Date.now() / 1000);
  const honest = { application_id: account.applicationId, iat, jti: randomUUID(), exp: iat + 900 };
  const unsigned = [
    { alg: "RS256", typ: "JWT", ...head },
    { ...honest, ...claims },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `Bearer ${unsigned}.${signature(unsigned)}`;
}

export function rs256(unsigned: string, key = ours.privateKey): string {
  return sign("sha256", Buffer.from(unsigned), key).toString("base64url");
}

/** The claims of a webhook's token, once its signature has been worked out again from Vonage's description. */
export function provenClaims({ authorization = "" }: Arrival): Record<string, unknown> {
  const [head = "", body = "", signature] = authorization.replace("Bearer ", "").split(".");
  const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));

  expect(read(head)).toEqual({ typ: "JWT", alg: "HS256" });
  const mac = createHmac("sha256", account.signatureSecret).update(`${head}.${body}`);
  expect(signature).toBe(mac.digest("base64url"));
  return read(body);
}

export function sha256(rawBody: string): string {
  return createHash("sha256").update(rawBody).digest("hex");
}

export function eventually(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 15_000, interval: 10 });
}
