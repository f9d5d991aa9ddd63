import { acceptedThenError } from "./accepted-then-error";
import { backpressure } from "./backpressure";
import { brokenConnections } from "./broken-connections";
import { carrierHangs } from "./carrier-hangs";
import { clockSkew } from "./clock-skew";
import { databaseAway } from "./database-away";
import { databaseRestarts } from "./database-restarts";
import { errorBeforeAccepting } from "./error-before-accepting";
import type { Fault } from "./fault";
import { giantAnswers } from "./giant-answers";
import { gracefulStop } from "./graceful-stop";
import { hoursEdge } from "./hours-edge";
import { doubleClick, forgedWebhooks, inboundThatFails, killedHalfway, manyReplies } from "./peer-defects";
import { poisonText } from "./poison-text";
import { receiptBeforeAnswer } from "./receipt-before-answer";
import { receiptsInAnyOrder } from "./receipts-in-any-order";
import { stopWhileQueued } from "./stop-while-queued";
import { tooFast } from "./too-fast";
import { webhooksTwice } from "./webhooks-twice";
import { workerKilled } from "./worker-killed";
import { zombieWorker } from "./zombie-worker";

/**
 * All faults, in the order in which they are played: first those that leave the worker alone, because it need not
 * start anew for them. F are of the table of faults, P what broke in a peer.
 */
export const faults: Fault[] = [
  tooFast,
  acceptedThenError,
  errorBeforeAccepting,
  carrierHangs,
  giantAnswers,
  webhooksTwice,
  receiptsInAnyOrder,
  receiptBeforeAnswer,
  stopWhileQueued,
  backpressure,
  manyReplies,
  inboundThatFails,
  forgedWebhooks,
  doubleClick,
  databaseAway,
  databaseRestarts,
  workerKilled,
  brokenConnections,
  hoursEdge,
  clockSkew,
  gracefulStop,
  zombieWorker,
  poisonText,
  killedHalfway,
];
