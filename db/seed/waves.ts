import { hours, minutes } from "./calendar";
import type { Ids } from "./ids";
import { invitation } from "./our-phrases";
import type { Program } from "./programs";
import type { Rows } from "./rows";

/** The end of time as an id: everybody of a campaign is enrolled. */
const allEnrolled = "ffffffff-ffff-ffff-ffff-ffffffffffff";

export interface Wave {
  campaignId: string;
  sendGroupId: string;
  name: string;
  /** Of the program's members. */
  share: number;
  suppliedAt: number;
  launchedAt: number;
}

/** A campaign that was launched, with everybody in it; its time to send may be over. */
export function addWave(
  rows: Rows,
  ids: Ids,
  { id: programId, plan }: Program,
  { name, share, launchedAt, manager }: { name: string; share: number; launchedAt: number; manager: string },
): Wave {
  const writtenAt = launchedAt - 40 * minutes;
  const campaignId = ids.at(writtenAt);
  const sendGroupId = ids.at(launchedAt);
  rows.sendGroups.push({
    id: sendGroupId,
    programId,
    open: true,
    expiresAt: new Date(launchedAt + 7 * 24 * hours),
  });
  rows.campaigns.push({
    ...{ id: campaignId, programId, name, state: "running", sendGroupId, enrolledThrough: allEnrolled },
    createdBy: manager,
    createdAt: new Date(writtenAt),
    launchedBy: manager,
    launchedAt: new Date(launchedAt),
  });
  for (const language of ["en", "es"] as const)
    rows.campaignTexts.push({ campaignId, step: 1, language, body: invitation[plan.kind][language] });
  const launch = { actorKind: "user", actorId: manager, actorRole: "manager", action: "campaign.launched" };
  rows.audit.push({
    ...launch,
    id: ids.at(launchedAt),
    at: new Date(launchedAt),
    programId,
    details: { campaignId },
  });
  return { campaignId, sendGroupId, name, share, launchedAt, suppliedAt: launchedAt - 20 * hours };
}

/** "4 May" */
export const dayWords = (date: string) => {
  const day = new Date(`${date}T00:00Z`);
  return `${day.getUTCDate()} ${day.toLocaleDateString("en-US", { month: "short", timeZone: "UTC" })}`;
};
