import { FormCheckbox, FormText } from "@/components/forms/field";
import { weekdayNames } from "@/lib/programs/types";

/** A row for each weekday: ticked means staffed, from when until when. Monday to Friday, nine to five at first. */
export function HoursFields() {
  return (
    <fieldset>
      <legend className="font-medium">Staffed hours</legend>
      <p className="mb-2 text-muted">Untick the days on which nobody answers.</p>
      <div className="grid">
        {weekdayNames.map((day, i) => (
          <div
            key={day}
            className="grid items-end gap-x-4 border-b py-1.5 last:border-b-0 md:grid-cols-[minmax(0,1fr)_auto]"
          >
            <FormCheckbox name={`staffed-${i + 1}`} label={day} defaultChecked={i < 5} />
            <div className="flex flex-wrap items-center gap-2">
              <FormText
                name={`opens-${i + 1}`}
                label={`${day} from`}
                labelHidden
                type="time"
                defaultValue="09:00"
                className="w-32"
              />
              <span aria-hidden className="text-muted">
                to
              </span>
              <FormText
                name={`closes-${i + 1}`}
                label={`${day} until`}
                labelHidden
                type="time"
                defaultValue="17:00"
                className="w-32"
              />
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
