import { mergePatientsAction } from "@/app/(care)/patients/[patientId]/merge-actions";
import { ConfirmDialog } from "@/components/forms/confirm-dialog";
import { Button } from "@/components/ui/button";
import type { RecordSide } from "@/lib/patients/queries-comparison";

export function JoinDialog({ kept, merged }: { kept: RecordSide; merged: RecordSide }) {
  return (
    <ConfirmDialog
      trigger={<Button variant="primary">They are the same person: join them</Button>}
      title="Join these two records?"
      description={
        <ul className="grid list-disc gap-1 pl-4">
          <li>
            The record with member number {kept.memberNumber} is kept. Programs and numbers of{" "}
            {merged.memberNumber} pass to it, and rosters that name {merged.memberNumber} mean it from then
            on.
          </li>
          <li>Where one of them said no to texts, or is on hold, that holds.</li>
          <li>Texts that wait for the other record do not go. Nothing that was written is lost.</li>
          <li>You can part them again on the patient's page.</li>
        </ul>
      }
      confirm="Join them"
      pending="Joining"
      action={mergePatientsAction}
      values={{ keptId: kept.id, mergedId: merged.id }}
    />
  );
}
