"use client";

import { X } from "lucide-react";
import { useId } from "react";
import { useFieldErrors } from "@/components/forms/form-state";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { type Choice, Select } from "@/components/ui/select";
import type { Condition, ConditionField, RuleChoices, RuleNames } from "@/lib/campaigns/types";
import { ConditionValue } from "./condition-value";
import { blankOf, wayOf, waysOf, withWay } from "./fields";

type Props = {
  /** What stands between it and the line above. */
  joined: "" | "and" | "or";
  number: number;
  /** Under which the server speaks of it. */
  name: string;
  condition: Condition;
  choices: RuleChoices;
  fields: Choice[];
  names: RuleNames;
  onChange: (next: Condition) => void;
  onRemove: () => void;
};

/** One condition: what it is about, how that is compared, and with what. */
export function ConditionLine({
  joined,
  number,
  name,
  condition,
  choices,
  fields,
  names,
  onChange,
  onRemove,
}: Props) {
  const errorId = useId();
  const errors = useFieldErrors(name);
  const { field } = condition;

  return (
    <fieldset data-line className="grid min-w-0 gap-2">
      <legend className="sr-only">Condition {number}</legend>
      {joined && <p className="text-muted text-sm">{joined}</p>}
      <FieldError id={errorId} errors={errors} />
      <div className="flex items-start gap-2">
        <div className="grid min-w-0 flex-1 items-start gap-2 md:grid-cols-[11rem_11rem_minmax(0,1fr)]">
          <Select
            name={name}
            label="About"
            labelHidden
            options={fields}
            value={field}
            aria-describedby={errors.length > 0 ? errorId : undefined}
            onChange={({ target }) => onChange(blankOf(target.value as ConditionField, choices))}
          />
          <Select
            label="How"
            labelHidden
            options={waysOf(field)}
            value={wayOf(condition)}
            onChange={({ target }) => onChange(withWay(condition, target.value))}
          />
          <ConditionValue {...{ condition, choices, names, onChange }} />
        </div>
        <Button variant="quiet" size="icon" onClick={onRemove} aria-label={`Remove condition ${number}`}>
          <X aria-hidden />
        </Button>
      </div>
    </fieldset>
  );
}
