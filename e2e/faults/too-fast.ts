import { type Fault, figure } from "./fault";
import { allFiled, drained, setRate } from "./line";
import { until } from "./patience";

const limit = 30;

/** Refused by the real rate at first, then by every call for a while. */
export const tooFast: Fault = {
  id: "F3",
  title: "429 from the carrier",
  scale:
    "throttled for 10 s instead of 60; an HTTP 200 with status 1 is of the older SMS API, which we do not call",
  async play(ground) {
    const { carrier, size } = ground;
    const throttledMs = size(2_500, 10_000);
    await setRate(ground, limit);
    await carrier.changeRate(limit);
    await ground.queueFor(await ground.enroll(ground.clinic, size(90, 450)), "outreach");
    await ground.standingWorker();
    const began = await until(
      "the first texts arrive",
      async () => (await carrier.windows()).seconds.at(-1)?.second,
    );
    await carrier.playFaults(ground.seed, [{ fault: "throttle" }]);
    const until0 = performance.now() + throttledMs;
    await until("it has been throttled long enough", async () => performance.now() > until0);
    await carrier.playNoFaults();
    const lifted = Date.now();
    const after = (await carrier.ledgerSummary()).last;
    const [first] = await until("texts go again", async () => {
      const lines = await carrier.ledger({ after, limit: 1 });
      return lines.length > 0 && lines;
    });
    const resumed = (Date.parse(first?.at ?? "") - lifted) / 1_000;
    await drained(ground);
    await allFiled(ground);
    const { busiestAfterThrottle, seconds } = await carrier.windows({ after: began - 1 });
    const throttled = seconds.reduce((sum, second) => sum + second.throttled, 0);
    return [
      figure(throttled > 0, `${throttled} calls refused with 429`),
      figure(
        busiestAfterThrottle.accepted <= limit,
        `busiest second after the first: ${busiestAfterThrottle.accepted} accepted (${limit}) of ${busiestAfterThrottle.calls} calls`,
      ),
      figure(resumed <= 10, `went on ${resumed.toFixed(1)} s after the carrier did (10)`),
    ];
  },
};
