"use client";

import { useRef } from "react";
import { claimThreadAction, releaseThreadAction, takeOverThreadAction } from "@/app/(care)/inbox/actions";
import { ActionForm } from "@/components/forms/action-form";
import { FormText } from "@/components/forms/field";
import { KeyCaps } from "@/components/keys/key-caps";
import { useShortcut } from "@/components/keys/shortcuts";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Claim } from "@/lib/inbox/types-working";
import { ActDialog } from "./act-dialog";
import { useKeptFocus } from "./keep-focus";

type Props = { threadId: string; claim: Claim | null };

/** Take the conversation on, give it back, or take it from a colleague and say why. */
export function ClaimButton({ threadId, claim }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const press = () => area.current?.querySelector("form")?.requestSubmit();
  useShortcut({ key: "c", words: "Claim", run: press }, claim === null);
  useShortcut({ key: "u", words: "Release", run: press }, claim?.mine === true);
  useKeptFocus(area, claim ? `${claim.name} ${claim.mine}` : "nobody");
  return (
    <div ref={area} tabIndex={-1} className="shrink-0 outline-none">
      {claim && !claim.mine ? (
        <TakeOver threadId={threadId} holder={claim.name} />
      ) : (
        <Hold threadId={threadId} mine={claim !== null} />
      )}
    </div>
  );
}

function Hold({ threadId, mine }: { threadId: string; mine: boolean }) {
  return (
    <ActionForm action={mine ? releaseThreadAction : claimThreadAction} className="gap-2">
      <input type="hidden" name="threadId" value={threadId} />
      <SubmitButton variant={mine ? "quiet" : "secondary"} aria-keyshortcuts={mine ? "u" : "c"}>
        {mine ? "Release" : "Claim"}
        <KeyCaps of={mine ? "u" : "c"} />
      </SubmitButton>
    </ActionForm>
  );
}

function TakeOver({ threadId, holder }: { threadId: string; holder: string }) {
  return (
    <ActDialog
      label="Take over"
      keyName="t"
      caps
      variant="secondary"
      title={`Take this over from ${holder}?`}
      description={
        <p>{holder} sees that you have it and why. What they have written so far stays with them, unsent.</p>
      }
    >
      {(actions) => (
        <ActionForm action={takeOverThreadAction} onDone={actions.close}>
          <input type="hidden" name="threadId" value={threadId} />
          <FormText name="reason" label="Why" maxLength={500} autoComplete="off" />
          {actions.buttons(<SubmitButton pendingLabel="Taking over">Take over from {holder}</SubmitButton>)}
        </ActionForm>
      )}
    </ActDialog>
  );
}
