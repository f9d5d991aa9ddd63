import {
  passNumberOnAction,
  reportWrongNumberAction,
  takeNumberBackAction,
} from "@/app/(care)/record-actions";
import { ConfirmDialog } from "@/components/forms/confirm-dialog";
import { Button } from "@/components/ui/button";

type WrongNumberProps = {
  patient: { id: string; name: string };
  phone: { id: string; shown: string };
  /** The text that said so, and where it stands. */
  evidence?: { threadId: string; messageId: string | null; words: string };
};

/** Not this patient's number: who else has it keeps it. */
export function WrongNumber({ patient, phone, evidence }: WrongNumberProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button>
          Wrong number<span className="sr-only"> for {patient.name}</span>
        </Button>
      }
      title={`Is ${phone.shown} the wrong number for ${patient.name}?`}
      description={
        <p>
          It is then no longer theirs: no outreach for them goes to it, and no roster brings it back. Anybody
          else who has this number keeps it. You can take this back on the patient's page.
        </p>
      }
      confirm="Report as wrong number"
      pending="Reporting"
      action={reportWrongNumberAction}
      values={{
        ...{ patientId: patient.id, phoneId: phone.id },
        ...{ threadId: evidence?.threadId ?? "", messageId: evidence?.messageId ?? "" },
      }}
    >
      {evidence?.words && (
        <blockquote className="line-clamp-3 whitespace-pre-wrap break-words border-line-strong border-l-2 pl-2">
          “{evidence.words}”
        </blockquote>
      )}
    </ConfirmDialog>
  );
}

/** The number itself has a new owner. */
export function PassedOn({ phone }: { phone: { id: string; shown: string } }) {
  return (
    <ConfirmDialog
      trigger={
        <Button>
          Belongs to somebody else now<span className="sr-only">: {phone.shown}</span>
        </Button>
      }
      title={`Does ${phone.shown} belong to somebody else now?`}
      description={
        <p>
          It is then nobody's on file, in every program, and what was written so far is no longer shown in its
          conversation, to anybody. Whoever has the former patient in their programs finds it on that
          patient's page. If texts to the number are stopped, they stay stopped.
        </p>
      }
      confirm="It belongs to somebody else"
      pending="Noting"
      action={passNumberOnAction}
      values={{ phoneId: phone.id }}
    />
  );
}

export function TakeBack({
  phone,
  passedOnAt,
}: {
  phone: { id: string; shown: string };
  passedOnAt: string;
}) {
  return (
    <ConfirmDialog
      trigger={
        <Button>
          It does not: take that back<span className="sr-only">, {phone.shown}</span>
        </Button>
      }
      title={`Is ${phone.shown} still theirs?`}
      description={<p>Those who had the number have it again, and what was written before is shown again.</p>}
      confirm="Take that back"
      pending="Taking back"
      action={takeNumberBackAction}
      values={{ phoneId: phone.id, reassignedAt: passedOnAt }}
    />
  );
}
