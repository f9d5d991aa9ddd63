import type { Route } from "next";
import { calendarDay, exactTime } from "@/components/ui/time-words";
import { isId } from "@/lib/ids";
import { displayPhone } from "@/lib/patients/phone-number";
import type { PatientDetail, PatientPhone, RiskNoticeEntry } from "@/lib/patients/types";
import type { PhoneToChoose } from "./consent-form";

export const relationshipWords: Record<PatientPhone["relationship"], string> = {
  self: "Their own",
  guardian: "A parent's or guardian's",
  other: "Somebody else's",
};

/** "Mobile, checked 3 Nov 2026", or that nobody has asked. */
export function lineWords({ lineType, lineCheckedAt }: PatientPhone, zone: string): string {
  if (!lineCheckedAt) return "Not checked";
  const checked = `checked ${calendarDay(new Date(lineCheckedAt), zone)}`;
  if (!lineType) return `Not known, ${checked}`;
  const type = lineType.replaceAll("_", " ");
  return `${type.charAt(0).toUpperCase()}${type.slice(1)}, ${checked}`;
}

export function noticeLine(newest: RiskNoticeEntry | undefined, zone: string): string {
  if (!newest) return "Nothing on file says that they were told. This is apart from consent.";
  const day = calendarDay(new Date(newest.recordedAt), zone);
  return newest.accepted
    ? `They were told on ${day} and want texts all the same.`
    : `They were told on ${day} and would rather not have texts. Call them.`;
}

/** What the form needs to know of each number. */
export const phonesToChoose = ({ phones, timeZone }: PatientDetail): PhoneToChoose[] =>
  phones.map((phone) => ({
    id: phone.id,
    label: displayPhone(phone.number),
    stop:
      phone.stoppedAt && phone.stoppedOn
        ? {
            at: phone.stoppedAt,
            on: phone.stoppedOn,
            words: exactTime(new Date(phone.stoppedAt), timeZone),
          }
        : null,
    others: phone.others,
    seen: phone.consent?.id ?? null,
  }));

/** To the conversation that led here, else to the search. */
export const backTo = (thread: string | string[] | undefined): { href: Route; label: string } =>
  typeof thread === "string" && isId(thread)
    ? { href: `/inbox/${thread}` as Route, label: "Conversation" }
    : { href: "/patients", label: "Patients" };
