import { randomUUID } from "node:crypto";
import { openForLoad } from "@/db/testing/load";
import { openDatabase } from "@/db/testing/open";
import { carrierControl } from "@/e2e/carrier-control";
import { signInByAddress } from "./browser";
import { evenly, openCaller, until } from "./calls";
import { type Figure, percentile } from "./figures";
import { acceptedFrom, judge } from "./referee";
import type { Scale, Stage } from "./stage";

const everyMs = 300;
const replies = 60;

/** What the sender's number and the carrier's account let through a second. */
const rates = [
  { name: "account 30/s, sender 75 segments/s", account: 30, sender: 75 },
  { name: "account 1,000/s, sender 75 segments/s", account: 1_000, sender: 75 },
  { name: "no limit but our own", account: 1_000_000, sender: 1_000_000 },
];

/**
 * A nurse's replies, one each 300 ms, while bulk texts wait: from the end of the undo hold, which the server names in
 * its answer, to the carrier's ledger. The hold itself is five seconds by design, and in none of the figures.
 */
export async function measureReplies(stage: Stage, { waiting }: Scale): Promise<Figure[]> {
  const given = await openDatabase(stage.databaseUrl);
  const database = openForLoad(stage.databaseUrl);
  const carrier = carrierControl(stage.carrierUrl);
  await carrier.playNoFaults();
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id, { segmentsPerSecond: 75 });
  const place = { programId: program.id, senderId: sender.id, now: stage.now() };
  await database.crowd({ ...place, count: waiting, text: "queued" });
  const patients = await database.crowd({ ...place, count: replies * rates.length, text: "none" });
  await database.tidy();
  const session = await signInByAddress(stage.baseUrl, { email: nurse.email, password: given.password });
  const { last } = await carrier.ledgerSummary();
  const caller = openCaller(8);
  const worker = await stage.startWorker();

  // Business time may be ahead of this machine's.
  const ahead = stage.now().getTime() - Date.now();
  const figures: Figure[] = [];
  for (const rate of rates) {
    await database.setPace("account", rate.account);
    await database.setPace(sender.id, rate.sender);
    /** When each one's hold ends, by this machine's clock. */
    const due = new Map<string, number>();
    const after = (await carrier.ledgerSummary()).last;
    const started = Date.now();
    const answered = await evenly(everyMs, replies, async () => {
      const patient = patients.pop();
      if (!patient) throw new Error("There are fewer patients than replies.");
      const body = JSON.stringify({
        ...{ threadId: patient.threadId, key: randomUUID(), seen: null, patientId: null },
        body: "Thank you for writing. We call you this afternoon.",
      });
      const answer = await caller.post(`${stage.baseUrl}/api/replies`, body, session);
      if (answer.status !== 200) throw new Error(`A reply was answered ${answer.status}: ${answer.body}`);
      const { dueAt } = JSON.parse(answer.body) as { dueAt: string };
      due.set(patient.e164.slice(1), Date.parse(dueAt) - ahead);
    });
    const seconds = (Date.now() - started) / 1_000;
    const arrived = async () => {
      const lines = await acceptedFrom(carrier, sender.number, after);
      return lines.filter((line) => due.has(line.to));
    };
    const bulk = (await acceptedFrom(carrier, sender.number, after)).length - (await arrived()).length;
    await until(async () => (await arrived()).length >= due.size, {
      everyMs: 500,
      patienceMs: 60_000,
      otherwise: "The replies did not all reach the carrier",
    });
    const took = (await arrived()).map((line) => Date.parse(line.at) - (due.get(line.to) ?? Number.NaN));
    const left = await database.unsettled(program.id);
    figures.push(
      { what: `${rate.name}, from the end of the undo hold: p50 ms`, ours: [percentile(took, 50)] },
      { what: "  p95 ms", ours: [percentile(took, 95)], least: "2,000, best 500" },
      { what: "  slowest ms", ours: [Math.max(...took)] },
      { what: "  before that, until her request was answered: p95 ms", ours: [percentile(answered, 95)] },
      {
        what: `  bulk texts/s meanwhile (${left.toLocaleString("en-US")} still wait)`,
        ours: [bulk / seconds],
      },
    );
  }
  await worker.stop();
  caller.close();
  await judge(database, program.id, await acceptedFrom(carrier, sender.number, last));
  await given.close();
  await database.close();
  return figures;
}
