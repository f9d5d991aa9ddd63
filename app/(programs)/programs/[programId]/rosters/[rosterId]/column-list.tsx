import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { columnWords, type RosterDetail } from "@/lib/rosters/types";
import { changeColumnsAction } from "./actions";

/** Which columns are used and which left out, and the way back to choosing while nothing is imported. */
export function ColumnList({ roster, mayChange }: { roster: RosterDetail; mayChange: boolean }) {
  const { columns, state, isFileKept } = roster;
  if (!columns) return null;
  const nameOf = (heading: string | null, place: number) => heading || `Column ${place + 1}`;
  const used = columns.flatMap(({ heading, column }, place) =>
    column ? [`${nameOf(heading, place)} is ${columnWords[column].toLowerCase()}`] : [],
  );
  const left = columns.flatMap(({ heading, column }, place) => (column ? [] : [nameOf(heading, place)]));
  const isOpen = mayChange && isFileKept && (state === "checking" || state === "checked");
  return (
    <details className="mt-6 max-w-prose">
      <summary className="cursor-pointer rounded font-medium max-md:min-h-11">
        Columns: {used.length} used, {left.length} left out
      </summary>
      <div className="mt-2 grid gap-2 break-words text-muted">
        <p>{used.join(", ")}.</p>
        {left.length > 0 && <p>Left out: {left.join(", ")}.</p>}
        {isOpen && (
          <ActionForm action={changeColumnsAction}>
            <input type="hidden" name="rosterId" value={roster.id} />
            <SubmitButton variant="secondary" pendingLabel="Going back" className="justify-self-start">
              Change the columns
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </details>
  );
}
