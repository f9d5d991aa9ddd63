import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import {
  countedViews,
  type FilterChoices,
  type InboxPage,
  type InboxView,
  inboxViews,
} from "@/lib/inbox/types";
import { addressOf, isFiltered, type Place } from "./place";
import { QueueFilter } from "./queue-filter";
import { QueueList } from "./queue-list";

type Props = {
  page: InboxPage;
  place: Place;
  choices: FilterChoices;
  current?: string;
};

const shown = (n: number) => (n > 999 ? "999+" : String(n));

/** Views that stand side by side; the others are behind "More". */
const first: readonly InboxView[] = ["waiting", "mine", "unclaimed"];
const others = (Object.keys(inboxViews) as InboxView[]).filter((view) => !first.includes(view));

export function Queue({ page, place, choices, current }: Props) {
  const { view } = place;
  const withProgram = new Set(page.rows.map((row) => row.program)).size > 1;
  // Beside a conversation that one is the heading of the page.
  const Heading = current ? "h2" : "h1";
  return (
    <section aria-label="Conversations">
      <nav aria-label="Views" className="border-b bg-canvas lg:sticky lg:top-0 lg:z-[2]">
        <ul className="flex px-2">
          {first.map((v) => (
            <ViewLink key={v} view={v} page={page} place={place} />
          ))}
        </ul>
        <details className="group" open={others.includes(view)}>
          <summary className="focus-inset flex min-h-8 cursor-default items-center gap-1 px-4 text-muted text-sm hover:text-ink max-md:min-h-11">
            <ChevronRight aria-hidden className="size-3.5 group-open:rotate-90" />
            More
            {page.counts.unknown + page.counts.review > 0 && (
              <span>
                : {shown(page.counts.review)} to review, {shown(page.counts.unknown)} unknown
              </span>
            )}
          </summary>
          <ul className="grid grid-cols-2 px-2 pb-1">
            {others.map((v) => (
              <ViewLink key={v} view={v} page={page} place={place} />
            ))}
          </ul>
        </details>
      </nav>
      <QueueFilter place={place} choices={choices} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 border-b px-4 py-2">
        <Heading className="font-semibold">{headings[view]}</Heading>
        <p className="text-muted text-sm">
          <Order page={page} place={place} />
        </p>
        {view === "unknown" && page.rows.length > 0 && (
          <p className="w-full text-muted text-sm">
            No patient of your programs has them. They are counted here, not under “Needs a person”.
          </p>
        )}
      </div>
      {page.rows.length === 0 ? (
        <EmptyQueue place={place} unknown={page.counts.unknown} />
      ) : (
        <QueueList
          key={addressOf(place)}
          rows={page.rows}
          place={place}
          current={current}
          now={page.now}
          withProgram={withProgram}
        />
      )}
      {page.next && (
        <p className="p-4">
          <Link
            className="inline-flex min-h-8 items-center rounded text-accent underline underline-offset-2 max-md:min-h-11"
            href={addressOf({ ...place, after: page.next })}
          >
            Show the next ones
          </Link>
        </p>
      )}
    </section>
  );
}

function ViewLink({ view, page, place }: { view: InboxView; page: InboxPage; place: Place }) {
  const counted = countedViews.find((one) => one === view);
  return (
    <li>
      <Link
        href={addressOf({ ...place, view, after: undefined })}
        aria-current={view === place.view ? "page" : undefined}
        className={cn(
          "focus-inset flex min-h-9 items-center gap-1.5 border-transparent border-b-2 px-2 text-muted hover:text-ink max-md:min-h-11",
          view === place.view && "border-accent font-medium text-ink",
        )}
      >
        {inboxViews[view]}
        {counted && <span className="figures">{shown(page.counts[counted])}</span>}
      </Link>
    </li>
  );
}

const headings: Record<InboxView, string> = {
  waiting: "Waiting for your team",
  mine: "Yours to answer",
  unclaimed: "Nobody has taken these",
  review: "To be read with care",
  answered: "Answered, waiting on the patient",
  snoozed: "Put off until later",
  unknown: "From numbers nobody knows",
  closed: "Closed",
  recent: "All conversations",
};

const orders: Record<InboxView, string> = {
  waiting: "Most urgent, then longest wait",
  mine: "Most urgent, then held longest",
  unclaimed: "Most urgent, then longest wait",
  review: "Most urgent, then oldest",
  answered: "Longest silence on top",
  snoozed: "Next one back on top",
  unknown: "Most urgent, then longest wait",
  closed: "Closed last on top",
  recent: "Newest text on top",
};

/** In which order the rows stand. */
function Order({ page, place: { view, after } }: { page: InboxPage; place: Place }) {
  if (page.rows.length === 0) return null;
  // Not the top of its view: the first row is not the first of all.
  return after ? "Continued" : orders[view];
}

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

function EmptyQueue({ place, unknown }: { place: Place; unknown: number }) {
  const { view } = place;
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
        unknown > 0 && (
          <ButtonLink href={addressOf({ view: "unknown" })}>
            Look at {shown(unknown)} from unknown numbers
          </ButtonLink>
        )
      }
    >
      {more}
    </EmptyState>
  );
}
