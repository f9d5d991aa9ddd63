import { z } from "zod";

const whole = (sentence: string, most: number) =>
  z.coerce.number({ error: sentence }).int(sentence).min(1, sentence).max(most, sentence);

export const PaceSenderInput = z.object({
  senderId: z.uuid("That number is not in the list any more. Reload the page."),
  segmentsPerSecond: whole("Type how many segments a second, from 1 to 1,000.", 1_000),
  /** Left empty where the carrier sets no cap. */
  segmentsPerDay: z.preprocess(
    (v) => (v === "" || v === undefined ? null : v),
    whole(
      "Type how many segments a day, up to 10,000,000, or leave it empty for no cap.",
      10_000_000,
    ).nullable(),
  ),
});
export type PaceSenderInput = z.infer<typeof PaceSenderInput>;

export const PaceAccountInput = z.object({
  requestsPerSecond: whole("Type how many texts a second, from 1 to 1,000.", 1_000),
});
export type PaceAccountInput = z.infer<typeof PaceAccountInput>;

export const ResumeAccountInput = z.object({});

export const RetryParkedInput = z.object({
  eventId: z.uuid("That event is not in the list any more. Reload the page."),
});

export const SwitchLinesInput = z.object({
  on: z
    .enum(["yes", "no"], { error: "Say whether lines are to be checked. Reload the page." })
    .transform((answer) => answer === "yes"),
});
export type SwitchLinesInput = z.infer<typeof SwitchLinesInput>;
