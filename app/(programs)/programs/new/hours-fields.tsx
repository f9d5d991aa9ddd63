import { FormCheckbox, FormSelect } from "@/components/forms/field";
import { timeOfDay } from "@/components/ui/time-words";
import { weekdayNames } from "@/lib/programs/types";

const halfHours = Array.from({ length: 48 }, (_, i) => {
  const hour = String(Math.floor(i / 2)).padStart(2, "0");
  return `${hour}:${i % 2 === 0 ? "00" : "30"}`;
});
const choices = (times: readonly string[]) => times.map((value) => ({ value, label: timeOfDay(value) }));
const starts = choices(halfHours);
const ends = choices([...halfHours.slice(1), "23:59"]);

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
              <FormSelect
                name={`opens-${i + 1}`}
                label={`${day} from`}
                labelHidden
                options={starts}
                defaultValue="09:00"
                className="w-32"
              />
              <span aria-hidden className="text-muted">
                to
              </span>
              <FormSelect
                name={`closes-${i + 1}`}
                label={`${day} until`}
                labelHidden
                options={ends}
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
