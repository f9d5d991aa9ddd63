import { cn } from "@/components/ui/cn";
import { Status, type StatusTone } from "@/components/ui/status";
import { clockTime } from "@/components/ui/time-words";
import type { ThreadMessage } from "@/lib/inbox/types";
import { carrierWords } from "@/lib/messaging/carrier-words";
import { type MessageState, type Purpose, stateWords, suppressionWords } from "@/lib/messaging/types";

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

const senders: Record<Purpose, string> = {
  outreach: "Campaign",
  reply: "Care team",
  auto_reply: "Automatic reply",
  safety: "Automatic safety text",
  help_reply: "Automatic answer to HELP",
  stop_confirmation: "Automatic answer to STOP",
};

type Props = { message: ThreadMessage; zone: string; severalPatients: boolean };

/** The patient's words are the loudest thing here; ours say who sent them and what became of them. */
export function MessageBubble({ message, zone, severalPatients }: Props) {
  const fromPatient = message.direction === "in";
  const who = fromPatient ? "Patient" : (message.author ?? senders[message.purpose ?? "reply"]);
  return (
    <article
      className={cn("grid max-w-[34rem] gap-1", fromPatient ? "self-start" : "justify-items-end self-end")}
    >
      <p className="flex flex-wrap gap-x-2 text-muted text-sm">
        <span className={cn(fromPatient && "font-medium text-ink")}>{who}</span>
        {severalPatients && message.patientName && <span>about {message.patientName}</span>}
        <time dateTime={message.at}>{clockTime(new Date(message.at), zone)}</time>
      </p>
      <p
        className={cn(
          "whitespace-pre-wrap break-words rounded px-3 py-2",
          fromPatient ? "bg-surface text-lg ring-1 ring-line-strong" : "bg-accent-soft",
          message.purpose && message.purpose !== "reply" && "bg-sunken text-muted",
        )}
      >
        {message.body || <span className="text-muted">No words in this text</span>}
      </p>
      {!fromPatient && (
        <p className="grid justify-items-end text-sm">
          <Status tone={tones[message.state]}>{stateWords[message.state]}</Status>
          <Why message={message} />
        </p>
      )}
    </article>
  );
}

function Why({ message: { state, reason } }: { message: ThreadMessage }) {
  if (state === "suppressed" && reason && reason in suppressionWords)
    return <span className="text-muted">{suppressionWords[reason as keyof typeof suppressionWords]}</span>;
  if (state === "unknown")
    return (
      <span className="text-muted">
        It may have arrived. Wait for the patient, or call, before you write it again.
      </span>
    );
  if ((state === "rejected" || state === "undeliverable") && reason)
    return <span className="text-muted">{carrierWords(reason)}</span>;
  return null;
}
