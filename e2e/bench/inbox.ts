import { says } from "@/db/testing/conversations";
import { openForLoad } from "@/db/testing/load";
import { openDatabase } from "@/db/testing/open";
import { type Figure, percentile } from "./figures";
import { measureInBrowser } from "./inbox-browser";
import { fillInbox } from "./inbox-people";
import type { Narrowed, Scale, Stage } from "./stage";
import { noWholeReads } from "./whole-reads";

const times = 100;
const bigTables = ["threads", "messages", "patients", "phones", "patient_phones", "program_patients"];
const hold = { page: "p95 10", other: "" };

/**
 * The inbox among many conversations, for one nurse: each view's page, the counts and a conversation, timed at the
 * database; then what she waits for in her browser.
 */
export async function measureInbox(stage: Stage, { threads }: Scale): Promise<Figure[]> {
  const given = await openDatabase(stage.databaseUrl);
  const database = openForLoad(stage.databaseUrl);
  const { nurse, first, waiting, long } = await fillInbox(given, database, { threads, now: stage.now() });
  const reads = await stage.openInboxReads(nurse);
  const before = await database.wholeReads(bigTables);

  const figures: Figure[] = [];
  const measure = async (what: string, hold: string, one: (i: number) => Promise<unknown>) => {
    // The first ones find neither plan nor page in memory.
    for (let i = 0; i < 5; i += 1) await one(i);
    const took: number[] = [];
    for (let i = 0; i < times; i += 1) {
      const started = performance.now();
      await one(i);
      took.push(performance.now() - started);
    }
    figures.push(
      { what: `${what}: p50 ms`, ours: [percentile(took, 50)] },
      { what: "  p95 ms", ours: [percentile(took, 95)], least: hold },
      { what: "  p99 ms", ours: [percentile(took, 99)] },
    );
  };
  const narrow: [string, Narrowed][] = [
    ["one program", { programId: first.id }],
    ["Spanish", { language: "es" }],
    ["a rare language", { language: "ht" }],
    ["one campaign", { campaignId: first.campaignId }],
    ["program, language and campaign", { programId: first.id, language: "es", campaignId: first.campaignId }],
  ];

  for (const view of reads.views) await measure(`page of "${view}"`, hold.page, () => reads.page(view));
  const last = await reads.page("closed");
  if (last) await measure('page after it of "closed"', hold.page, () => reads.page("closed", {}, last));
  for (const [words, narrowed] of narrow) {
    await measure(`page of "waiting", ${words}`, hold.page, () => reads.page("waiting", narrowed));
    await measure(`page of "closed", ${words}`, hold.other, () => reads.page("closed", narrowed));
  }
  const counted = await reads.counts();
  const words = Object.entries(counted).map(([view, count]) => `${view} ${count}`);
  await measure(`counts (${words.join(", ")})`, hold.other, () => reads.counts());
  for (const [words, narrowed] of narrow)
    await measure(`counts, ${words}`, hold.other, () => reads.counts(narrowed));
  await measure("all that the page shows", hold.other, () => reads.whole("waiting"));
  await measure("one conversation", hold.other, (i) => {
    const one = waiting[i % waiting.length];
    return one ? reads.thread(one.threadId) : Promise.resolve();
  });
  await measure("the conversation of 2,000 texts", hold.other, () => reads.thread(long));

  await reads.close();
  await noWholeReads(database, bigTables, before);
  const worker = await stage.startWorker();
  const { email } = nurse;
  figures.push(
    ...(await measureInBrowser(stage, { email, password: given.password }, { long, texts: says })),
  );
  await worker.stop();
  await given.close();
  await database.close();
  return figures;
}
