import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { z } from "zod";
import { outreachBounds as bounds, type StaffedDay, weekdayNames } from "./types";

const words = (what: string, most: number) =>
  z
    .string({ error: `Type ${what}.` })
    .trim()
    .min(1, `Type ${what}.`)
    .max(most, `Use at most ${most} characters for ${what}.`);

const wholeNumber = (sentence: string, least: number, most: number) =>
  z.coerce.number({ error: sentence }).int(sentence).min(least, sentence).max(most, sentence);
const upTo = (most: number) => wholeNumber(`Choose a number from 1 to ${most}.`, 1, most);
const zones = new Set(Intl.supportedValuesOf("timeZone"));
const clock = z.string("Choose a time.").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Choose a time from the list.");

// A form sends nothing, one value or a list: all three are a list here.
const idList = (sentence: string) =>
  z.preprocess(
    (v) => (v === undefined || v === "" ? [] : Array.isArray(v) ? v : [v]),
    z
      .array(z.uuid(sentence))
      .max(500, "Choose at most 500 people.")
      .transform((ids) => [...new Set(ids)]),
  );

/** Dollars as people type them, with at most four decimals, as millionths. */
const cost = z
  .string({ error: "Type what one segment costs, such as 0.0075." })
  .trim()
  .regex(/^\$?\d{1,2}(\.\d{1,4})?$/, "Type dollars with at most four decimals, such as 0.0075.")
  .transform((typed) => Math.round(Number(typed.replace("$", "")) * 1_000_000))
  .refine((micros) => micros <= 10_000_000, "One segment costs at most 10 dollars.");

/** What the form says of one weekday: null when it is unticked, undefined when its times make no sense. */
function staffedDay(form: Record<string, unknown>, weekday: number): StaffedDay | null | undefined {
  if (!form[`staffed-${weekday}`]) return null;
  const opens = clock.safeParse(form[`opens-${weekday}`]).data;
  const closes = clock.safeParse(form[`closes-${weekday}`]).data;
  return opens && closes && opens < closes ? { weekday, opens, closes } : undefined;
}

const weekdays = weekdayNames.map((_, i) => i + 1);
const always = () => true;

let programForm = z.looseObject({
  name: words("a name for the program", 80),
  brand: words("the name that texts use", 40),
  desiredAction: words("the desired action", 120),
  windowDays: wholeNumber("Type a number of days from 1 to 365.", 1, 365),
  timeZone: z
    .string({ error: "Choose a time zone." })
    .refine((zone) => zones.has(zone), "Choose a time zone from the list."),
  segmentCost: cost,
  senderId: z.uuid("Choose a number that texts come from."),
  memberIds: idList("Choose people from the list."),
});
// Also when other fields are wrong, so that everything is said at once.
for (const weekday of weekdays)
  programForm = programForm.refine((form) => staffedDay(form, weekday) !== undefined, {
    path: [`staffed-${weekday}`],
    message: `${weekdayNames[weekday - 1]} needs a start and a later end.`,
    when: always,
  });
programForm = programForm.refine((form) => weekdays.some((day) => staffedDay(form, day) !== null), {
  path: ["staffed-1"],
  message: "Tick at least one day on which people answer.",
  when: always,
});

/** The form "New program". Hours come as `staffed-1` (ticked), `opens-1` and `closes-1`, 1 being Monday. */
export const CreateProgramInput = programForm.transform((form) => ({
  name: form.name,
  brand: form.brand,
  desiredAction: form.desiredAction,
  windowDays: form.windowDays,
  timeZone: form.timeZone,
  segmentCostMicros: form.segmentCost,
  senderId: form.senderId,
  memberIds: form.memberIds,
  hours: weekdays.flatMap((day) => staffedDay(form, day) ?? []),
}));
export type CreateProgramInput = z.infer<typeof CreateProgramInput>;

export const SetMembersInput = z.object({
  programId: z.uuid("We could not find that program."),
  userIds: idList("Choose people from the list."),
  /** Who was in the program when the form was shown, separated by commas. */
  seen: z
    .string()
    .default("")
    .transform((list) => list.split(",").filter(Boolean))
    .pipe(z.array(z.uuid()).max(500)),
});
export type SetMembersInput = z.infer<typeof SetMembersInput>;

/** When and how often outreach may go. A box that is not ticked is not sent. */
export const LimitOutreachInput = z
  .object({
    programId: z.uuid("We could not find that program."),
    opens: clock.refine((time) => time >= bounds.opens, "No outreach begins before 8:00 am."),
    closes: clock.refine((time) => time <= bounds.closes, "No outreach goes out after 9:00 pm."),
    sundays: z.preprocess(Boolean, z.boolean()),
    perDay: upTo(bounds.perDay),
    perWeek: upTo(bounds.perWeek),
    seen: z.string().max(100),
  })
  .refine(({ opens, closes }) => opens < closes, {
    path: ["closes"],
    message: "Choose an end after the start.",
  })
  .refine(({ perDay, perWeek }) => perDay <= perWeek, {
    path: ["perWeek"],
    message: "Seven days cannot allow less than one day.",
  });
export type LimitOutreachInput = z.infer<typeof LimitOutreachInput>;

const host = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24}$/;
const shorteners = new Set(
  "bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly cutt.ly rb.gy shorturl.at tiny.cc t.ly".split(" "),
);

/** Hosts one a line, also as they are copied from an address; in the order of the alphabet. */
export const AllowLinksInput = z.object({
  programId: z.uuid("We could not find that program."),
  seen: z.string().max(2_100),
  hosts: z
    .string()
    .max(3_000, "Allow at most 20 hosts.")
    .default("")
    .transform((typed) => {
      const hosts = typed.toLowerCase().split(/[\s,;]+/);
      return [...new Set(hosts.map((each) => each.replace(/^https?:\/\//, "").replace(/[/?#].*$/, "")))]
        .filter((each) => each !== "")
        .sort();
    })
    .pipe(
      z
        .array(
          z
            .string()
            .max(100, "A host has at most 100 characters.")
            .regex(host, "Write each host like this: valleycare.example.")
            .refine((each) => !shorteners.has(each), "Phone companies block public link shorteners."),
        )
        .max(20, "Allow at most 20 hosts."),
    ),
});
export type AllowLinksInput = z.infer<typeof AllowLinksInput>;

const tollFree = /^\+18(00|33|44|55|66|77|88)/;

export const AddSenderInput = z
  .object({
    number: z.string({ error: "Type the number." }).trim().min(1, "Type the number."),
    kind: z.enum(["10dlc", "toll_free", "short_code"], { error: "Choose what kind of number this is." }),
    segmentsPerSecond: wholeNumber("Type how many segments a second, from 1 to 1000.", 1, 1_000),
  })
  .transform(({ number: typed, kind, segmentsPerSecond }, ctx) => {
    const number = kind === "short_code" ? shortCode(typed) : usNumber(typed);
    const problem = !number
      ? kind === "short_code"
        ? "A short code has five or six digits."
        : "Type a US number with its area code, such as +1 212 555 0123."
      : kind === "toll_free" && !tollFree.test(number)
        ? "This is not a toll-free number: those begin with 800, 833, 844, 855, 866, 877 or 888."
        : kind === "10dlc" && tollFree.test(number)
          ? "This is a toll-free number: choose that kind."
          : null;
    if (problem) ctx.addIssue({ code: "custom", path: ["number"], message: problem });
    return { number: number ?? "", kind, segmentsPerSecond };
  });
export type AddSenderInput = z.infer<typeof AddSenderInput>;

const shortCode = (typed: string) => (/^\d{5,6}$/.test(typed) ? typed : undefined);

function usNumber(typed: string): string | undefined {
  const phone = parsePhoneNumberFromString(typed, "US");
  if (!phone?.isPossible() || phone.ext) return undefined;
  return phone.country === "US" || phone.country === "PR" ? phone.number : undefined;
}

/** For how many hours; as long as the program is staffed where none is chosen. */
export const TakeCoverInput = z.object({
  programId: z.uuid("Choose a program."),
  hours: z.preprocess((v) => (v === "" ? null : v), z.nullable(upTo(14)).default(null)),
});
export type TakeCoverInput = z.infer<typeof TakeCoverInput>;

export const EndCoverInput = z.object({
  programId: z.uuid("Choose a program."),
  note: z.string().trim().max(2000, "A note has at most 2,000 characters.").default(""),
});
export type EndCoverInput = z.infer<typeof EndCoverInput>;

export const TargetInput = z.object({
  programId: z.uuid("Choose a program."),
  seen: z.string(),
  emergencyMinutes: wholeNumber("Type minutes from 1 to 60.", 1, 60),
  urgentMinutes: wholeNumber("Type minutes from 1 to 1,440.", 1, 1_440),
  routineMinutes: wholeNumber("Type minutes from 1 to 10,080.", 1, 10_080),
  escalateMinutes: wholeNumber("Type minutes from 1 to 120.", 1, 120),
  answersAfterHours: z.preprocess((v) => v === "on" || v === true, z.boolean()),
});
export type TargetInput = z.infer<typeof TargetInput>;

export const CloseDayInput = z.object({
  programId: z.uuid("Choose a program."),
  day: z.iso.date("Choose a day."),
  name: words("what day it is, such as Christmas", 60),
});
export type CloseDayInput = z.infer<typeof CloseDayInput>;

export const OpenDayInput = z.object({
  programId: z.uuid("Choose a program."),
  day: z.iso.date("Choose a day."),
});
export type OpenDayInput = z.infer<typeof OpenDayInput>;
