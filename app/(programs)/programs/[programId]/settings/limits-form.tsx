import { ActionForm } from "@/components/forms/action-form";
import { FormCheckbox, FormSelect } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { timeOfDay } from "@/components/ui/time-words";
import { outreachBounds, type ProgramSummary, rulesSeen } from "@/lib/programs/types";
import { limitOutreachAction } from "./actions";

const halfHours = Array.from({ length: 48 }, (_, i) => {
  const hour = String(Math.floor(i / 2)).padStart(2, "0");
  return `${hour}:${i % 2 === 0 ? "00" : "30"}`;
}).filter((time) => time >= outreachBounds.opens && time <= outreachBounds.closes);

/** Half hours, and what is set now, should it be none of them. */
const times = (now: string) =>
  [...new Set([...halfHours, now])].sort().map((value) => ({ value, label: timeOfDay(value) }));

const upTo = (most: number) =>
  Array.from({ length: most }, (_, i) => ({
    value: String(i + 1),
    label: i === 0 ? "1 text" : `${i + 1} texts`,
  }));

export function LimitsForm({ program }: { program: Pick<ProgramSummary, "id" | "outreach"> }) {
  const { opens, closes, sundays, perDay, perWeek } = program.outreach;
  const seen = rulesSeen(program.outreach);

  return (
    <ActionForm action={limitOutreachAction}>
      <input type="hidden" name="programId" value={program.id} />
      <input type="hidden" name="seen" value={seen} />
      <div key={seen} className="grid gap-4">
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-medium">Hours</legend>
          <div className="flex flex-wrap gap-4">
            <FormSelect
              name="opens"
              label="From"
              options={times(opens).slice(0, -1)}
              defaultValue={opens}
              className="w-36"
            />
            <FormSelect
              name="closes"
              label="Until"
              options={times(closes).slice(1)}
              defaultValue={closes}
              className="w-36"
            />
          </div>
          <FormCheckbox name="sundays" label="On Sundays too" defaultChecked={sundays} />
          <p className="text-muted">By the patient's clock. Their state may allow less; then that counts.</p>
        </fieldset>
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-medium">At most</legend>
          <div className="flex flex-wrap gap-4">
            <FormSelect
              name="perDay"
              label="In one day"
              options={upTo(outreachBounds.perDay)}
              defaultValue={String(perDay)}
              className="w-36"
            />
            <FormSelect
              name="perWeek"
              label="In seven days"
              options={upTo(outreachBounds.perWeek)}
              defaultValue={String(perWeek)}
              className="w-36"
            />
          </div>
          <p className="text-muted">To one patient or phone. Texts of all programs count together.</p>
        </fieldset>
      </div>
      <div>
        <SubmitButton pendingLabel="Saving">Save when and how often</SubmitButton>
      </div>
    </ActionForm>
  );
}
