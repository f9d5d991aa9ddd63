import { type Fault, figure } from "./fault";
import { allFiled, drained } from "./line";

/** The receipt is here before the carrier answers the call, so before we have written down what came of it. */
export const receiptBeforeAnswer: Fault = {
  id: "F11",
  title: "receipt before the answer to our call",
  scale: "1,500 texts instead of 5,000",
  async play(ground) {
    const { carrier, size, clinic, ask } = ground;
    const people = await ground.enroll(clinic, size(60, 1_500));
    await carrier.playFaults(ground.seed, [{ fault: "receipt_first" }]);
    await ground.queueFor(people, "outreach");
    await ground.standingWorker();
    const states = await drained(ground);
    await allFiled(ground);
    const [row] = await ask<{ matched: number; slowest: number; problems: number }>(
      `select count(*)::int as matched, extract(epoch from max(e.filed_at - e.received_at))::float8 as slowest,
              count(e.problem)::int as problems
       from carrier_events e join attempts a on a.carrier_id = e.carrier_id join threads t on t.id = a.thread_id
       where t.sender_id = '${clinic.senderId}' and e.kind = 'status' and e.filed_at is not null`,
    );
    const [fired] = (await carrier.faults()).rules;
    return [
      figure(fired?.fired === people.length, `${fired?.fired} receipts came first`),
      figure(
        row?.matched === people.length * 2 && row.problems === 0,
        `${row?.matched} of ${people.length * 2} receipts found their text`,
      ),
      figure((row?.slowest ?? 99) <= 5, `the slowest within ${row?.slowest.toFixed(1)} s (5)`),
      figure(
        Object.keys(states).every((state) => state !== "unknown"),
        "none in doubt on the way",
      ),
    ];
  },
};
