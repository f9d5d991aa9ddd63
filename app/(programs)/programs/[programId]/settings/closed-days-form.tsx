import { ActionForm } from "@/components/forms/action-form";
import { FormText } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { calendarDay } from "@/components/ui/time-words";
import type { ProgramSummary } from "@/lib/programs/types";
import { closeDayAction, openDayAction } from "./actions";

/** Holidays and other days on which nobody answers. */
export function ClosedDaysForm({ program }: { program: Pick<ProgramSummary, "id" | "closedDays"> }) {
  return (
    <div className="grid gap-4">
      {program.closedDays.length > 0 ? (
        <ul className="max-w-prose divide-y border-y">
          {program.closedDays.map(({ day, name }) => (
            <li key={day} className="flex flex-wrap items-center justify-between gap-2 py-1">
              <span>
                {calendarDay(new Date(`${day}T12:00:00Z`), "UTC")}, {name}
              </span>
              <ActionForm action={openDayAction} className="contents">
                <input type="hidden" name="programId" value={program.id} />
                <input type="hidden" name="day" value={day} />
                <SubmitButton variant="quiet" pendingLabel="Opening">
                  Open<span className="sr-only"> on {name}</span>
                </SubmitButton>
              </ActionForm>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">No closed day is ahead.</p>
      )}
      <ActionForm action={closeDayAction} after="clear">
        <input type="hidden" name="programId" value={program.id} />
        <div className="flex flex-wrap items-end gap-4">
          <FormText name="day" type="date" label="Day" className="w-44" />
          <FormText
            name="name"
            label="What day it is"
            placeholder="Christmas"
            maxLength={60}
            className="w-60"
          />
          <SubmitButton variant="secondary" pendingLabel="Closing">
            Close that day
          </SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
