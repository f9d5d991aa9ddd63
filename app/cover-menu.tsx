import { ActionForm } from "@/components/forms/action-form";
import { FormSelect, FormTextarea } from "@/components/forms/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { clockTime, shortDay } from "@/components/ui/time-words";
import type { Cover } from "@/lib/programs/types";
import { endCoverAction, releaseMineAction, takeCoverAction } from "./cover-actions";

type Props = {
  /** What the header says, on the button that opens this. */
  words: string;
  covers: readonly Cover[];
  /** How many conversations the nurse holds. */
  claims: number;
};

const hours = [1, 2, 4, 6, 8, 10, 12].map((n) => ({
  value: String(n),
  label: n === 1 ? "for 1 hour" : `for ${n} hours`,
}));

/** Who looks after the inbox of each program, and the way to take it or hand it over. */
export function CoverMenu({ words, covers, claims }: Props) {
  return (
    <>
      <button
        type="button"
        popoverTarget="cover-menu"
        className="max-w-full truncate rounded text-muted text-sm underline decoration-line-strong underline-offset-2 hover:text-ink max-md:min-h-11"
      >
        {words}
        <span className="sr-only">: cover and hand-over</span>
      </button>
      <div
        id="cover-menu"
        popover="auto"
        className="fixed inset-auto top-[calc(var(--shell-top)-0.25rem)] right-3 m-0 max-h-[80dvh] w-96 max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded bg-raised p-4 text-ink shadow-menu"
      >
        <h2 className="font-semibold">Who covers</h2>
        <ul className="grid">
          {covers.map((cover) => (
            <li key={cover.programId} className="grid gap-2 border-b py-3">
              <p>
                <span className="font-medium">{cover.program}</span>
                <br />
                <span className="text-muted">{coverLine(cover)}</span>
              </p>
              {cover.handedOver && <HandedOver {...cover.handedOver} zone={cover.zone} />}
              {cover.by?.mine ? <End programId={cover.programId} /> : <Take programId={cover.programId} />}
            </li>
          ))}
        </ul>
        {claims > 0 && (
          <ActionForm action={releaseMineAction} className="mt-3 gap-2">
            <p className="text-muted">
              You hold {claims === 1 ? "one conversation" : `${claims} conversations`}. Given back, a
              colleague can take {claims === 1 ? "it" : "them"} at once.
            </p>
            <SubmitButton variant="secondary" pendingLabel="Giving back" className="justify-self-start">
              Give back all that I hold
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </>
  );
}

const coverLine = ({ by, zone }: Cover): string =>
  by
    ? `${by.mine ? "You" : by.name}, until ${clockTime(new Date(by.until), zone)}`
    : "Nobody has said that they cover";

function HandedOver({ words, by, at, zone }: NonNullable<Cover["handedOver"]> & { zone: string }) {
  const when = new Date(at);
  return (
    <figure className="border-line-strong border-l-2 pl-2">
      <blockquote className="whitespace-pre-wrap break-words">{words}</blockquote>
      <figcaption className="text-muted text-sm">
        Handed over by {by}, {shortDay(when, zone)} {clockTime(when, zone)}
      </figcaption>
    </figure>
  );
}

function Take({ programId }: { programId: string }) {
  return (
    <ActionForm action={takeCoverAction} className="gap-2">
      <input type="hidden" name="programId" value={programId} />
      <div className="flex items-end gap-2">
        <FormSelect
          name="hours"
          label="How long"
          labelHidden
          placeholder="until the hours end"
          options={hours}
          className="flex-1"
        />
        <SubmitButton variant="secondary" pendingLabel="Taking">
          Cover this
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function End({ programId }: { programId: string }) {
  return (
    <ActionForm action={endCoverAction} className="gap-2">
      <input type="hidden" name="programId" value={programId} />
      <FormTextarea
        name="note"
        label="For whoever comes next"
        optional
        rows={2}
        maxLength={2000}
        placeholder="What is open, who is to be called"
      />
      <SubmitButton variant="secondary" pendingLabel="Handing over" className="justify-self-start">
        Hand over and end
      </SubmitButton>
    </ActionForm>
  );
}
