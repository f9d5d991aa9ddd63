import { type Fault, figure } from "./fault";
import { allFiled, drained, setRate, statesOf } from "./line";
import { percentile, until } from "./patience";
import { outTexts } from "./referee";

const perPhone = 5;

/** Patients say STOP while their texts wait in the line. */
export const stopWhileQueued: Fault = {
  id: "F19",
  title: "STOP between queue and send",
  scale: "4,000 texts and 200 STOPs instead of 10,000 and 500",
  async play(ground) {
    const { carrier, size, clinic, dice, ask } = ground;
    const people = await ground.enroll(clinic, size(40, 800));
    const stops = size(20, 200);
    await setRate(ground, 0.1);
    await ground.standingWorker();
    for (let round = 0; round < perPhone; round += 1)
      await ground.queueFor(dice.shuffled(people), round % 2 === 0 ? "outreach" : "reply");
    const total = people.length * perPhone;
    await setRate(ground, size(30, 200));
    const inOrder = dice.shuffled(people).slice(0, stops);
    for (const [i, { e164 }] of inOrder.entries()) {
      const gone = dice.roll() * 0.8 * total * ((i + 1) / stops);
      await until("the line has moved on", async () => {
        const states = await statesOf(ground);
        return total - (states.queued ?? 0) >= Math.min(gone, total - 1);
      });
      await carrier.text(e164, clinic.number, dice.pick(2) === 0 ? "STOP" : "alto");
    }
    const states = await drained(ground);
    await allFiled(ground);
    await drained(ground);
    await allFiled(ground);
    const texts = await outTexts(ground, clinic);
    const confirmations = texts.filter(
      (text) => text.purpose === "stop_confirmation" && text.state === "delivered",
    );
    const starts = await ask<{ id: string; at: string }>(
      `select s.attempt_id as id, (extract(epoch from s.at) * 1000)::text as at from referee.starts s
       join attempts a on a.id = s.attempt_id join threads t on t.id = a.thread_id
       where t.sender_id = '${clinic.senderId}'`,
    );
    const startOf = new Map(starts.map((start) => [start.id, Number(start.at)]));
    const waits = (await carrier.ledger()).flatMap((line) => {
      const start = startOf.get(line.client_ref);
      return start === undefined ? [] : [Date.parse(line.at) - start];
    });
    return [
      figure(
        (states.suppressed ?? 0) > 0,
        `${states.suppressed ?? 0} of ${total} texts held back after ${stops} STOPs`,
      ),
      figure(confirmations.length === stops, `${confirmations.length} confirmations of ${stops}`),
      figure(
        true,
        `commit to ledger: p50 ${percentile(waits, 0.5).toFixed(0)} ms, p99.9 ${percentile(waits, 0.999).toFixed(0)} ms (50 on an idle machine; informs)`,
      ),
    ];
  },
};
