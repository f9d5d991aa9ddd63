import { cn } from "@/components/ui/cn";
import { exactTime } from "@/components/ui/time-words";
import type { EarlierPart } from "@/lib/inbox/types";
import { purposeWords, stateWords } from "@/lib/messaging/types";

/** Both sides, oldest first, as they were: nothing here can be answered. */
export function EarlierTexts({ part }: { part: EarlierPart }) {
  return (
    <>
      {part.more && <p className="mb-2 text-muted text-sm">Only the newest 200 texts are shown.</p>}
      <ol className="grid gap-3">
        {part.texts.map(({ id, direction, purpose, state, body, at }) => (
          <li key={id} className={cn("grid max-w-[34rem] gap-1", direction === "out" && "ml-8")}>
            <p className="text-muted text-sm">
              {direction === "in" ? "Patient" : purpose ? purposeWords[purpose] : "Care team"},{" "}
              {exactTime(new Date(at), part.timeZone)}
              {direction === "out" && `. ${stateWords[state]}`}
            </p>
            <p
              className={cn(
                "justify-self-start whitespace-pre-wrap break-words rounded px-3 py-2",
                direction === "in" ? "bg-surface text-lg ring-1 ring-line-strong" : "bg-sunken",
              )}
            >
              {body || "No words in this text"}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
