import { languageName } from "@/app/(care)/patients/words";
import { ConfirmDialog } from "@/components/forms/confirm-dialog";
import { Button } from "@/components/ui/button";
import { zoneWords } from "@/components/ui/time-words";
import { stateNames } from "@/lib/patients/state-zones";
import type { PatientDetail } from "@/lib/patients/types";
import {
  homeZones,
  patientStatusWords,
  spokenLanguages,
  statusesToChoose,
} from "@/lib/patients/types-record";
import { changeRecordAction } from "./actions";
import { RecordFields } from "./record-fields";

/** Changes what is on file, with what a roster brought among the choices. */
export function RecordDialog({ patient: { id, record, today } }: { patient: PatientDetail }) {
  const languages = new Set([...spokenLanguages, record.language]);
  const zones = new Set<string>([...homeZones, ...(record.timeZone ? [record.timeZone] : [])]);
  return (
    <ConfirmDialog
      trigger={<Button>Change the record</Button>}
      title="Change the record"
      description={<p>Changes count at once. Where they live decides at what hours they may be texted.</p>}
      confirm="Save"
      pending="Saving"
      action={changeRecordAction}
      values={{ patientId: id }}
    >
      <RecordFields
        record={record}
        today={today}
        languages={[...languages].map((value) => ({ value, label: languageName(value) }))}
        states={Object.entries(stateNames).map(([value, label]) => ({ value, label }))}
        zones={[...zones].map((value) => ({ value, label: zoneWords(value) }))}
        statuses={statusesToChoose.map((value) => ({ value, label: patientStatusWords[value] }))}
      />
    </ConfirmDialog>
  );
}
