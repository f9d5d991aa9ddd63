import { type Fault, figure } from "./fault";
import { allFiled, drained, underWay, unknownOf } from "./line";
import { until } from "./patience";

const slow = 3_000;

/** SIGTERM while calls are under way, and more texts wait. */
export const gracefulStop: Fault = {
  id: "F25",
  title: "SIGTERM with 50 calls under way",
  ownWorkers: true,
  async play(ground) {
    const { carrier, clinic, ask } = ground;
    await carrier.playFaults(ground.seed, [{ fault: "slow", ms: slow }]);
    const texts = await ground.queueFor(await ground.enroll(clinic, 200), "outreach");
    const worker = await ground.startWorker();
    const inHand = await until("50 calls are under way", async () => {
      const n = await underWay(ground);
      return n >= 50 && n;
    });
    const [signal] = await ask<{ at: string }>("select clock_timestamp()::text as at");
    const seconds = await worker.stop();
    const [after] = await ask<{ claims: number; open: number }>(
      `select count(*) filter (where s.at > '${signal?.at}'::timestamptz + interval '500 ms')::int as claims,
              count(*) filter (where a.settled_at is null)::int as open
       from attempts a join referee.starts s on s.attempt_id = a.id join threads t on t.id = a.thread_id
       where t.sender_id = '${clinic.senderId}'`,
    );
    const unknown = await unknownOf(ground, texts);
    await carrier.playNoFaults();
    await ground.standingWorker();
    await drained(ground);
    await allFiled(ground);
    return [
      figure(seconds <= 35, `${inHand} calls under way: ended ${seconds.toFixed(1)} s after the signal (35)`),
      figure(
        after?.open === 0 && unknown.length === 0,
        `${after?.open} left open, ${unknown.length} unknown`,
      ),
      figure(
        after?.claims === 0,
        `${after?.claims} claimed after the signal (but for its first half second)`,
      ),
    ];
  },
};
