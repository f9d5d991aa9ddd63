import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Clinic, type Fault, figure } from "./fault";
import { allFiled } from "./line";
import { timed, until } from "./patience";

/** Patients text while the database is away: nothing is acknowledged, and nothing is missing afterwards. */
export const databaseAway: Fault = {
  id: "F12",
  title: "inbound while the database is away",
  scale: "the carrier tries again after 250 ms instead of 5 s",
  ownServer: true,
  async play(ground) {
    const { carrier, size, clinic, ask, database } = ground;
    if (!database) return [];
    const people = await ground.enroll(clinic, size(100, 1_000));
    await ground.standingWorker();
    const delivered = (await carrier.state()).webhooks.delivered;
    await database.stop("immediate");
    await carrier.texts(people.map(({ e164 }) => ({ from: e164, to: clinic.number, text: "Yes, please" })));
    const payload = inboundPayload("+12995550123", clinic);
    const answers: (number | null)[] = [];
    const back = performance.now() + size(3_000, 60_000);
    while (performance.now() < back) {
      answers.push((await carrier.webhook({ kind: "inbound", payload })).status);
      await pause(200);
    }
    const acknowledged = (await carrier.state()).webhooks.delivered - delivered;
    const dropped = (await carrier.state()).webhooks.dropped;
    await database.start();
    const again = await timed(
      until("webhooks are taken again", async () => {
        return (await carrier.webhook({ kind: "inbound", payload })).status === 200;
      }),
    );
    await until("all are delivered", async () => (await carrier.state()).webhooks.pending === 0);
    await allFiled(ground);
    const [row] = await ask<{ n: number; texts: number }>(
      `select count(distinct t.phone_id)::int as n, count(*)::int as texts from messages m join threads t on t.id = m.thread_id
       where t.sender_id = '${clinic.senderId}' and m.direction = 'in'`,
    );
    return [
      figure(
        acknowledged === 0 && answers.every((status) => status === null || status >= 500),
        `${acknowledged} acknowledged meanwhile; ${answers.length} more answered with ${[...new Set(answers.map((status) => status ?? "silence"))].join(", ")}`,
      ),
      figure(
        again.seconds <= 5,
        `webhooks taken ${again.seconds.toFixed(1)} s after the database accepts (5)`,
      ),
      figure(
        row?.n === people.length + 1 && row.texts === row.n,
        `${row?.texts} texts of ${people.length + 1} there afterwards, ${(await carrier.state()).webhooks.dropped - dropped} given up by the carrier`,
      ),
    ];
  },
};

/** A patient's text, as the carrier sends it. */
export const inboundPayload = (from: string, { number }: Clinic, text = "Yes, please") => ({
  ...{ channel: "sms", message_type: "text", message_uuid: randomUUID(), text },
  ...{ from: from.slice(1), to: number.slice(1), timestamp: new Date().toISOString() },
});
