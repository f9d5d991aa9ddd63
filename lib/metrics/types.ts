import type { ActionSource } from "@/lib/outcomes/types";

export type FunnelKey =
  | "supplied"
  | "outreach"
  | "textable"
  | "sent"
  | "delivered"
  | "replied"
  | "acted"
  | "stopped";

/**
 * What each figure of the funnel means and which whole its share is of. The page shows these sentences;
 * funnel.ts counts what they say. Every count is of people: in two campaigns, a person still counts once.
 */
export const funnelSteps = [
  {
    key: "supplied",
    words: "Supplied",
    of: null,
    asWhole: "supplied",
    definition:
      "Everybody on the audience of a campaign when it was launched, also those who could not be texted. Records that were joined are one person, here and below.",
  },
  {
    key: "outreach",
    words: "In outreach",
    of: "supplied",
    asWhole: "in outreach",
    definition:
      "Of everybody supplied, the people who were to be texted. The others are the holdout: by chance, household by household, they are not texted, so that there is something to compare with; later campaigns of the program leave them alone too, and who shares their phone. All figures below are of those in outreach; where there is no holdout, that is everybody supplied.",
  },
  {
    key: "textable",
    words: "Could be texted",
    of: "outreach",
    asWhole: "who could be texted",
    definition:
      "Of those in outreach, the people whom nothing kept from being texted at launch: an own number that takes texts, consent, no stop, one person for each shared phone, and a text that fits them.",
  },
  {
    key: "sent",
    words: "Sent a text",
    of: "textable",
    asWhole: "sent a text",
    definition:
      "Of those who could be texted, the people for whom the carrier accepted at least one campaign text; a receipt, a reply or a stop after it proves that too.",
  },
  {
    key: "delivered",
    words: "Reached",
    of: "sent",
    asWhole: "reached",
    definition:
      "Of those sent a text, the people with at least one that the carrier reported as delivered, or that they answered.",
  },
  {
    key: "replied",
    words: "Replied",
    of: "delivered",
    asWhole: "who replied",
    definition:
      "Of those reached, the people who wrote back after a campaign text; a STOP counts as a stop, not as a reply.",
  },
  {
    key: "acted",
    words: "Acted",
    of: "outreach",
    asWhole: "who acted",
    definition:
      "Of those in outreach, the people known to have done the desired action between the day of their first text (or of enrollment, if none was sent) and the last day of the program's window, both included.",
  },
  {
    key: "stopped",
    words: "Stopped",
    of: "sent",
    asWhole: "who stopped",
    definition:
      "Of those sent a text, the people whose number was stopped after one, by them or by somebody who shares the phone.",
  },
] as const satisfies readonly {
  key: FunnelKey;
  words: string;
  of: FunnelKey | null;
  asWhole: string;
  definition: string;
}[];

export const costDefinition =
  "Segments of campaign texts that the carrier accepted, at the price of a segment when each was written. Replies by staff and incoming texts are not in it.";

export const replyTimeDefinition =
  "From the first campaign text that the carrier accepted for a person to that person's first reply; half of those who replied were faster.";

export const evidenceDefinition =
  "Each person who acted counts once, under the strongest evidence inside the window: claims, then the clinic, staff, the patient's own word, a link.";

export const associationNote =
  "No comparison group was drawn by chance here: some of these people would have acted without a text, so nothing here shows that texting caused it.";

export const causeNote =
  "Only the comparison with the holdout speaks of what texting caused. That people who replied acted more or less often than others is an association: they differ in more than that.";

export const liftDefinition =
  "Who of each arm acted, in percentage points apart. Everybody whom chance assigned to an arm counts in it, also those who could not be texted or reached, from the day they were enrolled to the last day of the window, both included; people whose window is not over are left out. Somebody enrolled more than once counts once, in the arm that they were first assigned to. A campaign that only left alone whom an earlier one held out assigned nobody: its people count where they were assigned before, or not here.";

export const comparableDefinition =
  "Claims and the clinic's records alone, because they see both arms alike. What staff, patients or links tell comes nearly always from people who were texted.";

export const intervalDefinition =
  "Newcombe's method with Wilson scores. Of twenty comparisons made like this one, nineteen have the true difference inside of it. It takes people as independent; households were assigned together, which makes it a little too narrow.";

/** Evidence that reaches us in the same way whether or not somebody was texted. */
export const comparableSources = ["claims", "clinic"] as const satisfies readonly ActionSource[];

export interface ArmCount {
  people: number;
  /** Of `people`. */
  acted: number;
}

/** Shares of one: 0.06 is six percentage points. */
export interface Difference {
  value: number;
  low: number;
  high: number;
}

export interface Lift {
  /** People whose window is over. */
  outreach: ArmCount;
  holdout: ArmCount;
  /** In either arm, left out because their window is not over. */
  windowOpen: number;
  /** Outreach less holdout, with its 95 % interval; null while either arm has nobody whose window is over. */
  difference: Difference | null;
}

export type FunnelCounts = Record<FunnelKey, number>;

export interface Funnel {
  /** Where there is no holdout, `outreach` is `supplied`. */
  counts: FunnelCounts;
  /** Of `acted`; the values sum up to it. */
  actedBy: Partial<Record<ActionSource, number>>;
  /** Of `outreach`: people whose window has not ended, so that they may still act. */
  windowOpen: number;
  /** From first text to first reply. Null when nobody replied. */
  medianReplySeconds: number | null;
  segments: number;
  /** Millionths of a US dollar. */
  costMicros: number;
}

export type SlotUnit = "hour" | "day" | "week";

export interface RepliesOverTime {
  unit: SlotUnit;
  /** In order and without gaps; `from` is local time in the program's zone, "2026-03-04T10:00". */
  slots: { from: string; people: number }[];
}

export interface Results {
  program: { name: string; desiredAction: string; windowDays: number; timeZone: string };
  /** Launched ones, newest first. */
  campaigns: { id: string; name: string; enrolling: boolean }[];
  /** The campaign that the figures are of; null: all of the program. */
  campaignId: string | null;
  /** Whom that campaign was for, in a sentence; null for all of the program. */
  audience: string | null;
  funnel: Funnel;
  /** Null when no campaign of the scope drew people to hold out. */
  lift: Lift | null;
  replies: RepliesOverTime;
}
