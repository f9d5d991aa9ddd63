import { type Fault, figure } from "./fault";
import { allFiled, drained, statesOf } from "./line";
import { until } from "./patience";

/** A hundred megabytes, or a byte a second: neither may fill the worker or hold it up. */
export const giantAnswers: Fault = {
  id: "F8",
  title: "100 MB answer, answer by drips",
  scale: "40 giant and 40 dripping answers instead of 100",
  async play(ground) {
    const { carrier, size, clinic } = ground;
    const each = size(6, 40);
    const worker = await ground.standingWorker();
    const warm = await ground.queueFor(await ground.enroll(clinic, 40), "outreach");
    await drained(ground);
    await allFiled(ground);
    await carrier.playFaults(ground.seed, [
      { fault: "huge_reply", limit: each },
      { fault: "slow_drip", limit: each },
    ]);
    // A receipt would settle them while their answers still drip.
    await carrier.holdReceipts();
    const before = worker.memory();
    let most = before;
    await ground.queueFor(await ground.enroll(clinic, each * 2), "outreach");
    await until("all answers are dealt with", async () => {
      most = Math.max(most, worker.memory());
      return drained(ground, 0).catch(() => false);
    });
    const unknown = (await statesOf(ground)).unknown ?? 0;
    await carrier.releaseReceipts();
    await allFiled(ground);
    const growth = most - before;
    const fired = (await carrier.faults()).rules.map((rule) => rule.fired);
    return [
      figure(
        fired.every((n) => n === each),
        `${fired[0]} giant and ${fired[1]} dripping answers after ${warm.length} usual ones`,
      ),
      figure(unknown === each * 2, `${unknown} unknown until their receipts came`),
      figure(growth < 50, `memory grew by ${growth.toFixed(0)} MB (50)`),
    ];
  },
};
