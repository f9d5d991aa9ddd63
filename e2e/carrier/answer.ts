import { setTimeout as pause } from "node:timers/promises";
import { drip, garbage, hang, huge, reset, serverError } from "./broken-answers";
import type { FaultName, FaultOf } from "./fault";
import { refusal, throttled } from "./problems";
import { type Answer, refuse } from "./server";

export const answerFaults = [
  "throttle",
  "refuse",
  "error_before",
  "error_after",
  "hang",
  "reset_before",
  "reset_after",
  "slow_drip",
  "huge_reply",
  "garbage_reply",
  "slow",
  "receipt_first",
] as const satisfies FaultName[];

export type AnswerFault = FaultOf<(typeof answerFaults)[number]>;

export type Accepted = { message_uuid: string };

/** Puts the text into the ledger and queues its receipts; `told`: when the first receipt had its chance. */
export type Accept = (told?: () => void) => Accepted;

/** Answers a call that is in order, as the fault wants it. What is accepted is so before the first byte goes. */
export async function answerCall(fault: AnswerFault | null, accept: Accept): Promise<Answer> {
  if (fault === null) return accepted(accept());
  switch (fault.fault) {
    case "throttle":
      return refuse(throttled);
    case "refuse":
      return refuse(refusal(fault.httpStatus, fault.code));
    case "error_before":
      return serverError(fault.httpStatus);
    case "reset_before":
      return reset;
    case "hang":
      if (fault.accepted) accept();
      return hang(fault.ms);
    default:
      return answerAccepted(fault, accept);
  }
}

type AcceptedFault = Exclude<
  AnswerFault,
  FaultOf<"throttle" | "refuse" | "error_before" | "reset_before" | "hang">
>;

async function answerAccepted(fault: AcceptedFault, accept: Accept): Promise<Answer> {
  if (fault.fault === "receipt_first") return accepted(await afterReceipt(accept));
  const text = accept();
  switch (fault.fault) {
    case "error_after":
      return serverError(fault.httpStatus);
    case "reset_after":
      return reset;
    case "slow_drip":
      return drip(text, fault.ms);
    case "huge_reply":
      return huge(text, fault.megabytes);
    case "garbage_reply":
      return garbage(fault.body);
    case "slow":
      await pause(fault.ms, undefined, { ref: false });
      return accepted(text);
  }
}

async function afterReceipt(accept: Accept): Promise<Accepted> {
  let tell = () => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const text = accept(tell);
  await told;
  return text;
}

function accepted(body: Accepted): Answer {
  return { status: 202, body };
}
