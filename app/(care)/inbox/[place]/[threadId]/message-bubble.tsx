import { CirclePause, Megaphone, Paperclip } from "lucide-react";
import { whyNotSent } from "@/app/why-not-sent";
import { cn } from "@/components/ui/cn";
import { Status, type StatusTone } from "@/components/ui/status";
import { clockTime } from "@/components/ui/time-words";
import type { ThreadMessage } from "@/lib/inbox/types";
import { type MessageState, mediaWords, otherMedia, purposeWords, stateWords } from "@/lib/messaging/types";
import { roleWords } from "@/lib/users/types";
import { FlagMarks } from "./flag-marks";
import { SendAgain } from "./send-again";
import { SuggestionMark } from "./suggestion-mark";

const tones: Record<MessageState, StatusTone> = {
  received: "neutral",
  queued: "neutral",
  sending: "active",
  submitted: "active",
  delivered: "success",
  unknown: "warning",
  undeliverable: "danger",
  rejected: "danger",
  suppressed: "danger",
  cancelled: "neutral",
};

type Props = {
  threadId: string;
  message: ThreadMessage;
  zone: string;
  severalPatients: boolean;
  /** It goes on from the bubble right before it. */
  joined: boolean;
  /** The next bubble goes on from it. */
  goesOn: boolean;
  /** Texts are not leaving at all. */
  held: boolean;
  maySendAgain: boolean;
};

/** The patient's words are the loudest thing here; ours say who sent them and what became of them. */
export function MessageBubble({
  threadId,
  message,
  zone,
  severalPatients,
  joined,
  goesOn,
  held,
  maySendAgain,
}: Props) {
  const fromPatient = message.direction === "in";
  const asks = maySendAgain && message.state === "unknown" && message.purpose === "reply";
  return (
    <article
      {...(asks && { "data-asks": true, tabIndex: -1 })}
      className={cn(
        "grid max-w-[34rem] gap-1 rounded",
        fromPatient ? "self-start" : "justify-items-end self-end",
      )}
    >
      <p className={cn("flex flex-wrap gap-x-2 text-muted text-sm", joined && "sr-only")}>
        <span className={cn("inline-flex items-center gap-1.5", fromPatient && "font-medium text-ink")}>
          {message.purpose === "outreach" && <Megaphone aria-hidden className="size-3.5 shrink-0" />}
          {whoSaid(message)}
        </span>
        {severalPatients && message.patientName && <span>about {message.patientName}</span>}
        <time dateTime={message.at}>{clockTime(new Date(message.at), zone)}</time>
        {joined && <span>The same text goes on</span>}
      </p>
      <div
        className={cn(
          "grid gap-2 rounded px-3 py-2",
          fromPatient ? "bg-surface text-lg ring-1 ring-line-strong" : "bg-accent-soft",
          message.purpose && message.purpose !== "reply" && "border border-line bg-sunken text-muted",
          joined && "justify-self-start rounded-tl-none",
          goesOn && "rounded-bl-none",
        )}
      >
        {message.body && <p className="whitespace-pre-wrap break-words">{message.body}</p>}
        {message.media && (
          <p className="flex gap-2 text-base text-muted">
            <Paperclip aria-hidden className="mt-0.5 size-4 shrink-0" />
            {mediaWords[message.media] ?? otherMedia}
          </p>
        )}
        {!message.body && !message.media && <p className="text-muted">No words in this text</p>}
      </div>
      {fromPatient && <FlagMarks messageId={message.id} />}
      {message.suggestion && <SuggestionMark suggestion={message.suggestion} />}
      {!fromPatient && (
        <div className="grid justify-items-end gap-1 text-sm">
          {held && message.state === "queued" ? (
            <Status tone="warning" icon={<CirclePause aria-hidden />}>
              Waiting: texts are not leaving now
            </Status>
          ) : (
            <Status tone={tones[message.state]}>{stateWords[message.state]}</Status>
          )}
          <Why message={message} />
          {asks && <SendAgain threadId={threadId} messageId={message.id} />}
        </div>
      )}
    </article>
  );
}

function whoSaid({ direction, author, role, purpose, campaign }: ThreadMessage): string {
  if (direction === "in") return "Patient";
  if (campaign) return `Campaign: ${campaign.name}, step ${campaign.step}`;
  if (author && role) return `${author}, ${roleWords[role].toLowerCase()}`;
  return author ?? (purpose && purpose !== "reply" ? purposeWords[purpose] : "Care team");
}

function Why({ message: { state, reason } }: { message: ThreadMessage }) {
  const why = whyNotSent(state, reason);
  if (state === "unknown")
    return (
      <p className="text-right text-muted">
        {why} It may have arrived: a receipt may still come. Call if it matters.
      </p>
    );
  return why && <p className="text-right text-muted">{why}</p>;
}
