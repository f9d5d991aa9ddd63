import type { Route } from "next";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { type InboxPage, type InboxView, inboxViews } from "@/lib/inbox/types";
import { QueueRow } from "./queue-row";

type Props = { page: InboxPage; view: InboxView; current?: string };

const shown = (n: number) => (n > 999 ? "999+" : String(n));

export function Queue({ page, view, current }: Props) {
  const counts: Partial<Record<InboxView, number>> = { waiting: page.waiting, mine: page.mine };
  return (
    <section aria-label="Conversations">
      <h1 className="sr-only">Inbox</h1>
      <nav aria-label="Views" className="sticky top-0 z-[1] border-b bg-canvas max-lg:top-(--shell-top)">
        <ul className="flex px-2">
          {(Object.keys(inboxViews) as InboxView[]).map((v) => (
            <li key={v}>
              <Link
                href={(v === "waiting" ? "/inbox" : `/inbox?view=${v}`) as Route}
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
      {page.rows.length === 0 ? (
        <EmptyQueue view={view} />
      ) : (
        <ul>
          {page.rows.map((row) => (
            <li key={row.threadId} className="border-b">
              <QueueRow row={row} view={view} current={row.threadId === current} now={page.now} />
            </li>
          ))}
        </ul>
      )}
      {page.next && (
        <p className="p-4">
          <Link className="text-accent underline" href={`/inbox?view=${view}&after=${page.next}` as Route}>
            Show the next ones
          </Link>
        </p>
      )}
    </section>
  );
}

function EmptyQueue({ view }: { view: InboxView }) {
  const words: Record<InboxView, [string, string]> = {
    waiting: ["Nobody is waiting", "Every text has been dealt with. New ones appear here by themselves."],
    mine: [
      "You hold no conversation",
      "Claim one under “Needs a person”; it stays here until you close or release it.",
    ],
    recent: ["No patient has texted yet", "Once a program's campaign is launched, replies appear here."],
  };
  const [title, more] = words[view];
  return (
    <EmptyState title={title} className="mx-4 border-t-0">
      {more}
    </EmptyState>
  );
}
