import type { Role } from "@/lib/context";

/** A weekday on which people answer. 1 is Monday; times as "09:00", in the program's zone. */
export interface StaffedDay {
  weekday: number;
  opens: string;
  closes: string;
}

/** A day on which nobody answers, such as a holiday: "2026-12-25". */
export interface ClosedDay {
  day: string;
  name: string;
}

/** Within how many minutes of staffed time a patient is answered, and what happens when nobody does. */
export interface AnswerTargets {
  emergencyMinutes: number;
  urgentMinutes: number;
  routineMinutes: number;
  /** Minutes of any hour after which an emergency that nobody acknowledged goes to more people. */
  escalateMinutes: number;
  answersAfterHours: boolean;
}

/** What a form sends along to say which targets it was filled in against. */
export const targetsSeen = (targets: AnswerTargets): string =>
  [
    ...[targets.emergencyMinutes, targets.urgentMinutes, targets.routineMinutes, targets.escalateMinutes],
    targets.answersAfterHours ? "answers" : "silent",
  ].join(" ");

/** When a program's outreach may reach a patient, by the patient's clock, and how often. */
export interface OutreachRules {
  /** "10:00" */
  opens: string;
  closes: string;
  sundays: boolean;
  /** To one phone or patient in 24 hours and in seven days, all programs together. */
  perDay: number;
  perWeek: number;
}

/** The widest that a program may choose; the federal hours are the outer ones. */
export const outreachBounds = { opens: "08:00", closes: "21:00", perDay: 5, perWeek: 14 } as const;

/** What a form sends along to say which rules it was filled in against. */
export const rulesSeen = ({ opens, closes, sundays, perDay, perWeek }: OutreachRules): string =>
  [opens, closes, sundays ? "sundays" : "no-sundays", perDay, perWeek].join(" ");

export interface ProgramName {
  id: string;
  name: string;
  timeZone: string;
}

export interface ProgramRow {
  id: string;
  name: string;
  desiredAction: string;
  patients: number;
  /** Campaigns that are enrolling or running. */
  campaigns: number;
  /** Conversations that wait for a person. */
  waiting: number;
}

export interface Member {
  id: string;
  name: string;
  role: Role;
  disabled: boolean;
}

export interface ProgramSummary {
  id: string;
  name: string;
  brand: string;
  desiredAction: string;
  windowDays: number;
  timeZone: string;
  hours: StaffedDay[];
  /** From today on, the next one first. */
  closedDays: ClosedDay[];
  targets: AnswerTargets;
  outreach: OutreachRules;
  /** Hosts that its texts may link to. */
  linkHosts: string[];
  /** Millionths of a US dollar for one segment. */
  segmentCostMicros: number;
  /** E.164, or null while the program has no number. */
  sender: string | null;
  members: Member[];
}

export type SenderKind = "10dlc" | "toll_free" | "short_code";

export interface SenderChoice {
  id: string;
  number: string;
  kind: SenderKind;
}

export interface SenderRow extends SenderChoice {
  segmentsPerSecond: number;
  networkConfirmsStop: boolean;
  program: string | null;
}

/** What the top line says of where one is and who covers. */
export interface Standing {
  /** Whose texts these are: "Valley Care". */
  brand: string;
  /** IANA zone in which times are told. */
  zone: string;
  /** "Staffed until 5:00 pm"; null without a program. */
  words: string | null;
  /** ISO: when these words stop being true. */
  changesAt: string | null;
}

export const weekdayNames = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

export const senderKindWords: Record<SenderKind, string> = {
  "10dlc": "Local number (10DLC)",
  toll_free: "Toll-free number",
  short_code: "Short code",
};

/** The zones of the United States; others of the IANA list are accepted too. */
export const commonZones = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
  "Pacific/Guam",
] as const;

/** "$0.0075" */
export function dollars(micros: number): string {
  return `$${(micros / 1_000_000).toFixed(6).replace(/(\.\d{2}\d*?)0+$/, "$1")}`;
}

/** Who looks after a program's inbox now, and what was handed over last. Times are ISO. */
export interface Cover {
  programId: string;
  program: string;
  zone: string;
  by: { name: string; mine: boolean; until: string } | null;
  handedOver: { words: string; by: string; at: string } | null;
}
