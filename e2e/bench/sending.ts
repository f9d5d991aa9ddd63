import { randomUUID, sign } from "node:crypto";
import { crowdText } from "@/db/testing/crowd";
import { type LoadDatabase, openForLoad, openSingleRows } from "@/db/testing/load";
import { openDatabase } from "@/db/testing/open";
import { carrierControl } from "@/e2e/carrier-control";
import { atOnceFor, openCaller, until } from "./calls";
import type { Figure } from "./figures";
import { acceptedFrom, judge } from "./referee";
import type { Scale, Stage } from "./stage";

/** So many calls has the worker under way at most. */
const sockets = 128;
const unlimited = 1_000_000;
const patienceMs = 300_000;

type Given = Awaited<ReturnType<typeof openDatabase>>;
type Carrier = ReturnType<typeof carrierControl>;
interface Ground {
  stage: Stage;
  given: Given;
  database: LoadDatabase;
  carrier: Carrier;
}

interface Sent {
  accepted: number;
  settled: number;
  filed: number;
}

/** Queued texts to the carrier, with all checks and attempts; beside it the bare client and single-row commits. */
export async function measureSending(stage: Stage, { texts, runs }: Scale): Promise<Figure[]> {
  const given = await openDatabase(stage.databaseUrl);
  const database = openForLoad(stage.databaseUrl);
  const ground = { stage, given, database, carrier: carrierControl(stage.carrierUrl) };
  await database.setPace("account", unlimited);
  const seen = { post: [] as number[], one: [] as number[], eight: [] as number[] };
  const ours = { quiet: [] as Sent[], told: [] as Sent[], two: [] as Sent[] };
  for (let run = 0; run < runs; run += 1) {
    seen.post.push(await barePosts(ground));
    seen.one.push(await singleRows(stage, 1));
    seen.eight.push(await singleRows(stage, 8));
    ours.quiet.push(await sendAll(ground, { texts, workers: 1, receipts: false }));
    ours.told.push(await sendAll(ground, { texts, workers: 1, receipts: true }));
    ours.two.push(await sendAll(ground, { texts, workers: 2, receipts: false }));
  }
  await given.close();
  await database.close();
  const post = { name: `bare HTTP client, ${sockets} at once`, values: seen.post };
  const one = { name: "single-row commits, 1 connection", values: seen.one };
  const eight = { name: "single-row commits, 8 connections", values: seen.eight };
  const row = (what: string, of: Sent[], which: keyof Sent) => ({ what, ours: of.map((run) => run[which]) });
  return [
    {
      ...row("texts/s accepted, receipts held back", ours.quiet, "accepted"),
      least: "600, best 1,000",
      references: [post, one, eight],
    },
    { ...row("  and settled in the database", ours.quiet, "settled"), references: [eight] },
    { ...row("texts/s accepted, receipts coming", ours.told, "accepted"), references: [post] },
    { ...row("  until the last receipt is filed", ours.told, "filed"), references: [eight] },
    { ...row("texts/s accepted, two workers", ours.two, "accepted"), references: [post] },
  ];
}

async function sendAll(
  { stage, given, database, carrier }: Ground,
  { texts, workers, receipts }: { texts: number; workers: number; receipts: boolean },
): Promise<Sent> {
  const program = await given.program();
  const sender = await given.sender(program.id);
  await database.setPace(sender.id, unlimited);
  await database.crowd({
    programId: program.id,
    senderId: sender.id,
    count: texts,
    now: stage.now(),
    text: "queued",
  });
  await database.tidy();
  await (receipts ? carrier.playNoFaults() : carrier.playFaults("quiet", [{ fault: "no_receipts" }]));
  const { last } = await carrier.ledgerSummary();
  const before = (await carrier.state()).webhooks.delivered;

  const running = await Promise.all(Array.from({ length: workers }, () => stage.startWorker()));
  await until(async () => (await database.unsettled(program.id)) === 0, {
    patienceMs,
    otherwise: "The texts did not all leave",
  });
  const settledAt = Date.now();
  if (receipts)
    await until(async () => (await carrier.state()).webhooks.delivered >= before + 2 * texts, {
      patienceMs,
      otherwise: "The receipts did not all arrive",
    });
  await until(async () => (await database.unfiled()).status === 0, {
    patienceMs,
    otherwise: "The receipts were not all filed",
  });
  const filedAt = Date.now();
  await Promise.all(running.map((worker) => worker.stop()));

  const lines = await acceptedFrom(carrier, sender.number, last);
  const unknown = await judge(database, program.id, lines, texts);
  if (unknown > 0)
    console.log(`  ${unknown} of ${texts} texts are "unknown": their calls were not answered.`);
  const [first, newest] = [lines[0], lines.at(-1)].map((line) => Date.parse(line?.at ?? ""));
  const perSecond = (until: number | undefined) =>
    (texts / ((until ?? Number.NaN) - (first ?? Number.NaN))) * 1_000;
  return { accepted: perSecond(newest), settled: perSecond(settledAt), filed: perSecond(filedAt) };
}

/** The same bodies, from nobody's database. */
async function barePosts({ stage, given, carrier }: Ground): Promise<number> {
  await carrier.playFaults("quiet", [{ fault: "no_receipts" }]);
  const { post, close } = openCaller(sockets);
  const authorization = bearer(stage.account);
  const [from, to] = [given.fictionalNumber(), given.fictionalNumber()].map((e164) => e164.slice(1));
  const fixed = { channel: "sms", message_type: "text", from, to, text: crowdText };
  const rate = await atOnceFor(sockets, 2_000, async () => {
    const body = JSON.stringify({ ...fixed, client_ref: randomUUID() });
    const { status } = await post(`${stage.carrierUrl}/v1/messages`, body, { authorization });
    if (status !== 202) throw new Error(`The carrier answered ${status} to the bare client.`);
  });
  close();
  return rate;
}

async function singleRows({ databaseUrl }: Stage, connections: number): Promise<number> {
  const rows = await openSingleRows(databaseUrl, connections);
  const rate = await atOnceFor(connections, 1_000, () => rows.put(crowdText));
  await rows.close();
  return rate;
}

function bearer({ applicationId, privateKey }: Stage["account"]): string {
  const iat = Math.floor(Date.now() / 1_000);
  const claims = { application_id: applicationId, iat, jti: randomUUID(), exp: iat + 900 };
  const unsigned = [{ alg: "RS256", typ: "JWT" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `Bearer ${unsigned}.${sign("sha256", Buffer.from(unsigned), privateKey).toString("base64url")}`;
}
