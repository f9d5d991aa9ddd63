import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import {
  countedViews,
  type FilterChoices,
  type InboxPage,
  type InboxView,
  inboxViews,
} from "@/lib/inbox/types";
import { addressOf, countIn, type Place } from "./place";
import { EmptyQueue } from "./queue-empty";
import { QueueFilter } from "./queue-filter";
import { QueueHeading } from "./queue-heading";
import { QueueList } from "./queue-list";

type Props = {
  page: InboxPage;
  place: Place;
  choices: FilterChoices;
};

/** A page with fewer rows and yet a next one: a filter let few of many pass. */
const pageOfRows = 50;

/** Views that stand side by side; the others are behind "More". */
const first: readonly InboxView[] = ["waiting", "mine", "unclaimed"];
const others = (Object.keys(inboxViews) as InboxView[]).filter((view) => !first.includes(view));

export function Queue({ page, place, choices }: Props) {
  const { view } = place;
  const withProgram = new Set(page.rows.map((row) => row.program)).size > 1;
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
            <span>
              More
              {Boolean(page.counts.unknown || page.counts.review) &&
                `: ${countIn(page.counts.review)} to review, ${countIn(page.counts.unknown)} unknown`}
            </span>
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
        <QueueHeading>{headings[view]}</QueueHeading>
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
        <EmptyQueue place={place} page={page} />
      ) : (
        <QueueList
          key={addressOf(place)}
          rows={page.rows}
          place={place}
          now={page.now}
          withProgram={withProgram}
        />
      )}
      {page.next && page.rows.length > 0 && (
        <p className="p-4">
          <Link
            className="inline-flex min-h-8 items-center rounded text-accent underline underline-offset-2 max-md:min-h-11"
            href={addressOf({ ...place, after: page.next })}
          >
            {page.rows.length < pageOfRows ? "Look further back" : "Show the next ones"}
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
        // Nothing of it can be fetched ahead, and each time that the page is read anew it would be tried.
        prefetch={false}
        aria-current={view === place.view ? "page" : undefined}
        className={cn(
          "focus-inset flex min-h-9 items-center gap-1 whitespace-nowrap border-transparent border-b-2 px-2 text-muted text-sm hover:text-ink max-md:min-h-11",
          view === place.view && "border-accent font-medium text-ink",
        )}
      >
        {inboxViews[view]}
        {counted && <span className="figures">{countIn(page.counts[counted])}</span>}
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
