import { type Fault, figure } from "./fault";
import { allFiled, drained, setRate, unknownOf } from "./line";
import { ledgerOf } from "./referee";

const perSecond = 30;

/** A fifth of the calls get no answer for two minutes; the others must hardly notice. */
export const carrierHangs: Fault = {
  id: "F6",
  title: "the carrier hangs on a fifth of calls",
  scale: "450 texts at 30 a second",
  async play(ground) {
    const { carrier, size, clinic, ask } = ground;
    await setRate(ground, perSecond);
    const total = size(60, 450);
    const hanging = await ground.enroll(clinic, total / 5);
    await carrier.playFaults(
      ground.seed,
      hanging.map(({ e164 }) => ({ fault: "hang", accepted: false, to: e164 })),
    );
    const others = await ground.enroll(clinic, (total / 5) * 4);
    const stuck = await ground.queueFor(hanging, "outreach");
    const texts = [...stuck, ...(await ground.queueFor(others, "outreach"))];
    // In any order: those that hang stand anywhere in the line.
    await ask(
      `update outbox set due_at = due_at - random() * interval '1 second' where sender_id = '${clinic.senderId}'`,
    );
    await ground.standingWorker();
    await drained(ground);
    await allFiled(ground);
    const lines = (await ledgerOf(ground, clinic)).map((line) => Date.parse(line.at));
    const seconds = Math.max(1, (Math.max(...lines) - Math.min(...lines)) / 1_000);
    // What hung took its share of the account's rate: the rest could have gone at four fifths of it.
    const rate = lines.length / seconds;
    const normal = (perSecond * 4) / 5;
    const [aborted] = await ask<{ longest: number; n: number }>(
      `select extract(epoch from max(a.settled_at - s.at))::float8 as longest, count(*)::int as n
       from attempts a join referee.starts s on s.attempt_id = a.id join threads t on t.id = a.thread_id
       where t.sender_id = '${clinic.senderId}' and a.outcome = 'ambiguous'`,
    );
    const unknown = await unknownOf(ground, texts);
    await carrier.playNoFaults();
    const again = await ground.sendAgain(clinic, unknown);
    await drained(ground);
    await allFiled(ground);
    return [
      figure(
        aborted?.n === stuck.length && aborted.longest < 15,
        `${aborted?.n} of ${stuck.length} given up, the last after ${aborted?.longest.toFixed(1)} s (10, and the machine's slowness)`,
      ),
      figure(
        rate >= normal * 0.8,
        `the others: ${rate.toFixed(1)} a second meanwhile (${(normal * 0.8).toFixed(1)})`,
      ),
      figure(again === stuck.length, `${again} sent again by a person`),
    ];
  },
};
