import { ActionForm } from "@/components/forms/action-form";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page-frame";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { SubmitButton } from "@/components/ui/submit-button";
import type { LineStanding } from "@/lib/messaging/line-checks";
import { switchLinesAction } from "./actions";
import { kindsOfLines, refusedLookup } from "./words";

type Props = { configured: boolean; lines: LineStanding; now: string; zone: string };

/** What kinds of lines our patients' numbers are, and whether the carrier may be asked. */
export function LineChecks({ configured, lines, now, zone }: Props) {
  const kinds = kindsOfLines(lines);
  return (
    <Section title="Kinds of phone lines" lead="Which numbers are landlines, and so cannot get texts.">
      <div className="grid gap-4">
        {lines.refused && (
          <Notice tone="warning" title="Checking was switched off: the carrier refused it.">
            <p>
              {refusedLookup(lines.refused.code)} It refused{" "}
              <RelativeTime at={lines.refused.at} now={now} zone={zone} form="ago" />. Texts leave as before.
              Put it right, then start again.
            </p>
          </Notice>
        )}
        <div className="grid max-w-prose gap-2">
          <p>
            For each number, Hearback asks the carrier what kind of line it is, and again after half a year.
            Landlines, toll-free and premium numbers then get no campaign texts. No text ever waits for an
            answer.
          </p>
          <p>
            <strong className="font-semibold">
              The carrier learns each number, and charges for each answer.
            </strong>{" "}
            It learns nothing else.
          </p>
        </div>
        {configured || lines.on ? (
          <ActionForm action={switchLinesAction}>
            <input type="hidden" name="on" value={lines.on ? "no" : "yes"} />
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Status tone={lines.on ? "active" : "neutral"}>
                {lines.on ? "Numbers are checked" : "Numbers are not checked"}
              </Status>
              <SubmitButton variant="secondary" pendingLabel={lines.on ? "Stopping" : "Starting"}>
                {lines.on ? "Stop checking numbers" : "Start checking numbers"}
              </SubmitButton>
            </div>
          </ActionForm>
        ) : (
          <p className="text-muted">Texting is not configured, so no number can be checked.</p>
        )}
        {kinds.length > 0 && (
          <Facts
            className="max-w-prose"
            facts={[
              ...kinds,
              {
                term: "Last answer",
                detail: lines.answeredAt ? (
                  <RelativeTime at={lines.answeredAt} now={now} zone={zone} form="ago" />
                ) : (
                  "None yet"
                ),
              },
            ]}
          />
        )}
      </div>
    </Section>
  );
}
