import type { AudienceRule } from "@/lib/campaigns/types";
import { minutes } from "./calendar";
import { note } from "./history";
import type { Ids } from "./ids";
import type { Household, Member } from "./people";
import type { Kind, Program } from "./programs";
import type { Rows } from "./rows";

interface Wanted {
  kind: Kind;
  name: string;
  rule(program: Program): AudienceRule;
  holds(member: Member, step: Rows["enrollmentSteps"][number] | undefined): boolean;
}

/** One for each program: a rule, and the same said of a member. */
const wanted: Wanted[] = [
  {
    kind: "prenatal",
    name: "First wave, no answer",
    rule: ({ waves }) => ({
      all: [{ not: false, field: "campaign", campaignId: waves[0]?.campaignId ?? "", result: "not_replied" }],
    }),
    holds: (_, step) => Boolean(step && (step.sentAt ?? step.stoppedAt) && !step.repliedAt),
  },
  {
    kind: "well_child",
    name: "Spanish, new members",
    rule: () => ({
      all: [
        { not: false, field: "language", values: ["es"] },
        { not: false, field: "tag", match: "any", values: ["new-member"] },
      ],
    }),
    holds: ({ language, tags }) => language === "es" && tags.includes("new-member"),
  },
  {
    kind: "vaccination",
    name: "Gold, or with a care manager",
    rule: () => ({
      all: [
        {
          anyOf: [
            { not: false, field: "plan", values: ["Valley Gold"] },
            { not: false, field: "tag", match: "any", values: ["care-manager"] },
          ],
        },
      ],
    }),
    holds: ({ plan, tags }) => plan === "Valley Gold" || tags.includes("care-manager"),
  },
];

/** What the manager has built so far, counted by the facts as they stand. */
export function addAudiences(
  rows: Rows,
  ids: Ids,
  households: Household[],
  { at, manager }: { at: number; manager: string },
): void {
  const steps = new Map(rows.enrollmentSteps.map((step) => [`${step.campaignId} ${step.patientId}`, step]));
  for (const [i, { kind, name, rule, holds }] of wanted.entries()) {
    const theirs = households.filter(({ program }) => program.plan.kind === kind);
    const [first] = theirs;
    if (!first) continue;
    const { program } = first;
    const firstWave = program.waves[0]?.campaignId;
    const within = theirs.map((household) => ({
      household,
      members: household.members.filter((member) => holds(member, steps.get(`${firstWave} ${member.id}`))),
    }));
    const people = within.reduce((n, { members }) => n + members.length, 0);
    const reachable = within.filter(
      ({ household, members }) => mayGetTexts(household) && members.some(({ consent }) => consent),
    ).length;
    const time = at + i * 4 * minutes;
    const audienceId = ids.at(time);
    const written = { createdBy: manager, changedBy: manager, createdAt: new Date(time) };
    rows.audiences.push({
      ...{ id: audienceId, programId: program.id, name, rule: rule(program), people, reachable },
      ...{ ...written, changedAt: written.createdAt },
    });
    note(rows, ids, "audience.written", { at: time, by: manager, programId: program.id, audienceId, people });
  }
}

/** One text goes to a household, if any. */
const mayGetTexts = ({ arm, phone }: Household) =>
  arm === "outreach" && phone !== null && !phone.notTextable && !phone.row.stoppedAt;
