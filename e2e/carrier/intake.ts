import { randomUUID } from "node:crypto";
import { type Accept, answerCall, answerFaults } from "./answer";
import { arrives } from "./fates";
import type { Faults } from "./faults";
import type { createFired } from "./fired";
import type { Ledger, LedgerLine } from "./ledger";
import { throttled } from "./problems";
import type { createRate } from "./rate";
import { type ReceiptFault, receiptFaults } from "./receipts";
import { segmentsOf } from "./segments";
import { type Answer, type Call, refuse } from "./server";
import type { bearerCheck } from "./token";
import { readSms } from "./validation";
import type { CallOutcome, Windows } from "./windows";

type Intake = {
  refuseBearer: ReturnType<typeof bearerCheck>;
  rate: ReturnType<typeof createRate>;
  faults: Faults;
  fired: ReturnType<typeof createFired>;
  ledger: Ledger;
  windows: Windows;
  tellReceipts: (
    story: { line: LedgerLine; segments: number; faults: ReceiptFault[] },
    told?: () => void,
  ) => void;
  hear: (line: LedgerLine) => void;
};

/** What becomes of each call to POST /v1/messages. */
export function openIntake(intake: Intake) {
  const { refuseBearer, rate, faults, fired, ledger, windows } = intake;
  let calls = 0;

  return async ({ rawBody, authorization }: Call): Promise<Answer> => {
    calls += 1;
    // One time for the rate and for who referees it: a busy machine would put them into different seconds.
    const came = performance.timeOrigin + performance.now();
    const counted = (answer: Answer) => {
      windows.note(outcomeOf(answer), 0, came);
      return answer;
    };
    const unknownCaller = refuseBearer(authorization);
    if (unknownCaller) return counted(refuse(unknownCaller));
    if (!rate.admits(came)) return counted(refuse(throttled));
    const reading = readSms(rawBody);
    if (!reading.ok) return counted(refuse(reading.problem));

    const { clientRef, encoding, ...sms } = reading.sms;
    const occasion = { ref: clientRef ?? `call ${calls}`, phone: sms.to };
    const note = (fault: Parameters<typeof fired.note>[0]["fault"], accepted: boolean) =>
      fired.note({ fault, client_ref: clientRef, to: sms.to, accepted });

    let isAccepted = false;
    const accept: Accept = (told) => {
      isAccepted = true;
      const line = ledger.append({ message_uuid: randomUUID(), client_ref: clientRef, ...sms });
      const segments = segmentsOf(sms.text, encoding);
      windows.note("accepted", segments, came);
      const played = faults.all(receiptFaults, occasion);
      for (const { fault } of played) note(fault, true);
      intake.tellReceipts({ line, segments, faults: played }, told);
      if (arrives(played)) intake.hear(line);
      return { message_uuid: line.message_uuid };
    };

    const fault = faults.first(answerFaults, occasion);
    const answer = answerCall(fault, accept);
    // A text is accepted at once or not at all, however long its answer takes.
    if (fault) note(fault.fault, isAccepted);
    return isAccepted ? answer : counted(await answer);
  };
}

function outcomeOf(answer: Answer): CallOutcome {
  if ("play" in answer || answer.status >= 500) return "failed";
  return answer.status === 429 ? "throttled" : "refused";
}
