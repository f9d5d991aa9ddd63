import { setTimeout as pause } from "node:timers/promises";
import { type Fault, figure } from "./fault";
import { allFiled, drained, setRate } from "./line";
import { percentile } from "./patience";
import { ledgerOf } from "./referee";

const accountRate = 30;
const repliesPerMinute = 200;

/** Nurses reply while a campaign waits in the line. */
export const backpressure: Fault = {
  id: "F28",
  title: "replies while a campaign waits",
  scale: "8,000 bulk texts instead of 100,000, replies for one minute",
  async play(ground) {
    const { carrier, size, clinic, ask } = ground;
    const replies = size(20, repliesPerMinute);
    const crowd = await ground.enroll(clinic, size(600, 8_000));
    const patients = await ground.enroll(clinic, replies);
    await setRate(ground, accountRate);
    await ground.queueFor(crowd, "outreach");
    await ground.standingWorker();
    const committed = new Map<string, number>();
    for (const patient of patients) {
      const [text] = await ground.queueFor([patient], "reply");
      committed.set(text?.messageId ?? "", Date.now());
      await pause(60_000 / repliesPerMinute);
    }
    const answered = async () =>
      (await ledgerOf(ground, clinic)).filter((line) => committed.has(line.messageId ?? ""));
    const deadline = performance.now() + 30_000;
    let lines = await answered();
    while (lines.length < replies && performance.now() < deadline) lines = await answered();
    const waits = lines.map((line) => Date.parse(line.at) - (committed.get(line.messageId ?? "") ?? 0));
    const p95 = percentile(waits, 0.95);
    const [waiting] = await ask<{ n: number }>(
      `select count(*)::int as n from outbox where sender_id = '${clinic.senderId}' and lane = 'bulk' and not sending`,
    );
    // The rest of the campaign need not take its ten minutes.
    await setRate(ground, 1_000);
    await drained(ground, 300);
    await allFiled(ground, 300);
    return [
      figure(
        lines.length === replies && p95 <= 2_000,
        `${lines.length} replies: p50 ${percentile(waits, 0.5)} ms, p95 ${p95} ms (2,000) from commit to ledger`,
      ),
      figure((waiting?.n ?? 0) > 0, `${waiting?.n} bulk texts still waited at the end`),
      figure((await carrier.windows()).firstThrottleAt === null, "never refused as too fast"),
    ];
  },
};
