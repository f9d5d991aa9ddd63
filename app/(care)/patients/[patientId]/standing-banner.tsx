import { HoldControls } from "@/app/(care)/hold-controls";
import { isHeld, standingLine } from "@/app/(care)/standing-line";
import { Notice } from "@/components/ui/notice";
import type { PatientRecords } from "@/lib/patients/queries-records";

type Props = {
  patient: { id: string; name: string; timeZone: string };
  standing: PatientRecords["standing"];
};

/** That no outreach goes to this patient, before anything else on the page. */
export function StandingBanner({ patient: { id, name, timeZone }, standing }: Props) {
  if (!standing) return null;
  return (
    <Notice tone="warning" title={standingLine(name, standing, timeZone)} className="mb-6">
      <p>
        {standing.by ? `Noted by ${standing.by}. ` : ""}No campaign texts them, in any program. You can still
        reply in their conversations.
      </p>
      {isHeld(standing) && (
        <p className="mt-1 print:hidden">
          <HoldControls patient={{ id, name, standing }} />
        </p>
      )}
    </Notice>
  );
}
