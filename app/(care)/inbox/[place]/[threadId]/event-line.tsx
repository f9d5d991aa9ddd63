import {
  AlarmClock,
  AlarmClockCheck,
  CircleCheck,
  Flag,
  Hand,
  Phone,
  Siren,
  StickyNote,
  Undo2,
} from "lucide-react";
import { cn } from "@/components/ui/cn";
import { clockTime } from "@/components/ui/time-words";
import type { ThreadEventKind } from "@/lib/inbox/types";
import type { ThreadEvent } from "@/lib/inbox/types-working";
import { roleWords } from "@/lib/users/types";
import { eventLine } from "./event-words";

const icons: Partial<Record<ThreadEventKind, typeof Hand>> = {
  note: StickyNote,
  snoozed: AlarmClock,
  woken: AlarmClockCheck,
  outside: Phone,
  closed: CircleCheck,
  priority: Flag,
  alert: Siren,
  acknowledged: Siren,
  escalated: Siren,
  taken_back: Undo2,
};

type Props = { event: ThreadEvent; now: Date; zone: string };

/** Something that was done, between the texts: in the middle, small, and in a frame where somebody wrote words. */
export function EventLine({ event, now, zone }: Props) {
  const Icon = icons[event.kind] ?? Hand;
  const urgent = event.kind === "alert" || event.kind === "escalated";
  return (
    <div
      className={cn(
        "mx-auto grid w-fit max-w-[32rem] gap-1 text-sm",
        event.words && "rounded border border-line-strong border-dashed px-3 py-2",
      )}
    >
      <p
        className={cn(
          "flex items-start justify-center gap-2",
          event.words && "justify-start",
          urgent ? "font-medium text-danger" : "text-muted",
        )}
      >
        <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        <span>
          {eventLine(withRole(event), now, zone)}
          {" · "}
          <time dateTime={event.at}>{clockTime(new Date(event.at), zone)}</time>
          {event.kind === "note" && " · only your team sees it"}
        </span>
      </p>
      {event.words && <p className="whitespace-pre-wrap break-words text-base">{event.words}</p>}
    </div>
  );
}

/** Of what somebody wrote it is said who they are, as of a text: "Dana Ortiz, nurse, noted". */
const withRole = (event: ThreadEvent): ThreadEvent =>
  event.by && event.role && event.words
    ? { ...event, by: `${event.by}, ${roleWords[event.role].toLowerCase()},` }
    : event;
