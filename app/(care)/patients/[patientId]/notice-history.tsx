import { Status } from "@/components/ui/status";
import { exactTime } from "@/components/ui/time-words";
import { consentChannelWords, type RiskNoticeEntry } from "@/lib/patients/types";
import { ShownWords } from "./shown-words";

/** When they were told that texts are not private, newest first. The line above says that there is none. */
export function NoticeHistory({ entries, zone }: { entries: RiskNoticeEntry[]; zone: string }) {
  if (entries.length === 0) return null;
  return (
    <ol aria-label="What they were told, newest first" className="border-t">
      {entries.map((entry) => (
        <li key={entry.id} className="grid gap-0.5 border-b py-2.5">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <Status tone={entry.accepted ? "success" : "danger"}>
              {entry.accepted ? "Wants texts all the same" : "Would rather not have texts"}
            </Status>
            <span>Told {toldHow[entry.channel]}</span>
          </div>
          <ShownWords words={entry.words} version={entry.wordsVersion} language={entry.language} />
          <p className="text-muted text-sm">
            {entry.by ? `Recorded by ${entry.by}` : "Recorded"}, {exactTime(new Date(entry.recordedAt), zone)}
          </p>
        </li>
      ))}
    </ol>
  );
}

const toldHow: Record<RiskNoticeEntry["channel"], string> = {
  ...consentChannelWords,
  form: "by a signed form",
};
