import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { type InboxPage, type InboxView, inboxViews } from "@/lib/inbox/types";
import { addressOf, type Place } from "./place";
import { QueueRow } from "./queue-row";

type Props = {
  page: InboxPage;
  place: Place;
  current?: string;
};

const shown = (n: number) => (n > 999 ? "999+" : String(n));

export function Queue({ page, place, current }: Props) {
  const { view } = place;
  const counts: Partial<Record<InboxView, number>> = {
    waiting: page.waiting,
    unknown: page.unknown,
    mine: page.mine,
  };
  const withProgram = new Set(page.rows.map((row) => row.program)).size > 1;
  // Beside a conversation that one is the heading of the page.
  const Heading = current ? "h2" : "h1";
  return (
    <section aria-label="Conversations">
      <nav aria-label="Views" className="sticky top-0 z-[1] border-b bg-canvas max-lg:top-(--shell-top)">
        <ul className="flex flex-wrap px-2">
          {(Object.keys(inboxViews) as InboxView[]).map((v) => (
            <li key={v}>
              <Link
                href={addressOf({ view: v })}
                aria-current={v === view ? "page" : undefined}
                className={cn(
                  "focus-inset flex min-h-10 items-center gap-1.5 border-transparent border-b-2 px-2 text-muted hover:text-ink max-md:min-h-11",
                  v === view && "border-accent font-medium text-ink",
                )}
              >
                {inboxViews[v]}
                {counts[v] !== undefined && <span className="figures">{shown(counts[v])}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
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
        <EmptyQueue view={view} unknown={page.unknown} />
      ) : (
        <ul>
          {page.rows.map((row) => (
            <li key={row.threadId} className="border-b">
              <QueueRow
                row={row}
                place={place}
                current={row.threadId === current}
                now={page.now}
                withProgram={withProgram}
              />
            </li>
          ))}
        </ul>
      )}
      {page.next && (
        <p className="p-4">
          <Link
            className="inline-flex min-h-8 items-center rounded text-accent underline underline-offset-2 max-md:min-h-11"
            href={addressOf({ view, after: page.next })}
          >
            Show the next ones
          </Link>
        </p>
      )}
    </section>
  );
}

const headings: Record<InboxView, string> = {
  waiting: "Waiting for your team",
  unknown: "From numbers nobody knows",
  mine: "Yours to answer",
  recent: "All conversations",
};

/** In which order the rows stand, with the wait that counts. */
function Order({ page: { rows, now }, place: { view, after } }: Omit<Props, "current">) {
  const [first] = rows;
  if (!first) return null;
  // Not the top of its view: the first row is not the first of all.
  if (after) return "Continued";
  if (view === "recent") return "Newest text on top";
  if (!first.waitingSince) return null;
  return (
    <>
      Longest wait <RelativeTime at={first.waitingSince} now={now} zone={first.timeZone} />
    </>
  );
}

const empty: Record<InboxView, [string, string]> = {
  waiting: ["Nobody is waiting", "Every text has been dealt with. New ones appear here by themselves."],
  unknown: [
    "No text from an unknown number",
    "Texts from numbers that no patient of your programs has wait here, so that they neither hide among patients nor get lost.",
  ],
  mine: [
    "You hold no conversation",
    "Claim one under “Needs a person”. It stays here until you close or release it.",
  ],
  recent: ["No patient has texted yet", "Once a program's campaign is launched, replies appear here."],
};

function EmptyQueue({ view, unknown }: { view: InboxView; unknown: number }) {
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
