"use client";

import { useState } from "react";
import { FormSelect, FormText } from "@/components/forms/field";
import type { Choice } from "@/components/ui/select";
import { longestAddress, longestName, longestPlan, type PatientRecord } from "@/lib/patients/types-record";

type Props = {
  record: PatientRecord;
  today: string;
  languages: Choice[];
  states: Choice[];
  zones: Choice[];
  statuses: Choice[];
};

export function RecordFields({ record, today, languages, states, zones, statuses }: Props) {
  // As it was when this was opened: what somebody else changes meanwhile must not slip in under what is typed.
  const [was] = useState(record);
  return (
    <>
      <input type="hidden" name="seen" value={was.seen} />
      <FormText name="name" label="Name" defaultValue={was.name} maxLength={longestName} autoComplete="off" />
      <FormText name="birthDate" label="Birth date" type="date" defaultValue={was.birthDate} max={today} />
      <FormSelect name="language" label="Language" options={languages} defaultValue={was.language} />
      <FormText
        name="address"
        label="Address"
        optional
        defaultValue={was.address ?? ""}
        maxLength={longestAddress}
        autoComplete="off"
      />
      <FormText
        name="zip"
        label="ZIP code"
        optional
        hint={
          was.zip3 && !was.zip ? `Only that it begins with ${was.zip3} is on file, which stays.` : undefined
        }
        inputMode="numeric"
        defaultValue={was.zip ?? ""}
        maxLength={10}
        autoComplete="off"
      />
      <FormSelect
        name="state"
        label="State"
        optional
        placeholder="Not on file"
        options={states}
        defaultValue={was.state ?? ""}
      />
      <FormSelect
        name="timeZone"
        label="Time zone"
        optional
        hint="Only where they are elsewhere than their home says."
        placeholder="As their home and phone say"
        options={zones}
        defaultValue={was.timeZone ?? ""}
      />
      <FormText name="plan" label="Plan" optional defaultValue={was.plan ?? ""} maxLength={longestPlan} />
      <FormText
        name="tags"
        label="Tags"
        optional
        hint="With commas between them. They are not sealed: nothing of health, no names."
        defaultValue={was.tags.join(", ")}
      />
      <FormText
        name="dueDate"
        label="Child expected on"
        optional
        type="date"
        defaultValue={was.dueDate ?? ""}
      />
      <FormText
        name="childBirthDate"
        label="Child born on"
        optional
        type="date"
        max={today}
        defaultValue={was.childBirthDate ?? ""}
      />
      {was.status !== "hold" && (
        <FormSelect name="status" label="Status" options={statuses} defaultValue={was.status} />
      )}
    </>
  );
}
