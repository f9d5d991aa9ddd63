"use client";

import { FormCheckbox } from "@/components/forms/field";
import { Notice } from "@/components/ui/notice";
import type { PhoneToChoose } from "./consent-form";

type Props = { phone: PhoneToChoose | undefined; agrees: boolean; onForm: boolean; day: string };

/** What this entry does to a stop of the number, said before it is recorded. */
export function StopAndConsent({ phone, agrees, onForm, day }: Props) {
  if (!agrees)
    return (
      <Notice>
        <p>
          Campaigns no longer text them at this number. If nobody may text the number at all, close its
          conversation as “Asked us to stop”.
        </p>
      </Notice>
    );
  const stop = phone?.stop;
  if (!stop) return null;
  if (!onForm)
    return (
      <Notice tone="warning" title={`Texts to this number were stopped on ${stop.words}.`}>
        <p>
          What is said on a call or in person does not undo that. Only a signed form does, or START texted
          from the phone.
        </p>
      </Notice>
    );
  if (day < stop.on)
    return (
      <Notice tone="warning" title={`Texts to this number were stopped on ${stop.words}.`}>
        <p>This form is older, so the stop stays.</p>
      </Notice>
    );
  return (
    <Notice tone="warning" title="This form also lets texts go to this number again.">
      <p>They were stopped on {stop.words}.</p>
      {phone.others > 0 && (
        <p>
          {phone.others === 1
            ? "One other person uses this phone and has to agree anew."
            : `${phone.others} other people use this phone, and each has to agree anew.`}
        </p>
      )}
      {/* A tick is about this number and this stop: another one asks anew. */}
      <FormCheckbox
        key={`${phone.id} ${stop.at}`}
        name="stoppedAt"
        value={stop.at}
        label="They signed after the stop. Let texts go to this number again."
      />
    </Notice>
  );
}
