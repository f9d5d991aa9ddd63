import { sealAuditRows } from "@/lib/audit/loops";
import { enrollAudiences, followTexts, renderDueSteps } from "@/lib/campaigns/loops";
import type { Ctx } from "@/lib/context";
import { trimFeed } from "@/lib/feed/loops";
import {
  escalateAlerts,
  fileInboundTexts,
  returnClaims,
  sweepPresence,
  wakeThreads,
} from "@/lib/inbox/loops";
import {
  checkLines,
  expireLeases,
  fileReceipts,
  finishSending,
  sendTexts,
  watchWebhooks,
} from "@/lib/messaging/loops";
import { commitOutcomes } from "@/lib/outcomes/loops";
import { indexPatients } from "@/lib/patients/loops";
import { checkRosters, commitRosters, tidyRosters } from "@/lib/rosters/loops";

export interface Loop {
  name: string;
  /** How many things it did; it runs again at once until that is none. */
  run: (ctx: Ctx, stopped: AbortSignal) => Promise<number>;
  restMilliseconds: number;
  /** What it started and did not wait for: resolves when that is done. Asked once, when the worker stops. */
  finish?: () => Promise<void>;
}

/** All background work. Each finds its own by state, so any number of workers may run the same table. */
export const loops: Loop[] = [
  { name: "send texts", run: sendTexts, restMilliseconds: 50, finish: finishSending },
  { name: "file texts from patients", run: (ctx) => fileInboundTexts(ctx), restMilliseconds: 50 },
  { name: "escalate emergencies", run: (ctx) => escalateAlerts(ctx), restMilliseconds: 1_000 },
  { name: "return claims", run: (ctx) => returnClaims(ctx), restMilliseconds: 1_000 },
  { name: "wake what was put off", run: (ctx) => wakeThreads(ctx), restMilliseconds: 1_000 },
  { name: "sweep presence", run: (ctx) => sweepPresence(ctx), restMilliseconds: 5_000 },
  { name: "file receipts", run: (ctx) => fileReceipts(ctx), restMilliseconds: 50 },
  { name: "settle lost attempts", run: (ctx) => expireLeases(ctx), restMilliseconds: 5_000 },
  { name: "watch the carrier", run: (ctx) => watchWebhooks(ctx), restMilliseconds: 30_000 },
  { name: "check lines", run: (ctx) => checkLines(ctx), restMilliseconds: 1_000 },
  { name: "check rosters", run: checkRosters, restMilliseconds: 250 },
  { name: "commit rosters", run: commitRosters, restMilliseconds: 250 },
  { name: "tidy rosters", run: tidyRosters, restMilliseconds: 2_000 },
  { name: "commit outcomes", run: (ctx) => commitOutcomes(ctx), restMilliseconds: 250 },
  { name: "enroll audiences", run: (ctx) => enrollAudiences(ctx), restMilliseconds: 250 },
  { name: "render due steps", run: (ctx) => renderDueSteps(ctx), restMilliseconds: 250 },
  { name: "follow texts for campaigns", run: (ctx) => followTexts(ctx), restMilliseconds: 150 },
  { name: "index patients", run: (ctx) => indexPatients(ctx), restMilliseconds: 30_000 },
  { name: "seal the audit trail", run: (ctx) => sealAuditRows(ctx), restMilliseconds: 2_000 },
  { name: "trim the feed", run: (ctx) => trimFeed(ctx), restMilliseconds: 60_000 },
];
