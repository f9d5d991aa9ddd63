import { type Fault, type Figure, figure, type Ground } from "./fault";
import { allFiled, drained, runOutLeases, underWay, unknownOf } from "./line";
import { until } from "./patience";
import { ledgerOf } from "./referee";
import { closeGate, waitingAtGate } from "./witness";
import type { WorkerProcess } from "./worker-process";

/** A worker sleeps (SIGSTOP) for longer than its lease, and wakes up believing that nothing happened. */
export const zombieWorker: Fault = {
  id: "F26",
  title: "worker asleep for longer than its lease",
  scale: "leases run out at once instead of after 60 s",
  ownWorkers: true,
  async play(ground) {
    const before = await asleepBeforeTheCall(ground);
    const during = await asleepInTheCall(ground, before);
    return [before.figure, during];
  },
};

/** Between send start and call: meanwhile its patients say STOP. */
async function asleepBeforeTheCall(ground: Ground) {
  const { clinic, carrier } = ground;
  const people = await ground.enroll(clinic, ground.size(10, 50));
  const texts = await ground.queueFor(people, "outreach");
  const open = await closeGate(ground);
  const sleeper = await ground.startWorker();
  await until("the worker commits its claim", async () => (await waitingAtGate(ground)) > 0);
  sleeper.freeze();
  await open();
  await until("its claim is committed", async () => (await underWay(ground)) === texts.length);
  const awake = await ground.startWorker();
  await carrier.texts(people.map(({ e164 }) => ({ from: e164, to: clinic.number, text: "STOP" })));
  await allFiled(ground);
  await runOutLeases(ground);
  await until(
    "the leases have run out",
    async () => (await unknownOf(ground, texts)).length === texts.length,
  );
  sleeper.thaw();
  // It has had its turn once it claims anew.
  await ground.queueFor(await ground.enroll(clinic, 5), "outreach");
  await drained(ground);
  const lines = await ledgerOf(ground, clinic);
  const ids = new Set(texts.map((text) => text.messageId));
  const called = lines.filter((line) => line.messageId && ids.has(line.messageId)).length;
  const still = (await unknownOf(ground, texts)).length;
  await allFiled(ground);
  return {
    sleeper,
    awake,
    figure: figure(
      called === 0 && still === texts.length,
      `asleep before the call, STOP meanwhile: ${called} of ${texts.length} called on waking, ${still} stay unknown`,
    ),
  };
}

interface Workers {
  sleeper: WorkerProcess;
  awake: WorkerProcess;
}

/** While the carrier answers: its late word must change nothing. */
async function asleepInTheCall(ground: Ground, { sleeper, awake }: Workers): Promise<Figure> {
  const { clinic, carrier } = ground;
  await carrier.playFaults(ground.seed, [{ fault: "slow", ms: 3_000 }]);
  await carrier.holdReceipts();
  // Only the one that will sleep is there to claim them.
  awake.freeze();
  const texts = await ground.queueFor(await ground.enroll(clinic, ground.size(10, 50)), "outreach");
  const before = (await carrier.ledgerSummary()).count;
  await until(
    "the carrier has all of them",
    async () => (await carrier.ledgerSummary()).count - before === texts.length,
  );
  sleeper.freeze();
  awake.thaw();
  await runOutLeases(ground);
  await until(
    "the leases have run out",
    async () => (await unknownOf(ground, texts)).length === texts.length,
  );
  sleeper.thaw();
  await sleeper.stop();
  const fenced = (await unknownOf(ground, texts)).length;
  await carrier.playNoFaults();
  await carrier.releaseReceipts();
  await allFiled(ground);
  const left = (await unknownOf(ground, texts)).length;
  await awake.stop();
  return figure(
    fenced === texts.length && left === 0,
    `asleep in the call: ${fenced} of ${texts.length} stayed unknown after its late word, ${texts.length - left} settled by receipts`,
  );
}
