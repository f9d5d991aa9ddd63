import { type Fault, figure } from "./fault";
import { allFiled, drained } from "./line";
import { ledgerOf, outTexts } from "./referee";

const times = 5;

/** Each event five times at once: receipts, texts of patients, and STOPs among them. */
export const webhooksTwice: Fault = {
  id: "F9",
  title: "each webhook five times at once",
  scale: "2,800 events, each 5 times, instead of 10,000",
  async play(ground) {
    const { carrier, size, clinic, ask } = ground;
    const people = await ground.enroll(clinic, size(40, 800));
    await carrier.playFaults(ground.seed, [
      { fault: "duplicate_receipts", times },
      { fault: "duplicate_inbound", times },
    ]);
    await ground.queueFor(people, "outreach");
    await ground.standingWorker();
    await drained(ground);
    await allFiled(ground);
    const stopping = people.length / 4;
    await carrier.texts(
      people.map(({ e164 }, i) => ({
        from: e164,
        to: clinic.number,
        text: i < stopping ? "STOP" : "Yes, please",
      })),
    );
    await allFiled(ground);
    await drained(ground);
    await allFiled(ground);

    const [counted] = await ask<{ received: number; waits: number; stops: number; events: number }>(
      `select (select count(*)::int from messages m join threads t on t.id = m.thread_id
               where t.sender_id = '${clinic.senderId}' and m.direction = 'in') as received,
              (select count(*)::int from waits where program_id = '${clinic.programId}') as waits,
              (select count(*)::int from stops s join threads t on t.phone_id = s.phone_id
               where t.sender_id = '${clinic.senderId}') as stops,
              (select count(*)::int from carrier_events e join attempts a on a.carrier_id = e.carrier_id
               join threads t on t.id = a.thread_id where t.sender_id = '${clinic.senderId}') as events`,
    );
    const texts = await outTexts(ground, clinic);
    const confirmations = texts.filter((text) => text.purpose === "stop_confirmation").length;
    const delivered = texts.filter((text) => text.state === "delivered").length;
    const lines = await ledgerOf(ground, clinic);
    return [
      figure(counted?.received === people.length, `${counted?.received} texts of ${people.length} patients`),
      figure(
        counted?.waits === people.length - stopping,
        `${counted?.waits} waits for a person of ${people.length - stopping}`,
      ),
      figure(
        counted?.stops === stopping && confirmations === stopping,
        `${counted?.stops} stops, ${confirmations} confirmations of ${stopping}`,
      ),
      figure(
        counted?.events === lines.length * 2,
        `${counted?.events} receipts stored of ${lines.length * 2}`,
      ),
      figure(delivered === texts.length, `${delivered} of ${texts.length} texts delivered`),
    ];
  },
};
