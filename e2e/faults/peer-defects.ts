import { randomUUID } from "node:crypto";
import { inboundPayload } from "./database-away";
import { type Fault, figure } from "./fault";
import { allFiled, drained, runOutLeases, unknownOf } from "./line";
import { until } from "./patience";
import { ledgerOf } from "./referee";
import { noSessionOf } from "./worker-killed";

// What broke in the nearest open system when it was measured. Its duplicate webhooks are F9, its lost status is F11.

export const manyReplies: Fault = {
  id: "P1",
  title: "32 nurses reply at once, default pool",
  async play(ground) {
    const { clinic, size } = ground;
    const people = await ground.enroll(clinic, size(32, 320));
    await ground.standingWorker();
    const failures: unknown[] = [];
    for (let at = 0; at < people.length; at += 32)
      await Promise.all(
        people
          .slice(at, at + 32)
          .map(({ threadId }) =>
            ground.reply(clinic, threadId, randomUUID()).catch((error: unknown) => failures.push(error)),
          ),
      );
    await drained(ground);
    await allFiled(ground);
    const lines = await ledgerOf(ground, clinic);
    return [
      figure(
        failures.length === 0 && lines.length === people.length,
        `${lines.length} of ${people.length} replies sent, ${failures.length} failed${failures.length > 0 ? `: ${failures[0]}` : ""}`,
      ),
    ];
  },
};

export const doubleClick: Fault = {
  id: "P7",
  title: "a reply submitted twice at once",
  async play(ground) {
    const { clinic, size } = ground;
    const people = await ground.enroll(clinic, size(20, 200));
    await ground.standingWorker();
    const answers: PromiseSettledResult<string>[][] = [];
    for (const { threadId } of people) {
      const key = randomUUID();
      const send = () => ground.reply(clinic, threadId, key);
      answers.push(await Promise.allSettled([send(), send(), send()]));
    }
    await drained(ground);
    await allFiled(ground);
    const lines = await ledgerOf(ground, clinic);
    const same = answers.filter(
      (each) => new Set(each.map((a) => (a.status === "fulfilled" ? a.value : a.reason))).size === 1,
    );
    return [
      figure(lines.length === people.length, `${lines.length} texts of ${people.length * 3} submissions`),
      figure(
        same.length === people.length,
        `${same.length} of ${people.length} gave all three the same answer`,
      ),
    ];
  },
};

export const killedHalfway: Fault = {
  id: "P3",
  title: "kill -9 in the middle of 300 sends",
  ownWorkers: true,
  async play(ground) {
    const { carrier, clinic } = ground;
    await carrier.playFaults(ground.seed, [{ fault: "slow", ms: 300 }]);
    const texts = await ground.queueFor(await ground.enroll(clinic, 300), "outreach");
    const first = await ground.startWorker();
    await until("half of them have left", async () => (await ledgerOf(ground, clinic)).length >= 150);
    await ground.kill(first);
    await until("its sessions are gone", () => noSessionOf(ground));
    await runOutLeases(ground);
    await ground.standingWorker();
    await drained(ground);
    await allFiled(ground);
    const left = await unknownOf(ground, texts);
    const again = await ground.sendAgain(clinic, left);
    await drained(ground);
    await allFiled(ground);
    const lines = await ledgerOf(ground, clinic);
    return [
      figure(
        lines.length === texts.length && again === left.length,
        `${lines.length} of 300 sent, ${again} of them after a person's act`,
      ),
    ];
  },
};

export const inboundThatFails: Fault = {
  id: "P5",
  title: "an inbound text that cannot be stored",
  async play(ground) {
    const { carrier, clinic, ask } = ground;
    const [person] = await ground.enroll(clinic, 1);
    await ground.standingWorker();
    const from = person?.e164 ?? "";
    const dropped = (await carrier.state()).webhooks.dropped;
    await ask("alter table carrier_events add constraint referee_full check (kind <> 'inbound') not valid");
    const { status } = await carrier.webhook({ kind: "inbound", payload: inboundPayload(from, clinic) });
    await carrier.text(from, clinic.number, "Yes, please");
    await until("the carrier has tried it", async () => (await carrier.state()).webhooks.pending > 0);
    await ask("alter table carrier_events drop constraint referee_full");
    await allFiled(ground);
    const [row] = await ask<{ n: number }>(
      `select count(*)::int as n from messages m join threads t on t.id = m.thread_id
       where t.sender_id = '${clinic.senderId}' and m.direction = 'in'`,
    );
    const given = (await carrier.state()).webhooks.dropped - dropped;
    return [
      figure((status ?? 0) >= 500, `answered ${status}, not 200`),
      figure(row?.n === 1 && given === 0, `${row?.n} text there once it can be stored`),
    ];
  },
};

const forgeries = ["wrong-secret", "stale", "altered", "alg-none", "no-header"];

export const forgedWebhooks: Fault = {
  id: "P6",
  title: "webhooks that are not the carrier's",
  async play(ground) {
    const { carrier, clinic, ask } = ground;
    const [person] = await ground.enroll(clinic, 1);
    const count = async () =>
      (await ask<{ n: number }>("select count(*)::int as n from carrier_events"))[0]?.n;
    const before = await count();
    const payload = inboundPayload(person?.e164 ?? "", clinic, "STOP");
    const status = { ...payload, status: "delivered", client_ref: randomUUID() };
    const answers = await Promise.all(
      forgeries.flatMap((forge) => [
        carrier.webhook({ kind: "inbound", payload, forge }),
        carrier.webhook({ kind: "status", payload: status, forge }),
      ]),
    );
    const after = await count();
    return [
      figure(
        answers.every((answer) => answer.status === 401),
        `${answers.length} forged in ${forgeries.length} ways: ${[...new Set(answers.map((a) => a.status))].join(", ")} (401)`,
      ),
      figure(before === after, "none stored"),
    ];
  },
};
