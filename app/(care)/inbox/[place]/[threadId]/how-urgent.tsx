"use client";

import { changePriorityAction } from "@/app/(care)/inbox/actions";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Status } from "@/components/ui/status";
import { SubmitButton } from "@/components/ui/submit-button";
import { clockTime } from "@/components/ui/time-words";
import { priorities, priorityWords } from "@/lib/inbox/types";
import type { Urgency } from "@/lib/inbox/types-urgency";
import { ActDialog } from "./act-dialog";
import { useUrgency } from "./urgency";

type Props = {
  /** The newest text of the patient that is on the screen. */
  seen: string | null;
  zone: string;
};

/** How urgent the conversation is, what rules say that nobody has decided about, and the way to decide. */
export function HowUrgent({ seen, zone }: Props) {
  const urgency = useUrgency();
  if (!urgency) return null;

  const { priority, alert } = urgency;
  const undecided = urgency.flags.filter(({ cleared }) => cleared === null).length;
  return (
    <div className="grid gap-2">
      <p>
        {priority === "routine" ? (
          <span className="text-muted">Routine</span>
        ) : (
          <Status tone={priority}>{priorityWords[priority]}</Status>
        )}
      </p>
      {alert && <AlertLine alert={alert} zone={zone} />}
      {undecided > 0 && (
        <p className="text-muted">
          {undecided === 1 ? "One flag waits" : `${undecided} flags wait`} for somebody's decision.
        </p>
      )}
      <div className="justify-self-start">
        <ActDialog
          label="Change how urgent"
          keyName="f"
          keyWords="Change how urgent this is"
          caps
          variant="secondary"
          title="How urgent is this?"
          description={
            undecided > 0
              ? "What you decide answers the flags of this conversation. They stay to be read, with your name."
              : undefined
          }
        >
          {({ close, buttons }) => (
            <ActionForm action={changePriorityAction} onDone={close}>
              <input type="hidden" name="threadId" value={urgency.threadId} />
              <input type="hidden" name="seen" value={seen ?? ""} />
              <RadioGroup
                name="priority"
                label="How urgent"
                inline
                defaultValue={priority}
                options={priorities.map((value) => ({ value, label: priorityWords[value] }))}
              />
              <FormTextarea
                name="reason"
                label="Why"
                rows={2}
                maxLength={500}
                hint={
                  alert
                    ? "Anything less than an emergency also ends the alert. Your reason stays in the conversation."
                    : "Your reason stays in the conversation."
                }
              />
              {buttons(<SubmitButton pendingLabel="Saving">Save</SubmitButton>)}
            </ActionForm>
          )}
        </ActDialog>
      </div>
    </div>
  );
}

function AlertLine({ alert, zone }: { alert: NonNullable<Urgency["alert"]>; zone: string }) {
  const raised = clockTime(new Date(alert.raisedAt), zone);
  if (alert.acknowledged)
    return (
      <p>
        Alert of {raised}, acknowledged by {alert.acknowledged.by} at{" "}
        {clockTime(new Date(alert.acknowledged.at), zone)}.
      </p>
    );
  return (
    <p className="font-medium text-danger">
      Alert of {raised}: nobody has acknowledged it
      {alert.escalated && ", and it went to more people"}.
    </p>
  );
}
