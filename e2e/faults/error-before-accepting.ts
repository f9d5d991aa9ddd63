import { type Fault, figure } from "./fault";
import { allFiled, drained, unknownOf } from "./line";
import { ledgerOf } from "./referee";

/** A 5xx says nothing: the text waits, visible, until a person has it sent again. */
export const errorBeforeAccepting: Fault = {
  id: "F5",
  title: "5xx and the text not accepted",
  async play(ground) {
    const { carrier, size, clinic } = ground;
    const people = await ground.enroll(clinic, size(80, 1_000));
    await carrier.playFaults(ground.seed, [{ fault: "error_before", share: 0.1, httpStatus: 502 }]);
    const texts = await ground.queueFor(people, "reply");
    await ground.standingWorker();
    await drained(ground);
    await allFiled(ground);
    const failed = await carrier.fired({ fault: "error_before" });
    const refs = new Set((await attemptsOf(ground)).map((attempt) => attempt.id));
    const fired = failed.filter((one) => one.client_ref && refs.has(one.client_ref)).length;
    const unknown = await unknownOf(ground, texts);
    const before = (await ledgerOf(ground, clinic)).length;

    await carrier.playNoFaults();
    const again = await ground.sendAgain(clinic, unknown);
    const twice = await ground.sendAgain(clinic, unknown.slice(0, 5)).catch(() => 0);
    await drained(ground);
    await allFiled(ground);
    const lines = await ledgerOf(ground, clinic);
    const tries = await attemptsOf(ground);
    const triesOf = (id: string) => tries.filter((attempt) => attempt.message_id === id).length;
    return [
      figure(
        fired > 0 && unknown.length === fired,
        `${unknown.length} of ${fired} such texts unknown, none sent again by itself`,
      ),
      figure(before === texts.length - fired, `${before} lines in the ledger before the nurse acts`),
      figure(
        again === fired && twice === 0,
        `${again} sent again by the nurse; a second act in a row did nothing`,
      ),
      figure(
        lines.length === texts.length && unknown.every((text) => triesOf(text.messageId) === 2),
        "each once more, and once only",
      ),
    ];
  },
};

const attemptsOf = ({ ask, clinic }: Parameters<Fault["play"]>[0]) =>
  ask<{ id: string; message_id: string }>(
    `select a.id, a.message_id from attempts a join threads t on t.id = a.thread_id
     where t.sender_id = '${clinic.senderId}'`,
  );
