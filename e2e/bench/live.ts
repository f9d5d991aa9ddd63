import { openForLoad } from "@/db/testing/load";
import { openDatabase } from "@/db/testing/open";
import { carrierControl } from "@/e2e/carrier-control";
import { listen, signInByAddress } from "./browser";
import { evenly, until } from "./calls";
import { type Figure, percentile } from "./figures";
import type { Stage } from "./stage";

const everyMs = 150;
const texts = 80;

/** From the carrier's call with a patient's text to the event in the stream of a nurse who looks on. */
export async function measureLive(stage: Stage): Promise<Figure[]> {
  const given = await openDatabase(stage.databaseUrl);
  const database = openForLoad(stage.databaseUrl);
  const carrier = carrierControl(stage.carrierUrl);
  const nurse = await given.person("nurse", "Nadia Brooks");
  const program = await given.program({ members: [nurse] });
  const sender = await given.sender(program.id);
  const place = { programId: program.id, senderId: sender.id, now: stage.now() };
  const patients = await database.crowd({ ...place, count: texts, text: "none" });
  const session = await signInByAddress(stage.baseUrl, { email: nurse.email, password: given.password });
  const worker = await stage.startWorker();

  const seen = new Map<string, number>();
  const stream = await listen(stage.baseUrl, session.cookie, ({ kind, threadId }) => {
    if (kind === "inbound.filed" && threadId && !seen.has(threadId)) seen.set(threadId, performance.now());
  });
  const called = new Map<string, number>();
  await evenly(everyMs, texts, async (i) => {
    const patient = patients[i];
    if (!patient) return;
    called.set(patient.threadId, performance.now());
    await carrier.text(patient.e164, sender.number, "Yes please call me tomorrow morning");
  });
  await until(async () => seen.size === texts, {
    patienceMs: 30_000,
    otherwise: "The patients' texts did not all show in the stream",
  });
  stream.close();
  await worker.stop();
  await given.close();
  await database.close();
  const took = [...called].map(([threadId, at]) => (seen.get(threadId) ?? Number.NaN) - at);
  return [
    { what: "patient's text to the nurse's stream: p50 ms", ours: [percentile(took, 50)] },
    {
      what: "  p95 ms (her page's own refetch comes on top)",
      ours: [percentile(took, 95)],
      least: "500, best 300",
    },
  ];
}
