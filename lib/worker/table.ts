import { sealAuditRows } from "@/lib/audit/loops";
import { enrollAudiences, followTexts, renderDueSteps } from "@/lib/campaigns/loops";
import type { Ctx } from "@/lib/context";
import { trimFeed } from "@/lib/feed/loops";
import { fileInboundText } from "@/lib/inbox/loops";
import { expireLeases, fileReceipts, sendTexts } from "@/lib/messaging/loops";
import { commitRosters } from "@/lib/rosters/loops";

export interface Loop {
  name: string;
  /** How many things it did; it runs again at once until that is none. */
  run: (ctx: Ctx) => Promise<number>;
  restMilliseconds: number;
}

/** All background work. Each finds its own by state, so any number of workers may run the same table. */
export const loops: Loop[] = [
  { name: "send texts", run: sendTexts, restMilliseconds: 50 },
  { name: "file texts from patients", run: fileInboundText, restMilliseconds: 50 },
  { name: "file receipts", run: fileReceipts, restMilliseconds: 50 },
  { name: "settle lost attempts", run: expireLeases, restMilliseconds: 5_000 },
  { name: "commit rosters", run: commitRosters, restMilliseconds: 250 },
  { name: "enroll audiences", run: enrollAudiences, restMilliseconds: 250 },
  { name: "render due steps", run: renderDueSteps, restMilliseconds: 250 },
  { name: "follow texts for campaigns", run: followTexts, restMilliseconds: 150 },
  { name: "seal the audit trail", run: sealAuditRows, restMilliseconds: 2_000 },
  { name: "trim the feed", run: trimFeed, restMilliseconds: 60_000 },
];
