import { randomUUID } from "node:crypto";
import type { Somebody } from "@/db/testing/crowd";
import { type LoadDatabase, openForLoad } from "@/db/testing/load";
import { openDatabase } from "@/db/testing/open";
import { signWebhook } from "@/e2e/carrier/token";
import { atOnce, atOnceFor, evenly, openCaller, type Post, until } from "./calls";
import { type Figure, percentile } from "./figures";
import { Disagreement } from "./referee";
import type { Scale, Stage } from "./stage";

const width = 32;
const patienceMs = 300_000;
const calm = { everyMs: 20, count: 750 };

type Kind = "inbound" | "status";
interface Event {
  kind: Kind;
  payload: object;
}

/** Signed webhooks at the web server, 32 at once and then 50 a second; and how fast the worker files a backlog. */
export async function measureWebhooks(stage: Stage, { events, runs }: Scale): Promise<Figure[]> {
  const given = await openDatabase(stage.databaseUrl);
  const database = openForLoad(stage.databaseUrl);
  const program = await given.program();
  const sender = await given.sender(program.id);
  const place = { programId: program.id, senderId: sender.id, now: stage.now() };
  const { post, close } = openCaller(width);
  const seen = { bare: [] as number[], rows: [] as number[] };
  const ours = { inbound: [] as number[], status: [] as number[] };
  const filed = { inbound: [] as number[], status: [] as number[], both: [] as number[] };

  for (let run = 0; run < runs; run += 1) {
    for (const rows of ["none", "inserted"] as const) {
      const bare = await stage.startBareServer(rows);
      const rate = await atOnceFor(width, 1_500, () => deliver(post, bare.url, stage, spare(sender.number)));
      seen[rows === "none" ? "bare" : "rows"].push(rate);
      await bare.stop();
    }
    const crowd = await database.crowd({ ...place, count: events, text: "submitted" });
    await database.tidy();
    for (const kind of ["inbound", "status"] as const) {
      const batch = crowd.map((one) => eventOf(kind, one, sender.number));
      ours[kind].push(await atOnce(width, batch.length, (i) => toWeb(post, stage, batch[i])));
    }
    const took = await fileBacklog(stage, database, events);
    filed.inbound.push((events / took.inbound) * 1_000);
    filed.status.push((events / took.status) * 1_000);
    filed.both.push(((2 * events) / Math.max(took.inbound, took.status)) * 1_000);
  }

  const quiet = await database.crowd({ ...place, count: calm.count, text: "submitted" });
  const bare = await stage.startBareServer("inserted");
  const bareTook = await evenly(calm.everyMs, calm.count, () =>
    deliver(post, bare.url, stage, spare(sender.number)),
  );
  await bare.stop();
  const worker = await stage.startWorker();
  const took = await evenly(calm.everyMs, calm.count, (i) =>
    toWeb(post, stage, quiet[i] && eventOf(i % 2 ? "status" : "inbound", quiet[i], sender.number)),
  );
  await until(async () => isFiled(await database.unfiled()), {
    patienceMs,
    otherwise: "The calm events were not filed",
  });
  await worker.stop();
  close();
  await judgeEvents(database, program.id, runs * events + calm.count / 2);
  await given.close();
  await database.close();

  const bareRef = { name: `bare Node server, ${width} at once`, values: seen.bare };
  const rowsRef = { name: "  the same with one insert a call", values: seen.rows };
  const late = (p: number, least: string) => ({
    what: `  p${p} ms at 50/s, the worker filing`,
    ours: [percentile(took, p)],
    least,
    references: [{ name: "bare server with one insert a call", values: [percentile(bareTook, p)] }],
  });
  return [
    {
      what: `patients' texts accepted/s, ${width} at once`,
      ours: ours.inbound,
      least: "500, best 800",
      references: [bareRef, rowsRef],
    },
    {
      what: `receipts accepted/s, ${width} at once`,
      ours: ours.status,
      least: "500, best 800",
      references: [bareRef, rowsRef],
    },
    late(50, "6"),
    late(99, "20"),
    { what: "patients' texts filed/s from a backlog of both", ours: filed.inbound, references: [rowsRef] },
    { what: "receipts filed/s from a backlog of both", ours: filed.status, references: [rowsRef] },
    { what: "events filed/s until both are done", ours: filed.both, least: "500, best 1,400" },
  ];
}

const isFiled = ({ inbound, status }: { inbound: number; status: number }) => inbound + status === 0;

/** Milliseconds from the first event filed to the last, of each kind. */
async function fileBacklog(
  stage: Stage,
  database: LoadDatabase,
  events: number,
): Promise<Record<Kind, number>> {
  const done: Partial<Record<Kind, number>> = {};
  let started: number | undefined;
  const worker = await stage.startWorker();
  await until(
    async () => {
      const left = await database.unfiled();
      if (left.inbound + left.status < 2 * events) started ??= performance.now();
      for (const kind of ["inbound", "status"] as const)
        if (left[kind] === 0) done[kind] ??= performance.now() - (started ?? 0);
      return isFiled(left);
    },
    { everyMs: 50, patienceMs, otherwise: "The backlog was not filed" },
  );
  await worker.stop();
  return { inbound: done.inbound ?? Number.NaN, status: done.status ?? Number.NaN };
}

/** Every webhook that was answered 200 is one row, one text in a conversation or one text delivered. */
async function judgeEvents(database: LoadDatabase, programId: string, each: number): Promise<void> {
  const { stored, problems } = await database.events();
  const { received = 0, delivered = 0 } = await database.states(programId);
  const faults = [
    ...(stored === 2 * each ? [] : [`of ${2 * each} accepted webhooks ${stored} are stored`]),
    ...(problems === 0 ? [] : [`${problems} led to nothing`]),
    ...(received === each ? [] : [`of ${each} patients' texts ${received} are in a conversation`]),
    ...(delivered === each ? [] : [`of ${each} texts with a receipt ${delivered} are delivered`]),
  ];
  if (faults.length > 0) throw new Disagreement(faults);
}

function eventOf(kind: Kind, { e164, clientRef, carrierId }: Somebody, sender: string): Event {
  const [patient, us] = [e164.slice(1), sender.slice(1)];
  const timestamp = `${new Date().toISOString().slice(0, 19)}Z`;
  const network = { network_code: "00101" };
  const usage = { currency: "EUR", price: "0.0072" };
  const common = { channel: "sms", timestamp, usage };
  if (kind === "inbound")
    return {
      kind,
      payload: {
        ...{ ...common, message_uuid: randomUUID(), from: patient, to: us, origin: network },
        ...{ text: "Yes please call me tomorrow morning", sms: { num_messages: "1", keyword: "YES" } },
      },
    };
  return {
    kind,
    payload: {
      ...{ ...common, message_uuid: carrierId, from: us, to: patient, destination: network },
      ...{ status: "delivered", client_ref: clientRef, sms: { count_total: "1" } },
    },
  };
}

/** For the bare server, which asks nothing of it. */
const spare = (sender: string) =>
  eventOf("inbound", { e164: sender, threadId: "", messageId: "", clientRef: "", carrierId: "" }, sender);

async function toWeb(post: Post, stage: Stage, event: Event | undefined): Promise<void> {
  if (event) await deliver(post, `${stage.baseUrl}/api/vonage/${event.kind}`, stage, event);
}

async function deliver(post: Post, url: string, { account }: Stage, { payload }: Event): Promise<void> {
  const body = JSON.stringify(payload);
  const { status } = await post(url, body, { authorization: `Bearer ${signWebhook(body, account)}` });
  if (status !== 200) throw new Error(`A webhook was answered ${status}.`);
}
