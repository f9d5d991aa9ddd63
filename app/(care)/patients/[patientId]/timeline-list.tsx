import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import { calendarDay } from "@/components/ui/time-words";
import { Disclosed } from "./disclosed";
import type { Happening } from "./timeline";

const shownAtOnce = 20;

/** Campaigns, what the patient did, and contacts by other channels, in one order: the newest on top. */
export function TimelineList({
  happenings,
  severalPrograms,
}: {
  happenings: Happening[];
  severalPrograms: boolean;
}) {
  if (happenings.length === 0)
    return (
      <EmptyState title="Nothing yet">
        <p>Campaigns, visits and other contacts appear here once there are some.</p>
      </EmptyState>
    );
  const earlier = happenings.slice(shownAtOnce);
  return (
    <>
      <Days happenings={happenings.slice(0, shownAtOnce)} severalPrograms={severalPrograms} />
      {earlier.length > 0 && (
        <div className="mt-3">
          <Disclosed summary={`Show ${earlier.length} earlier`}>
            <Days happenings={earlier} severalPrograms={severalPrograms} />
          </Disclosed>
        </div>
      )}
    </>
  );
}

function Days({ happenings, severalPrograms }: { happenings: Happening[]; severalPrograms: boolean }) {
  return (
    <ol className="border-t">
      {happenings.map(({ key, day, tone, words, more, program }) => (
        <li key={key} className="grid gap-x-4 border-b py-2 sm:grid-cols-[8rem_1fr]">
          <span className="text-muted tabular-nums">{calendarDay(new Date(`${day}T12:00Z`), "UTC")}</span>
          <span className="min-w-0">
            <Status tone={tone} className="items-start whitespace-normal text-base [&_svg]:mt-1">
              {words}
            </Status>
            {(more || severalPrograms) && (
              <span className="block text-muted">
                {[more, severalPrograms && program].filter(Boolean).join(" · ")}
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
