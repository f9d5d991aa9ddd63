import { type Fault, figure } from "./fault";
import { allFiled, drained } from "./line";
import { ledgerOf } from "./referee";

const statuses = ["submitted", "delivered", "rejected", "undeliverable"];

/** All orders of four receipts; the furthest wins, and when it first arrived is kept. */
export const receiptsInAnyOrder: Fault = {
  id: "F10",
  title: "receipts in all 24 orders",
  scale: "10 texts an order instead of 100",
  async play(ground) {
    const { carrier, size, clinic, ask } = ground;
    const orders = ordersOf(statuses);
    const people = await ground.enroll(clinic, orders.length * size(1, 10));
    await carrier.playFaults(ground.seed, [{ fault: "no_receipts" }]);
    await ground.queueFor(people, "outreach");
    await ground.standingWorker();
    await drained(ground);

    const lines = await ledgerOf(ground, clinic);
    const answers = await Promise.all(
      lines.map(async ({ message_uuid, client_ref, to, from }, i) => {
        const got: (number | null)[] = [];
        for (const status of orders[i % orders.length] ?? []) {
          const payload = {
            message_uuid,
            client_ref,
            to,
            from,
            status,
            channel: "sms",
            timestamp: new Date().toISOString(),
          };
          got.push((await carrier.webhook({ kind: "status", payload })).status);
        }
        return got;
      }),
    );
    await allFiled(ground);
    const rows = await ask<{ state: string; kept: boolean }>(
      `select m.state, m.submitted_at is not null and m.final_at is not null as kept
       from messages m join threads t on t.id = m.thread_id
       where t.sender_id = '${clinic.senderId}' and m.direction = 'out'`,
    );
    const right = rows.filter((row) => row.state === "delivered").length;
    const kept = rows.filter((row) => row.kept).length;
    return [
      figure(
        answers.flat().every((status) => status === 200),
        `${answers.flat().length} receipts answered with 200`,
      ),
      figure(right === people.length, `${right} of ${people.length} texts delivered in the end`),
      figure(kept === people.length, `${kept} of ${people.length} with their times`),
    ];
  },
};

function ordersOf(list: string[]): string[][] {
  if (list.length <= 1) return [list];
  return list.flatMap((one) => ordersOf(list.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}
