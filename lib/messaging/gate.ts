import type { Place } from "@/lib/patients/place";
import { type EarlierOutreach, nextOutreach, type OutreachLimits } from "./frequency";
import { type TextingWindow, textingTime } from "./texting-hours";
import type { Delay, Purpose, Suppression } from "./types";

/** What the gate needs to know about one text, read in the transaction that would start it. */
export interface GateFacts {
  purpose: Purpose;
  queuedAt: Date;
  phoneStopped: boolean;
  /** A text of the patient's may be a request to stop, and no nurse has decided yet. */
  stopSuggested: boolean;
  /** When the number passed to somebody else, if it ever did. */
  reassignedAt: Date | null;
  /** How the patient's record stands; null when the text is about nobody. */
  patient: "active" | "moved" | "deceased" | "hold" | "merged" | null;
  /** Whether this phone is the patient's now; null when the text is about nobody. */
  theirs: boolean | null;
  notTextable: boolean;
  fictional: boolean;
  /** Whether the newest consent of the patient and phone says yes; null when the text is about nobody. */
  consent: boolean | null;
  group: { open: boolean; expiresAt: Date | null } | null;
  /** Where the patient may be; the program's zone where nothing is known. */
  place: Place;
  window: TextingWindow;
  earlier: EarlierOutreach;
  limits: OutreachLimits;
  simulatedCarrier: boolean;
}

export type Verdict = { go: true } | { notBefore: Date; why: Delay } | { never: Suppression };

type Check = (facts: GateFacts, now: Date) => Verdict;

const go: Verdict = { go: true };
const never = (reason: Suppression): Verdict => ({ never: reason });
const aMinute = 60_000;

const standings = { moved: "moved", deceased: "deceased", hold: "held", merged: "merged" } as const;

const checks = {
  stopped: (f) => (f.phoneStopped ? never("stopped") : go),
  // A fictional number reaches nobody, and a real one must not be dialled by a demonstration's mistake.
  fictional: (f) => (f.fictional && !f.simulatedCarrier ? never("fictional") : go),
  // What was written for who had the number before is not for who has it now.
  passedOn: (f) => (f.reassignedAt && f.queuedAt <= f.reassignedAt ? never("reassigned") : go),
  patient: (f) => (f.patient === null || f.patient === "active" ? go : never(standings[f.patient])),
  theirs: (f) => (f.theirs === false ? never("wrong_number") : go),
  textable: (f) => (f.notTextable ? never("not_textable") : go),
  consent: (f) => (f.consent ? go : never("no_consent")),
  group: (f, now) => {
    if (!f.group) return go;
    if (f.group.expiresAt && f.group.expiresAt <= now) return never("expired");
    return f.group.open ? go : { notBefore: new Date(now.getTime() + 5_000), why: "paused" };
  },
  hours: (f, now) => {
    const everywhere = textingTime(now, f.place, f.window);
    // Guam and a number of the mainland share no hour: then a person's word for where somebody lives is enough.
    const stated = "never" in everywhere && f.place.stated;
    const time = stated ? textingTime(now, { ...f.place, zones: [stated] }, f.window) : everywhere;
    if ("open" in time) return go;
    return "never" in time ? never("no_common_hour") : { notBefore: time.opensAt, why: "hours" };
  },
  frequency: (f, now) => {
    const next = nextOutreach(f.earlier, f.limits, now);
    return next ? { notBefore: next, why: "frequency" } : go;
  },
  suggestion: (f, now) =>
    f.stopSuggested ? { notBefore: new Date(now.getTime() + aMinute), why: "suggestion" } : go,
  // 47 CFR 64.1200(a)(12): a confirmation within five minutes of the STOP is presumed to be one.
  fiveMinutes: (f, now) => (now.getTime() - f.queuedAt.getTime() > 5 * aMinute ? never("expired") : go),
} satisfies Record<string, Check>;

/** Which checks a text must pass, by why it goes out. The only place that says so. */
const checksOf: Record<Purpose, (keyof typeof checks)[]> = {
  outreach: [
    ...(["stopped", "fictional", "passedOn", "patient", "theirs", "textable", "consent"] as const),
    ...(["group", "suggestion", "frequency", "hours"] as const),
  ],
  reply: ["stopped", "fictional", "passedOn"],
  auto_reply: ["stopped", "fictional", "passedOn"],
  safety: ["stopped", "fictional", "passedOn"],
  help_reply: ["fictional"],
  stop_confirmation: ["fictional", "fiveMinutes"],
};

/** Go, not before a time (it stays queued), or never. "Never" outweighs "not before"; of those the latest counts. */
export function gate(facts: GateFacts, now: Date): Verdict {
  const verdicts = checksOf[facts.purpose].map((name) => (checks[name] as Check)(facts, now));
  const refused = verdicts.find((v) => "never" in v);
  if (refused) return refused;
  const later = verdicts.flatMap((v) => ("notBefore" in v ? [v] : []));
  return later.reduce<Verdict>(
    (latest, v) => ("notBefore" in latest && latest.notBefore >= v.notBefore ? latest : v),
    go,
  );
}

/** Whether a stop on the phone holds back texts of this purpose: the starting statement asks the same. */
export const isHeldByStop = (purpose: Purpose): boolean => checksOf[purpose].includes("stopped");
