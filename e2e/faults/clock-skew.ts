import { type Fault, figure } from "./fault";
import { allFiled, drained } from "./line";
import { until } from "./patience";

const anHour = 3_600;

/** One worker's clock is an hour ahead, another's an hour behind: leases go by the database's. */
export const clockSkew: Fault = {
  id: "F22",
  title: "a worker's clock an hour off",
  ownWorkers: true,
  async play(ground) {
    const { carrier, size, clinic, ask } = ground;
    await carrier.playFaults(ground.seed, [{ fault: "slow", ms: 5_500 }]);
    await ground.queueFor(await ground.enroll(clinic, size(40, 400)), "outreach");
    const workers = await Promise.all(
      size([0, anHour], [0, anHour, -anHour]).map((clockSkewSeconds) =>
        ground.startWorker({ clockSkewSeconds }),
      ),
    );
    // What is due for the one may not be due yet for the other: it goes in the end.
    await until("the line moves on", async () => {
      await ask(
        `update outbox set due_at = due_at - interval '2 hours' where sender_id = '${clinic.senderId}' and not sending`,
      );
      return true;
    });
    await drained(ground);
    await allFiled(ground);
    const [row] = await ask<{ stolen: number; attempts: number }>(
      `select count(*) filter (where a.error_code = 'lease_ran_out')::int as stolen, count(*)::int as attempts
       from attempts a join threads t on t.id = a.thread_id where t.sender_id = '${clinic.senderId}'`,
    );
    for (const worker of workers) await worker.stop();
    return [
      figure(
        row?.stolen === 0 && row.attempts > 0,
        `${row?.stolen} of ${row?.attempts} leases taken away early by ${workers.length} workers`,
      ),
    ];
  },
};
