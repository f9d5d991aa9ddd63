import { type Fault, figure, type Ground, type Text } from "./fault";
import { allFiled, drained, hurryUp, runOutLeases, underWay, unknownOf } from "./line";
import { timed, until } from "./patience";
import { ledgerOf } from "./referee";
import { closeGate, waitingAtGate, waitingForLocks } from "./witness";

interface KillPoint {
  name: string;
  /** Brings a worker, started at the answer's call, to this point; what it returns cleans up after the kill. */
  lay(ground: Ground, texts: Text[]): Promise<{ reached: () => Promise<void>; clear: () => Promise<void> }>;
}

const slowEnough = 2_500;

const points: KillPoint[] = [
  {
    name: "before the claim's commit",
    async lay(ground, texts) {
      const release = await ground.hold(`select 1 from phones where id = '${texts[0]?.phoneId}' for update`);
      const reached = () =>
        until("the worker stands in its claim", async () => (await waitingForLocks(ground)) > 0);
      return { reached: async () => void (await reached()), clear: release };
    },
  },
  {
    name: "after the claim's commit, before the socket",
    async lay(ground) {
      const release = await closeGate(ground);
      const reached = () =>
        until("the worker commits its claim", async () => (await waitingAtGate(ground)) > 0);
      return { reached: async () => void (await reached()), clear: release };
    },
  },
  { name: "in the call, not accepted", lay: (ground) => inTheCall(ground, false) },
  { name: "in the call, accepted", lay: (ground) => inTheCall(ground, true) },
  {
    name: "after the answer, before it is written down",
    async lay(ground) {
      const { carrier, clinic } = ground;
      await carrier.playFaults(ground.seed, [{ fault: "slow", ms: slowEnough }]);
      let release = async () => {};
      return {
        async reached() {
          await until("calls are under way", async () => (await underWay(ground)) > 0);
          const ours = `select 1 from attempts a join threads t on t.id = a.thread_id
                        where t.sender_id = '${clinic.senderId}' and a.settled_at is null
                        and a.lease_until > clock_timestamp() for update of a`;
          release = await ground.hold(ours);
          await until("an answer waits to be written down", async () => (await waitingForLocks(ground)) > 0);
        },
        async clear() {
          await release();
          await carrier.playNoFaults();
        },
      };
    },
  },
];

async function inTheCall({ carrier, seed }: Ground, accepted: boolean) {
  const { rules } = await carrier.playFaults(seed, [{ fault: "hang", accepted }]);
  const hung = async () => (await carrier.faults()).rules[0]?.fired ?? 0;
  return {
    reached: async () =>
      void (await until("the carrier has the call", async () => (await hung()) > (rules[0]?.fired ?? 0))),
    clear: async () => void (await carrier.playNoFaults()),
  };
}

/** Kills at each point in turn, until all are queued; receipts resume only at the end. */
export const workerKilled: Fault = {
  id: "F1",
  title: "kill -9 of the worker while it sends",
  scale: "2,000 texts and 40 kills instead of 10,000 and 500; leases run out at once instead of after 60 s",
  ownWorkers: true,
  async play(ground) {
    const { carrier, size, dice } = ground;
    const rounds = size(points.length, 40);
    const people = await ground.enroll(ground.clinic, size(75, 2_000));
    const each = people.length / rounds;
    const texts: Text[] = [];
    const met = new Map<string, number>();
    await carrier.holdReceipts();

    const order = dice.shuffled(Array.from({ length: rounds }, (_, i) => points[i % points.length]));
    for (const [round, point] of order.entries()) {
      if (!point) continue;
      const own = await ground.queueFor(
        people.slice(round * each, (round + 1) * each),
        round % 2 === 0 ? "reply" : "outreach",
      );
      texts.push(...own);
      const { reached, clear } = await point.lay(ground, own);
      const worker = await ground.startWorker();
      await reached();
      await ground.kill(worker);
      await clear();
      ground.note("kill point", { point: point.name });
      met.set(point.name, (met.get(point.name) ?? 0) + 1);
      await until("the dead worker's sessions are gone", () => noSessionOf(ground));
      await runOutLeases(ground);
    }

    await ground.standingWorker();
    await hurryUp(ground);
    await drained(ground);
    const inDoubt = await unknownOf(ground, texts);
    const had = new Set((await ledgerOf(ground, ground.clinic)).map((line) => line.messageId));
    const accepted = inDoubt.filter((text) => had.has(text.messageId)).length;
    const { seconds } = await timed(
      (async () => {
        await carrier.releaseReceipts();
        await allFiled(ground);
        await until("receipts settle what was accepted", async () => {
          const left = await unknownOf(ground, texts);
          return left.every((text) => !had.has(text.messageId));
        });
      })(),
    );

    const left = await unknownOf(ground, texts);
    const resent = await ground.sendAgain(ground.clinic, left);
    await drained(ground);
    await allFiled(ground);
    const stillUnknown = await unknownOf(ground, texts);
    return [
      figure(met.size === points.length, `${[...met].map(([name, n]) => `${n} ${name}`).join("; ")}`),
      figure(
        seconds <= 300,
        `${accepted} unknown that were accepted: settled ${seconds.toFixed(1)} s after receipts resumed (300)`,
      ),
      figure(
        resent === left.length && stillUnknown.length === 0,
        `${left.length} that never arrived: sent again once, by a person`,
      ),
    ];
  },
};

/** Sessions of killed workers undo what they had not committed as soon as they notice. */
export async function noSessionOf({ ask }: Ground): Promise<boolean> {
  const [row] = await ask<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and application_name = 'hearback' and state <> 'idle' and pid <> pg_backend_pid()`,
  );
  return row?.n === 0;
}
