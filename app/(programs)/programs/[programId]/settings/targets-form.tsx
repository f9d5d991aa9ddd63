import { ActionForm } from "@/components/forms/action-form";
import { FormCheckbox, FormText } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type ProgramSummary, targetsSeen } from "@/lib/programs/types";
import { setTargetsAction } from "./actions";

const minutes = { inputMode: "numeric", className: "w-36" } as const;

/** How fast patients are answered. The inbox shows who waits longer. */
export function TargetsForm({ program }: { program: Pick<ProgramSummary, "id" | "targets"> }) {
  const { targets } = program;
  const seen = targetsSeen(targets);
  return (
    <ActionForm action={setTargetsAction}>
      <input type="hidden" name="programId" value={program.id} />
      <input type="hidden" name="seen" value={seen} />
      <div key={seen} className="grid gap-4">
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-medium">Answered within, in minutes of staffed time</legend>
          <div className="flex flex-wrap gap-4">
            <FormText
              name="emergencyMinutes"
              label="Emergency"
              {...minutes}
              defaultValue={targets.emergencyMinutes}
            />
            <FormText name="urgentMinutes" label="Urgent" {...minutes} defaultValue={targets.urgentMinutes} />
            <FormText
              name="routineMinutes"
              label="Routine"
              {...minutes}
              defaultValue={targets.routineMinutes}
            />
          </div>
          <p className="text-muted">Nights, weekends and closed days count as no time.</p>
        </fieldset>
        <FormText
          name="escalateMinutes"
          label="An emergency goes to more people after"
          hint="Minutes of any hour, when nobody has acknowledged it: managers and admins are told then."
          {...minutes}
          defaultValue={targets.escalateMinutes}
        />
        <FormCheckbox
          name="answersAfterHours"
          label="Answer a text that comes while nobody is there, once, with when you are back"
          defaultChecked={targets.answersAfterHours}
        />
      </div>
      <div>
        <SubmitButton pendingLabel="Saving">Save how fast</SubmitButton>
      </div>
    </ActionForm>
  );
}
