import { type Fault, figure } from "./fault";
import { allFiled } from "./line";
import { until } from "./patience";

const triesAllowed = 3;

/** A text from a patient whose filing ends the worker each time. */
export const poisonText: Fault = {
  id: "F27",
  title: "an inbound text that kills the worker",
  scale: "1 such text among 500",
  ownWorkers: true,
  async play(ground) {
    const { carrier, clinic, ask, dice } = ground;
    const people = await ground.enroll(clinic, ground.size(30, 500));
    const victim = people[dice.pick(people.length)];
    await ask(`insert into referee.poison values ('${victim?.phoneId}')`);
    await carrier.texts(people.map(({ e164 }) => ({ from: e164, to: clinic.number, text: "Yes, please" })));
    let kills = 0;
    let worker = await ground.startWorker();
    const parkedAt = async () => {
      const [row] = await ask<{ n: number }>(
        "select count(*)::int as n from carrier_events where parked_at is not null and kind = 'inbound' and filed_at is null",
      );
      return (row?.n ?? 0) > 0;
    };
    const before = await parkedAt();
    while (kills < 10) {
      const met = await until("it is set aside, or meets the worker", async () => {
        if (await parkedAt()) return "parked";
        return (await swallowing(ground)) ? "swallowed" : undefined;
      });
      if (met === "parked") break;
      await ground.kill(worker);
      // PostgreSQL itself would find out when it next speaks to the worker.
      await ask(`select pg_terminate_backend(pid) from pg_stat_activity where ${isSwallowing}`);
      kills += 1;
      worker = await ground.startWorker();
    }
    await allFiled(ground);
    const [row] = await ask<{ received: number; victims: number }>(
      `select count(*)::int as received, count(*) filter (where t.phone_id = '${victim?.phoneId}')::int as victims
       from messages m join threads t on t.id = m.thread_id
       where t.sender_id = '${clinic.senderId}' and m.direction = 'in'`,
    );
    await worker.stop();
    // The next fault must not find it.
    await ask("delete from carrier_events where parked_at is not null and filed_at is null");
    return [
      figure(
        !before && kills === triesAllowed,
        `set aside after it killed ${kills} workers (${triesAllowed})`,
      ),
      figure(
        row?.received === people.length - 1 && row.victims === 0,
        `${row?.received} of the ${people.length - 1} others filed`,
      ),
    ];
  },
};

const isSwallowing = "datname = current_database() and wait_event = 'PgSleep' and pid <> pg_backend_pid()";

async function swallowing({ ask }: Parameters<Fault["play"]>[0]): Promise<boolean> {
  const [row] = await ask<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where ${isSwallowing}`,
  );
  return (row?.n ?? 0) > 0;
}
