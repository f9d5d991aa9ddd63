import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPeople } from "./people";
import { clinic, eventually, givenCarrier, givenReceiver, patient, temporaryFile } from "./testing";

const family = ["13125550143", "13125550144"];

test("the file's numbers lose their plus", () => {
  const path = temporaryFile("people.jsonl");
  writeFileSync(path, `{"phone":"+${patient}","sender":"+${clinic}","language":"es"}\n\n`);

  expect(readPeople(path)).toEqual([{ phone: patient, sender: clinic, language: "es" }]);
});

test.each([
  "{",
  "[]",
  `{"phone":"+${patient}","sender":"+${clinic}","language":"fr"}`,
  '{"phone":"+1","sender":"+1"}',
])("a line that makes no sense is named: %s", (line) => {
  const path = temporaryFile("people.jsonl");
  writeFileSync(path, `{"phone":"+${patient}","sender":"+${clinic}","language":"en"}\n${line}\n`);

  expect(() => readPeople(path)).toThrow(/^Line 2 of CARRIER_PEOPLE must be .*\.$/);
});

test("people text the clinic by themselves, and those who stopped are silent after a restart", async () => {
  const ledgerPath = temporaryFile("ledger.jsonl");
  const settings = { ledgerPath, patients: "spring", speed: 100_000 };
  const people = [patient, ...family].map((phone) => ({ phone, sender: clinic, language: "es" as const }));

  const spring = await givenReceiver();
  const carrier = await givenCarrier({ receiver: spring, people: people.slice(0, 2), ...settings });
  // One after the other they all stop: then it is quiet.
  await eventually(() => expect(stoppedAt(spring)).toEqual([patient, family[0]]));
  await carrier.settled();

  const summer = await givenReceiver();
  await givenCarrier({ receiver: summer, people, ...settings });
  await eventually(() => expect(stoppedAt(summer)).toEqual([family[1]]));

  expect(new Set(summer.at("/inbound").map(({ from }) => from))).toEqual(new Set([family[1]]));
  expect(new Set(spring.at("/inbound").map(({ to }) => to))).toEqual(new Set([clinic]));
});

test("without people nobody texts before we do", async () => {
  const receiver = await givenReceiver();
  const carrier = await givenCarrier({ receiver, patients: "spring", speed: 1_000_000 });

  await carrier.post("/control/inbound", { from: patient, to: clinic, text: "hello" });
  await carrier.settled();

  expect(receiver.at("/inbound").map(({ text }) => text)).toEqual(["hello"]);
});

function stoppedAt(receiver: Awaited<ReturnType<typeof givenReceiver>>): unknown[] {
  return receiver
    .at("/inbound")
    .filter(({ text }) => /^(stop|alto)$/i.test(String(text)))
    .map(({ from }) => from)
    .sort();
}
