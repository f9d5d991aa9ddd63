"use client";

import { useState } from "react";
import { putOffAction } from "@/app/(care)/inbox/actions";
import { ActionForm } from "@/components/forms/action-form";
import { FormRadios, FormText } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { isoDay } from "@/components/ui/time-words";
import { longestThreadNote, type PutOffTimes } from "@/lib/inbox/types-working";
import { ActDialog } from "./act-dialog";
import { momentWords } from "./event-words";

type Props = {
  threadId: string;
  seen: string | null;
  times: PutOffTimes;
  now: string;
  zone: string;
};

/** Out of the queue until a moment, or until the patient texts. */
export function PutOffDialog({ threadId, seen, times, now: nowIso, zone }: Props) {
  const [until, setUntil] = useState("hour");
  const now = new Date(nowIso);
  const when = (at: string) => momentWords(at, now, zone);
  const choices = [
    { value: "hour", label: "In 1 hour" },
    ...(times.afternoon ? [{ value: "afternoon", label: `This afternoon: ${when(times.afternoon)}` }] : []),
    { value: "staffed", label: `When somebody is there next: ${when(times.staffed)}` },
    { value: "at", label: "At another time" },
  ];
  return (
    <ActDialog
      label="Put off"
      keyName="b"
      keyWords="Put off until"
      title="Put this off until when?"
      description={
        <p>It comes back by itself, and at once when the patient texts. Nobody holds it meanwhile.</p>
      }
    >
      {({ close, buttons }) => (
        <ActionForm action={putOffAction} onDone={close}>
          <input type="hidden" name="threadId" value={threadId} />
          <input type="hidden" name="seen" value={seen ?? ""} />
          <FormRadios
            name="until"
            label="Until"
            labelHidden
            options={choices}
            defaultValue="hour"
            onValueChange={setUntil}
          />
          {until === "at" && (
            <div className="grid grid-cols-2 gap-3">
              <FormText name="day" label="Day" type="date" min={isoDay(now, zone)} />
              <FormText name="time" label="Time" type="time" defaultValue="09:00" />
            </div>
          )}
          <FormText name="words" label="What for" optional maxLength={longestThreadNote} autoComplete="off" />
          {buttons(<SubmitButton pendingLabel="Putting off">Put off</SubmitButton>)}
        </ActionForm>
      )}
    </ActDialog>
  );
}
