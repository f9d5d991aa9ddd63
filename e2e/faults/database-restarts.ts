import { setTimeout as pause } from "node:timers/promises";
import { inboundPayload } from "./database-away";
import { type Fault, type Figure, figure, type Ground } from "./fault";
import { allFiled, drained, hurryUp, setRate, unknownOf } from "./line";
import { until } from "./patience";

const ways = ["fast", "immediate", "kill"] as const;
const perSecond = 200;

/** PostgreSQL goes and comes back, in three ways, while texts leave and patients write. */
export const databaseRestarts: Fault = {
  id: "F13",
  title: "PostgreSQL restarts under load",
  scale: "2 restarts of each kind instead of 10",
  ownServer: true,
  async play(ground) {
    const { carrier, size, clinic, database } = ground;
    if (!database) return [];
    await setRate(ground, perSecond);
    const people = await ground.enroll(clinic, size(120, 1_200));
    const load = startLoad(ground, people);
    const worker = await ground.standingWorker();
    const ready: number[] = [];
    for (const way of Array.from({ length: size(1, 2) }, () => ways).flat()) {
      const last = (await carrier.ledgerSummary()).last;
      await until("texts leave", async () => (await carrier.ledgerSummary()).last > last);
      await database.stop(way);
      ground.note("stopped", { way });
      await pause(200 + ground.dice.pick(300));
      await database.start();
      const accepts = performance.now();
      await until("webhooks are taken again", async () => (await load.text()) === 200);
      ready.push((performance.now() - accepts) / 1_000);
    }
    const acknowledged = await load.end();
    // An attempt whose commit or settling was cut off keeps its lease of 60 s, then it is in doubt.
    await hurryUp(ground);
    await drained(ground, 300);
    await allFiled(ground);
    const alive = worker.isAlive();
    const left = await unknownOf(ground, load.texts);
    const again = await ground.sendAgain(clinic, left);
    await drained(ground);
    await allFiled(ground);
    return [
      figure(alive, "the worker lives on"),
      figure(
        Math.max(...ready) <= 5,
        `webhooks taken ${Math.max(...ready).toFixed(1)} s after the database accepts at the latest (5)`,
      ),
      await nothingMissing(ground, acknowledged),
      figure(again === left.length, `${again} in doubt, sent again by a person`),
    ];
  },
};

/** Texts are queued and patients write, all the time; whoever gets no answer was not promised anything. */
function startLoad(ground: Ground, people: Awaited<ReturnType<Ground["enroll"]>>) {
  const acknowledged: string[] = [];
  const texts: Awaited<ReturnType<Ground["queueFor"]>> = [];
  let at = 0;
  let going = true;
  const text = async () => {
    const person = people[at % people.length];
    const payload = inboundPayload(person?.e164 ?? "", ground.clinic);
    const { status } = await ground.carrier.webhook({ kind: "inbound", payload });
    if (status === 200) acknowledged.push(payload.message_uuid);
    return status;
  };
  const more = async () => {
    const next = people.slice(at % people.length, (at % people.length) + 10);
    at += 10;
    const queued = await ground.queueFor(next, "outreach").catch(() => []);
    texts.push(...queued);
  };
  const running = (async () => {
    while (going) {
      await Promise.all([more(), text()]);
      await pause(50);
    }
  })();
  return {
    texts,
    text,
    async end() {
      going = false;
      await running;
      return acknowledged;
    },
  };
}

async function nothingMissing({ ask }: Ground, acknowledged: string[]): Promise<Figure> {
  const rows = await ask<{ carrier_id: string }>(
    `select carrier_id from carrier_events where kind = 'inbound' and filed_at is not null
     and carrier_id in ('${acknowledged.join("','")}')`,
  );
  return figure(
    acknowledged.length > 0 && rows.length === acknowledged.length,
    `${rows.length} of ${acknowledged.length} acknowledged texts of patients are there`,
  );
}
