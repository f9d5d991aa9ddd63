import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { type InboxPage, type InboxView, inboxViews } from "@/lib/inbox/types";
import { addressOf, countIn, isFiltered, type Place } from "./place";

const empty: Record<InboxView, [string, string]> = {
  waiting: ["Nobody is waiting", "Every text has been dealt with. New ones appear here by themselves."],
  mine: [
    "You hold no conversation",
    "Claim one under “Needs a person”, or begin to write. It is yours for five minutes after your last key.",
  ],
  unclaimed: ["Everything is taken", "Colleagues hold all that waits. What they let go of comes back here."],
  review: [
    "Nothing to read with care",
    "Texts that may be a sign of danger or a request to stop, but may as well not, come here.",
  ],
  answered: ["Nobody owes us an answer", "Conversations that you answered and did not close stand here."],
  snoozed: ["Nothing is put off", "What you put off comes back at its time, or when the patient texts."],
  unknown: [
    "No text from an unknown number",
    "Texts from numbers that no patient of your programs has wait here, so that they neither hide among patients nor get lost.",
  ],
  closed: ["Nothing was closed yet", "A closed conversation opens by itself when the patient texts again."],
  recent: ["No patient has texted yet", "Once a program's campaign is launched, replies appear here."],
};

/** Why nothing stands here, and what next. */
export function EmptyQueue({ place, page: { counts, next } }: { place: Place; page: InboxPage }) {
  const { view } = place;
  if (isFiltered(place) && next)
    return (
      <EmptyState
        title="None among those looked through so far"
        className="mx-4 py-8"
        action={<ButtonLink href={addressOf({ ...place, after: next })}>Look further back</ButtonLink>}
      >
        “{inboxViews[view]}” is long. A filter looks through a thousand at a time.
      </EmptyState>
    );
  if (isFiltered(place))
    return (
      <EmptyState
        title="Nothing here with this filter"
        className="mx-4 py-8"
        action={<ButtonLink href={addressOf({ view })}>Take the filter off</ButtonLink>}
      >
        Without it there may be conversations in “{inboxViews[view]}”.
      </EmptyState>
    );
  const [title, more] = empty[view];
  return (
    <EmptyState
      title={title}
      className="mx-4 py-8"
      action={
        view === "waiting" &&
        Boolean(counts.unknown) && (
          <ButtonLink href={addressOf({ view: "unknown" })}>
            Look at {countIn(counts.unknown)} from unknown numbers
          </ButtonLink>
        )
      }
    >
      {more}
    </EmptyState>
  );
}
