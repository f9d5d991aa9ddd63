"use client";

import { cn } from "@/components/ui/cn";
import type { ConditionField, RuleChoice } from "@/lib/campaigns/types";
import { fieldWords } from "./fields";

type Props = {
  field: ConditionField;
  choices: RuleChoice[];
  /** What values are called that nobody has any more. */
  names: Record<string, string>;
  values: string[];
  onValues: (values: string[]) => void;
};

const whole = new Intl.NumberFormat("en-US");
const manyChoices = 8;

/** The values that the program's people have, each with how many. One that is ticked stays, also when nobody has it. */
export function ValueBoxes({ field, choices, names, values, onValues }: Props) {
  const gone = values
    .filter((value) => !choices.some((choice) => choice.value === value))
    .map((value) => ({ value, label: names[value] ?? value, people: 0 }));
  const all = [...choices, ...gone];

  return (
    <fieldset
      className={cn("min-w-0", all.length > manyChoices && "max-h-60 overflow-y-auto rounded border px-2.5")}
    >
      <legend className="sr-only">{fieldWords[field]}</legend>
      {all.map(({ value, label, people }) => (
        <label key={value} className="flex min-h-8 items-start gap-2.5 py-1.5 max-md:min-h-11 max-md:py-3">
          <input
            type="checkbox"
            checked={values.includes(value)}
            onChange={({ target }) =>
              onValues(target.checked ? [...values, value] : values.filter((each) => each !== value))
            }
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span className="min-w-0 break-words">
            {label} <span className="text-muted tabular-nums">{whole.format(people)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
