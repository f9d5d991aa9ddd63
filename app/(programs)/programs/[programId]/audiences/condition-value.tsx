"use client";

import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { resultPhrases } from "@/lib/campaigns/audience-rule";
import {
  type CampaignResult,
  type Condition,
  campaignResults,
  type RuleChoice,
  type RuleChoices,
  type RuleNames,
} from "@/lib/campaigns/types";
import { choicesOf } from "./fields";
import { ValueBoxes } from "./value-boxes";

type Props = {
  condition: Condition;
  choices: RuleChoices;
  names: RuleNames;
  onChange: (next: Condition) => void;
};

const whole = new Intl.NumberFormat("en-US");

/** What a condition compares with. */
export function ConditionValue({ condition, choices, names, onChange }: Props) {
  const list = choicesOf(choices, condition.field);
  switch (condition.field) {
    case "age":
      return (
        <div className="flex flex-wrap items-center gap-2">
          <NumberField
            label="From"
            value={condition.from}
            onValue={(from) => onChange({ ...condition, from })}
          />
          to
          <NumberField label="To" value={condition.to} onValue={(to) => onChange({ ...condition, to })} />
          <Select
            label="Years or months"
            labelHidden
            className="w-28"
            options={["years", "months"].map((value) => ({ value, label: value }))}
            value={condition.unit}
            onChange={({ target }) =>
              onChange({ ...condition, unit: target.value === "months" ? "months" : "years" })
            }
          />
          <p className="w-full text-muted text-sm">
            By month of birth: a birthday counts from the 1st of its month.
          </p>
        </div>
      );
    case "measure":
      return (
        <div className="flex flex-wrap items-center gap-2">
          {condition.when !== "due" && (
            <Days days={condition.days} onDays={(days) => onChange({ ...condition, days })} />
          )}
          <Select
            label="Measure"
            labelHidden
            className="min-w-0 flex-1 basis-48"
            placeholder="Choose a measure"
            options={optionsOf(list, condition.measureId, names.measure)}
            value={condition.measureId}
            onChange={({ target }) => onChange({ ...condition, measureId: target.value })}
          />
        </div>
      );
    case "contact":
      return condition.when === "lately" ? (
        <div className="grid gap-1">
          <Days days={condition.days} onDays={(days) => onChange({ ...condition, days })} />
          <p className="text-muted text-sm">Campaign texts, calls and mail of this program.</p>
        </div>
      ) : (
        <p className="text-muted text-sm md:py-1.5">Campaign texts, calls and mail of this program.</p>
      );
    case "added":
      return <Days days={condition.days} onDays={(days) => onChange({ ...condition, days })} />;
    case "campaign":
      return (
        <div className="grid gap-2">
          <Select
            label="Result"
            labelHidden
            options={campaignResults.map((value) => ({ value, label: resultPhrases[value]("it")[0] }))}
            value={condition.result}
            onChange={({ target }) => onChange({ ...condition, result: target.value as CampaignResult })}
          />
          <Select
            label="Campaign"
            labelHidden
            placeholder="Choose a campaign"
            options={optionsOf(list, condition.campaignId, names.campaign)}
            value={condition.campaignId}
            onChange={({ target }) => onChange({ ...condition, campaignId: target.value })}
          />
        </div>
      );
    default:
      return (
        <ValueBoxes
          field={condition.field}
          choices={list}
          names={
            condition.field === "tag" || condition.field === "plan" || condition.field === "zip3"
              ? {}
              : names[condition.field]
          }
          values={condition.values}
          onValues={(values) => onChange({ ...condition, values })}
        />
      );
  }
}

/** With what is chosen now, should nobody have it any more. */
function optionsOf(list: RuleChoice[], now: string, names: Record<string, string>) {
  const gone =
    now && !list.some(({ value }) => value === now)
      ? [{ value: now, label: names[now] ?? now, people: 0 }]
      : [];
  return [...list, ...gone].map(({ value, label, people }) => ({
    value,
    label: `${label} (${whole.format(people)})`,
  }));
}

function Days({ days, onDays }: { days: number | null; onDays: (days: number | null) => void }) {
  return (
    <span className="flex items-center gap-2">
      <NumberField label="Days" value={days} onValue={onDays} />
      {days === 1 ? "day" : "days"}
    </span>
  );
}

function NumberField({
  label,
  value,
  onValue,
}: {
  label: string;
  value: number | null;
  onValue: (value: number | null) => void;
}) {
  return (
    <TextField
      label={label}
      labelHidden
      inputMode="numeric"
      autoComplete="off"
      className="w-20"
      maxLength={4}
      value={value ?? ""}
      onChange={({ target }) => {
        const digits = target.value.replace(/\D/g, "");
        onValue(digits === "" ? null : Number(digits));
      }}
    />
  );
}
