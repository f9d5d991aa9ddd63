import { type Fault, figure } from "./fault";
import { allFiled, drained } from "./line";
import { ledgerOf, outTexts } from "./referee";

/** The carrier has the text and says that it failed: only its receipt can tell. */
export const acceptedThenError: Fault = {
  id: "F4",
  title: "5xx after the text was accepted",
  scale: "2,000 texts instead of 10,000",
  async play(ground) {
    const { carrier, size } = ground;
    const people = await ground.enroll(ground.clinic, size(80, 2_000));
    await carrier.playFaults(ground.seed, [
      { fault: "error_after", share: 0.05, httpStatus: 503 },
      { fault: "error_after", share: 0.05, httpStatus: 500 },
    ]);
    await ground.queueFor(people, "outreach");
    await ground.standingWorker();
    await drained(ground);
    await allFiled(ground);
    const fired = await carrier.fired({ fault: "error_after" });
    const lines = await ledgerOf(ground, ground.clinic);
    const failed = new Set(fired.map((one) => one.client_ref));
    const ids = new Set(lines.filter((line) => failed.has(line.client_ref)).map((line) => line.messageId));
    const texts = (await outTexts(ground, ground.clinic)).filter((text) => ids.has(text.id));
    const delivered = texts.filter((text) => text.state === "delivered").length;
    return [
      figure(
        texts.length > 0 && delivered === texts.length,
        `${delivered} of ${texts.length} such texts delivered by their receipt`,
      ),
      figure(
        lines.length === people.length,
        `${lines.length} lines in the ledger for ${people.length} texts`,
      ),
    ];
  },
};
