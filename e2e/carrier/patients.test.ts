import { expect, test } from "vitest";
import { replyTo } from "./patients/reply";
import { clinic, givenCarrier, givenReceiver, temporaryFile, text } from "./testing";

const patients = "spring";
const phones = Array.from({ length: 100 }, (_, n) => `1312555${String(100 + n).padStart(4, "0")}`);
const unreached = ["13125550190", "13125550191"];

test("patients answer over the wire, and remember it when the carrier is started again", async () => {
  const ledgerPath = temporaryFile("ledger.jsonl");
  const settings = { ledgerPath, patients, speed: 10_000 };

  const spring = await givenReceiver();
  const carrier = await givenCarrier({ receiver: spring, ...settings });
  await Promise.all(phones.map((to) => carrier.send({ to })));
  await expect.poll(() => answersAt(spring), { timeout: 15_000, interval: 10 }).toEqual(answersTo(1));

  const summer = await givenReceiver();
  const again = await givenCarrier({ receiver: summer, ...settings });
  await Promise.all(phones.map((to) => again.send({ to })));
  await expect.poll(() => answersAt(summer), { timeout: 15_000, interval: 10 }).toEqual(answersTo(2));
});

function answersTo(nth: number): string[] {
  const reached = phones.filter((phone) => !unreached.includes(phone));
  return reached.flatMap((phone) => {
    const reply = replyTo(patients, phone, nth, text.text);
    return reply ? [`${phone} to ${clinic}: ${reply.text}`] : [];
  });
}

function answersAt(receiver: Awaited<ReturnType<typeof givenReceiver>>): string[] {
  return receiver
    .at("/inbound")
    .map(({ from, to, text: said }) => `${from} to ${to}: ${said}`)
    .sort();
}
