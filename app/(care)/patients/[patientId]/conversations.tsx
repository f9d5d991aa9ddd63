import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { dispositions, type PatientThread } from "@/lib/inbox/types";
import { displayPhone } from "@/lib/patients/phone-number";

type Props = { threads: PatientThread[]; now: string; zone: string };

/** The conversations on their numbers: when the last text went or came, and where each stands. None of their words. */
export function Conversations({ threads, now, zone }: Props) {
  if (threads.length === 0) return <p className="text-muted">None yet.</p>;
  return (
    <ul className="border-t">
      {threads.map(({ id, program, number, lastMessageAt, waitingSince, closed }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-b py-2">
          <Link
            href={`/inbox/${id}`}
            prefetch={false}
            className="inline-flex min-h-6 items-center rounded text-accent underline underline-offset-2 max-md:min-h-11"
          >
            Conversation in {program}
          </Link>
          <span className="whitespace-nowrap text-muted tabular-nums">{displayPhone(number)}</span>
          <span className="text-muted">
            {lastMessageAt ? (
              <>
                Last text <RelativeTime at={lastMessageAt} now={now} zone={zone} form="ago" />
              </>
            ) : (
              "No text yet"
            )}
          </span>
          {waitingSince ? (
            <Status tone="active">
              Waiting <RelativeTime at={waitingSince} now={now} zone={zone} />
            </Status>
          ) : (
            closed && <span className="text-muted">Closed: {dispositions[closed].words}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
