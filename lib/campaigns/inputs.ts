import { z } from "zod";
import { isEither, problemOf } from "./audience-rule";
import { type AudienceRule, type Condition, campaignResults, listFields, mostConditions } from "./types";

const text = z
  .string()
  .trim()
  .min(1, "Write what the text says.")
  .max(640, "Keep the text under 640 characters: longer ones split into many segments.");

export const WriteCampaignInput = z.object({
  programId: z.uuid(),
  /** Missing for a new campaign. */
  campaignId: z.uuid().optional(),
  name: z.string().trim().min(1, "Give the campaign a name.").max(80, "Keep the name under 80 characters."),
  en: text,
  es: text,
  /** Missing or empty: everybody in the program. */
  audienceId: z.union([z.literal(""), z.uuid("Choose an audience from the list.")]).optional(),
});

export type WriteCampaign = z.infer<typeof WriteCampaignInput>;

export const CampaignInput = z.object({ campaignId: z.uuid() });

export const LaunchCampaignInput = z.object({
  campaignId: z.uuid(),
  /** How many people the manager was told. */
  expected: z.coerce.number().int().min(0),
  /** Which rule the manager was shown. */
  seen: z.string().max(100).optional(),
});

const not = z.boolean();
const values = z
  .array(
    z
      .string()
      .min(1)
      .max(100)
      .regex(/^[^\p{Cc}]*$/u),
  )
  .max(1_000)
  .transform((all) => [...new Set(all)]);
const ids = z.array(z.union([z.literal(""), z.uuid()])).max(1_000);
const number = z.int().min(0).max(100_000).nullable();

const ConditionInput = z.discriminatedUnion("field", [
  z.strictObject({ not, field: z.enum(listFields).exclude(["roster"]), values }),
  z.strictObject({ not, field: z.literal("roster"), values: ids }),
  z.strictObject({ not, field: z.literal("tag"), match: z.enum(["any", "all"]), values }),
  z.strictObject({
    not,
    field: z.literal("age"),
    unit: z.enum(["years", "months"]),
    from: number,
    to: number,
  }),
  z.strictObject({
    not,
    field: z.literal("measure"),
    measureId: z.string().max(100),
    when: z.enum(["due", "opens", "closes"]),
    days: number,
  }),
  z.strictObject({ not, field: z.literal("contact"), when: z.enum(["ever", "lately"]), days: number }),
  z.strictObject({
    not,
    field: z.literal("campaign"),
    campaignId: z.union([z.literal(""), z.uuid()]),
    result: z.enum(campaignResults),
  }),
  z.strictObject({ not, field: z.literal("added"), days: number }),
]);

/** What the database holds, or a form sends, as a rule that can be counted. What is unfinished is said at its row. */
export const RuleInput: z.ZodType<AudienceRule> = z
  .strictObject({
    all: z.array(z.union([ConditionInput, z.strictObject({ anyOf: z.array(ConditionInput) })])),
  })
  .superRefine(({ all }, issues) => {
    const say = (condition: Condition, path: (string | number)[]) => {
      const message = problemOf(condition);
      if (message) issues.addIssue({ code: "custom", path, message });
    };
    for (const [i, entry] of all.entries())
      if (!isEither(entry)) say(entry, ["all", i]);
      else {
        if (entry.anyOf.length === 0)
          issues.addIssue({ code: "custom", path: ["all", i], message: "Add a condition, or remove this." });
        for (const [j, each] of entry.anyOf.entries()) say(each, ["all", i, "anyOf", j]);
      }
    const count = all.reduce((sum, entry) => sum + (isEither(entry) ? entry.anyOf.length : 1), 0);
    if (count > mostConditions)
      issues.addIssue({
        code: "custom",
        path: ["all"],
        message: `Use at most ${mostConditions} conditions.`,
      });
  });

export const AudienceCountInput = z.strictObject({ programId: z.uuid(), rule: RuleInput });

export const WriteAudienceInput = z.object({
  programId: z.uuid(),
  /** Missing for a new audience. */
  audienceId: z.uuid().optional(),
  name: z.string().trim().min(1, "Give the audience a name.").max(80, "Keep the name under 80 characters."),
  /** As JSON. */
  rule: z
    .string()
    .max(50_000)
    .transform((json, issues): unknown => {
      try {
        return JSON.parse(json);
      } catch {
        issues.addIssue({ code: "custom", message: "The conditions could not be read. Reload the page." });
        return z.NEVER;
      }
    })
    .pipe(RuleInput)
    .refine(({ all }) => all.length > 0, "Add a condition: without one this is everybody in the program."),
  /** What the audience was when the form was shown: an `AudienceDetail`'s `seen`. */
  seen: z.string().max(100).optional(),
});

export type WriteAudience = z.infer<typeof WriteAudienceInput>;

export const RetireAudienceInput = z.object({ audienceId: z.uuid() });
