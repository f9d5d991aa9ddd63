import { isoDay } from "@/components/ui/time-words";
import { excludedWords, failureWords, holdout, type PatientEnrollment } from "@/lib/campaigns/types";
import { actionSourceWords, type PatientAction, type PatientTouch } from "@/lib/outcomes/types";

/** Something that happened to a patient or that they did. */
export interface Happening {
  key: string;
  /** YYYY-MM-DD, in the program's zone. */
  day: string;
  tone: "neutral" | "active" | "success" | "warning" | "danger";
  words: string;
  /** What it rests on, or what became of it. */
  more: string | null;
  program: string;
}

interface Known {
  enrollments: readonly PatientEnrollment[];
  actions: readonly PatientAction[];
  touches: readonly PatientTouch[];
}

/** What is known of a patient, newest day first. */
export function timelineOf({ enrollments, actions, touches }: Known, zone: string): Happening[] {
  return [
    ...enrollments.flatMap((each) => inCampaign(each, zone)),
    ...actions.map(done),
    ...touches.map(reached),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

function inCampaign(enrollment: PatientEnrollment, zone: string): Happening[] {
  const { campaignId, campaign, program, step, excluded } = enrollment;
  const at = (time: string, what: string) => ({
    ...{ key: `${campaignId} ${step} ${what}`, day: isoDay(new Date(time), zone), program },
  });
  // What came after the text stands above it: of one day, the later comes first.
  const after: Happening[] = [];
  if (enrollment.stoppedAt)
    after.push({
      ...at(enrollment.stoppedAt, "stop"),
      ...{ tone: "danger", words: `Stopped texts after ${campaign}`, more: null },
    });
  if (enrollment.repliedAt)
    after.push({
      ...at(enrollment.repliedAt, "reply"),
      ...{ tone: "success", words: `Replied to ${campaign}`, more: null },
    });
  const { tone, more } = excluded ? notTexted(excluded) : fateOf(enrollment);
  const words = excluded ? `Not texted by ${campaign}` : campaign;
  return [...after, { ...at(enrollment.sentAt ?? enrollment.enrolledAt, "text"), tone, words, more }];
}

const notTexted = (excluded: string) => ({
  tone: "neutral" as const,
  more: excludedWords[excluded] ?? (excluded === holdout ? null : "They could not be texted"),
});

function fateOf({
  deliveredAt,
  failure,
  failedAt,
  sentAt,
  step,
}: PatientEnrollment): Pick<Happening, "tone" | "more"> {
  if (deliveredAt) return { tone: "success", more: "Text delivered" };
  if (failure) return { tone: failedAt ? "danger" : "warning", more: failureWords(failure) };
  if (sentAt) return { tone: "active", more: "Text sent, not yet delivered" };
  return { tone: "neutral", more: step === null ? "Enrolled, no text yet" : "Text waiting to be sent" };
}

const done = ({ id, occurredOn, action, source, code, program }: PatientAction): Happening => ({
  ...{ key: id, day: occurredOn, tone: "success", words: action, program },
  more: code ? `${actionSourceWords[source]}, code ${code}` : actionSourceWords[source],
});

const channelWords: Record<PatientTouch["channel"], string> = {
  postcard: "Postcard",
  mailer: "Letter or mailer",
  call: "Call",
  recorded_call: "Recorded call",
  email: "Email",
  visit: "Visit at home",
};

const reached = ({ id, occurredOn, channel, reached: answer, program }: PatientTouch): Happening => ({
  ...{ key: id, day: occurredOn, tone: "neutral", words: channelWords[channel], program },
  more: answer === "yes" ? "Reached them" : answer === "no" ? "Did not reach them" : null,
});
