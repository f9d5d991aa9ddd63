import { hours, minutes } from "./calendar";
import { note } from "./history";
import type { Ids } from "./ids";
import { invitation, secondInvitation } from "./our-phrases";
import type { Program } from "./programs";
import type { Supply } from "./rosters";
import type { Rows } from "./rows";

/** The end of time as an id: everybody of a campaign is enrolled. */
const allEnrolled = "ffffffff-ffff-ffff-ffff-ffffffffffff";

export interface Wave {
  campaignId: string;
  sendGroupId: string;
  name: string;
  /** Of the program's members. */
  share: number;
  supply: Supply;
  launchedAt: number;
}

/** A campaign that was launched, with everybody in it; its time to send may be over. */
export function addWave(
  rows: Rows,
  ids: Ids,
  program: Program,
  from: Pick<Wave, "name" | "share" | "supply" | "launchedAt"> & { manager: string },
): Wave {
  const { name, share, supply, launchedAt, manager } = from;
  const sendGroupId = ids.at(launchedAt);
  rows.sendGroups.push({
    id: sendGroupId,
    programId: program.id,
    open: true,
    expiresAt: new Date(launchedAt + 7 * 24 * hours),
  });
  const campaignId = write(rows, ids, program, {
    ...{ name, manager, at: launchedAt - 40 * minutes, texts: invitation[program.plan.kind] },
    ...{ state: "running", sendGroupId, enrolledThrough: allEnrolled },
    ...{ launchedBy: manager, launchedAt: new Date(launchedAt) },
  });
  return { campaignId, sendGroupId, name, share, supply, launchedAt };
}

/** As the launch says it: how many people the manager was told would be texted. */
export function noteLaunch(rows: Rows, ids: Ids, { id: programId, waves }: Program, manager: string): void {
  for (const { campaignId, launchedAt } of waves) {
    const people = rows.enrollmentSteps.filter((step) => step.campaignId === campaignId).length;
    note(rows, ids, "campaign.launched", { at: launchedAt, by: manager, programId, campaignId, people });
  }
}

/** A campaign that somebody wrote and nobody launched yet. */
export function addDraft(
  rows: Rows,
  ids: Ids,
  program: Program,
  { at, manager }: { at: number; manager: string },
): void {
  write(rows, ids, program, {
    ...{ name: "Second message", manager, at, texts: secondInvitation },
    // Opened at launch, under an id of its own.
    ...{ state: "draft", sendGroupId: ids.at(at) },
  });
}

type Written = Pick<Rows["campaigns"][number], "name" | "state" | "sendGroupId"> &
  Partial<Rows["campaigns"][number]> & { manager: string; at: number; texts: { en: string; es: string } };

function write(
  rows: Rows,
  ids: Ids,
  { id: programId }: Program,
  { manager, at, texts, ...columns }: Written,
): string {
  const campaignId = ids.at(at);
  rows.campaigns.push({
    ...columns,
    ...{ id: campaignId, programId, createdBy: manager, createdAt: new Date(at) },
  });
  for (const language of ["en", "es"] as const)
    rows.campaignTexts.push({ campaignId, step: 1, language, body: texts[language] });
  note(rows, ids, "campaign.written", { at, by: manager, programId, campaignId });
  return campaignId;
}

/** "4 May" */
export const dayWords = (date: string) => {
  const day = new Date(`${date}T00:00Z`);
  return `${day.getUTCDate()} ${day.toLocaleDateString("en-US", { month: "short", timeZone: "UTC" })}`;
};
