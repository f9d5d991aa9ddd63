import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { applicationRole, connect, rowsOf } from "@/db/client";
import { carrierEvents, pace, threads } from "@/db/schema";
import { writeCampaign } from "@/lib/campaigns/drafting";
import { enrollAudiences } from "@/lib/campaigns/enrolling";
import { launchCampaign, pauseCampaign, resumeCampaign } from "@/lib/campaigns/launch";
import { followTexts } from "@/lib/campaigns/progress";
import { countReachable } from "@/lib/campaigns/queries";
import { renderDueSteps } from "@/lib/campaigns/stepping";
import { firstTexts } from "@/lib/campaigns/types";
import { type Ctx, inTransaction } from "@/lib/context";
import { DomainError, sqlState } from "@/lib/errors";
import { claimTexts } from "@/lib/messaging/claim";
import { fileReceipts } from "@/lib/messaging/receipt";
import { settleAttempts } from "@/lib/messaging/settlement";
import { seal } from "@/lib/phi/seal";
import { testDatabase } from "@/lib/testing";
import { fileInboundTexts } from "./arrival";
import { claimThread } from "./claim";
import { closeThread } from "./closing";
import { threadDetail } from "./queries-thread";
import { replyToThread } from "./reply";

const t = testDatabase();
const rounds = 15;
const deadlock = "40P01";

beforeAll(async () => {
  await t.db.update(pace).set({ perSecond: 100_000, tokens: 100_000 }).where(eq(pace.key, "account"));
});

async function told(kind: "inbound" | "status", status: string, said: Record<string, unknown>) {
  const carrierId = randomUUID();
  const payload = JSON.stringify({ channel: "sms", message_uuid: carrierId, ...said });
  await t.db.insert(carrierEvents).values({
    carrierId,
    kind,
    status,
    id: t.given.newId(),
    receivedAt: new Date(),
    payload: seal("carrier_events.payload", `${carrierId}:${kind}:${status}`, payload),
  });
}

/** A program of twelve patients and two numbers, whose three campaigns write to all of them at once. */
async function given() {
  const clinic = await t.given.clinic();
  const { manager, program } = clinic;
  const patients = [clinic.patient];
  for (let i = 1; i < 12; i += 1) patients.push(await t.given.patient(program.id));
  const ctx = t.ctxFor(manager);
  const campaignIds: string[] = [];
  for (const name of ["One", "Two", "Three"]) {
    const campaignId = await writeCampaign(ctx, { programId: program.id, name, ...firstTexts });
    await launchCampaign(ctx, { campaignId, expected: await countReachable(ctx, program.id) });
    campaignIds.push(campaignId);
  }
  return { ...clinic, patients, senders: [clinic.sender, await t.given.sender(program.id)], campaignIds };
}

test("people are never turned away by what the loops do meanwhile, and nothing is doubled or stuck", async () => {
  const { manager, nurse, patients, program, senders, campaignIds } = await given();
  const pool = connect(t.url, { max: 24, role: applicationRole });
  const loop = (): Ctx => ({ ...t.loopCtx(), db: pool.db });
  const person = (user: typeof nurse) => ({ ...t.ctxFor(user), db: pool.db });
  const faults: string[] = [];

  async function repeat(who: "person" | "loop", work: (round: number) => Promise<unknown>): Promise<void> {
    for (let round = 0; round < rounds; round += 1)
      await work(round).catch((error: unknown) => {
        // What one reads in words is an answer; a loop that was chosen to end a deadlock tries again.
        if (error instanceof DomainError || (who === "loop" && sqlState(error) === deadlock)) return;
        faults.push(`${who} ${sqlState(error) ?? error}`);
      });
  }
  const thread = async (round: number) => {
    const all = await t.db
      .select({ id: threads.id, seen: threads.lastInboundId })
      .from(threads)
      .where(eq(threads.programId, program.id))
      .orderBy(threads.id);
    return all[round % Math.max(all.length, 1)];
  };
  const at = <T>(list: T[], i: number) => list[i % list.length] as T;

  async function send(round: number): Promise<void> {
    const { claimed } = await inTransaction(loop(), (tx) =>
      claimTexts(tx, at(senders, round).id, { all: 100, bulk: 100 }),
    );
    for (const [i, attempt] of claimed.entries()) {
      const fate = (round + i) % 4;
      const outcome =
        fate === 0
          ? ({ kind: "never_left", code: "ECONNREFUSED" } as const)
          : ({ kind: "accepted", carrierId: randomUUID() } as const);
      await settleAttempts(loop(), [{ attempt, outcome, probe: false }]);
      const said = { client_ref: attempt.attemptId, ...(fate === 1 && { error: { title: "1240" } }) };
      if (fate > 0)
        await told("status", fate === 1 ? "rejected" : "delivered", {
          status: fate === 1 ? "rejected" : "delivered",
          ...said,
        });
    }
  }
  async function write(round: number): Promise<void> {
    const from = at(patients, round * 5).phone.e164.slice(1);
    const text = at(["hello", "STOP", "START", "HELP", "1"], round);
    await told("inbound", "", { from, to: at(senders, round).number.slice(1), text });
  }
  const reply = async (round: number) => {
    const to = await thread(round);
    if (to)
      await replyToThread(person(nurse), {
        threadId: to.id,
        key: randomUUID(),
        body: "We will call.",
        seen: to.seen,
        patientId: null,
      });
  };
  const close = async (round: number) => {
    const it = await thread(round * 3);
    if (it) await closeThread(person(nurse), { threadId: it.id, seen: it.seen, disposition: "opted_out" });
  };
  const read = async (round: number) => {
    const it = await thread(round);
    if (!it) return;
    await claimThread(person(nurse), { threadId: it.id });
    await threadDetail(person(nurse), it.id);
  };
  const pause = async (round: number) => {
    const campaignId = at(campaignIds, round);
    await pauseCampaign(person(manager), { campaignId });
    await resumeCampaign(person(manager), { campaignId });
  };
  const twice = (work: () => Promise<void>) => [work(), work()];

  await Promise.all([
    ...twice(() => repeat("loop", send)),
    ...twice(() => repeat("loop", () => fileInboundTexts(loop()))),
    ...twice(() => repeat("loop", () => fileReceipts(loop(), 5))),
    ...twice(() => repeat("loop", () => renderDueSteps(loop()))),
    ...twice(() => repeat("loop", () => enrollAudiences(loop(), 3))),
    ...twice(() => repeat("loop", () => followTexts(loop()))),
    repeat("person", write),
    ...twice(() => repeat("person", reply)),
    repeat("person", close),
    repeat("person", read),
    repeat("person", pause),
  ]);
  await pool.close();
  expect(faults).toEqual([]);

  const [wrong] = await rowsOf<Record<string, number>>(
    t.db,
    sql`select
      (select count(*)::int from (select 1 from attempts where outcome = 'accepted' group by message_id having count(*) > 1) twice) as doubled,
      (select count(*)::int from messages m where m.direction = 'out' and m.state in ('queued', 'sending')
        and not exists (select 1 from outbox o where o.message_id = m.id)) as lost,
      (select count(*)::int from outbox o join messages m on m.thread_id = o.thread_id and m.id = o.message_id
        where m.state not in ('queued', 'sending')) as sent_again,
      (select count(*)::int from (select 1 from enrollment_steps group by campaign_id, patient_id, step having count(*) > 1) twice) as steps_doubled`,
  );
  expect(wrong).toEqual({ doubled: 0, lost: 0, sent_again: 0, steps_doubled: 0 });
});
