import { holdPatientAction, releasePatientAction } from "@/app/(care)/record-actions";
import { ConfirmDialog } from "@/components/forms/confirm-dialog";
import { FormRadios } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import type { Standing } from "@/lib/patients/types";
import { isHeld } from "./standing-line";

type Props = { patient: { id: string; name: string; standing: Standing | null } };

const reasons = [
  { value: "loss", label: "A loss", hint: "Such as a pregnancy that ended, or a child that died." },
  { value: "death", label: "They have died" },
  { value: "other", label: "Something else that no campaign should write into" },
];

/** One act that holds all outreach, or lets it go on. */
export function HoldControls({ patient }: Props) {
  return isHeld(patient.standing) ? <Release patient={patient} /> : <Hold patient={patient} />;
}

function Hold({ patient: { id, name } }: Props) {
  return (
    <ConfirmDialog
      key="hold"
      trigger={
        <Button>
          Hold all outreach<span className="sr-only"> to {name}</span>
        </Button>
      }
      title={`Hold all outreach to ${name}?`}
      description={
        <p>
          From now on no campaign of any program texts them, and texts that wait to be sent do not go. You can
          still reply. Everybody who has them as a patient sees it, and no roster undoes it.
        </p>
      }
      confirm="Hold all outreach"
      pending="Holding"
      action={holdPatientAction}
      values={{ patientId: id }}
    >
      <FormRadios name="reason" label="What happened" options={reasons} />
    </ConfirmDialog>
  );
}

function Release({ patient: { id, name } }: Props) {
  return (
    <ConfirmDialog
      key="release"
      trigger={
        <Button>
          Let outreach go on<span className="sr-only"> to {name}</span>
        </Button>
      }
      title={`Let outreach to ${name} go on?`}
      description={
        <p>
          Campaigns of all programs may text them again, if there is consent. Texts that were held back stay
          unsent. They count as active from then on, also if they had moved before: change their record if so.
          A roster may say again that they moved or died.
        </p>
      }
      confirm="Let outreach go on"
      pending="Releasing"
      action={releasePatientAction}
      values={{ patientId: id }}
    />
  );
}
