import { claimThreadAction, releaseThreadAction } from "@/app/(care)/inbox/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = { threadId: string; claim: { name: string; mine: boolean } | null };

/** Take the conversation on, or give it back. Nothing to press while somebody else has it. */
export function ClaimButton({ threadId, claim }: Props) {
  if (claim && !claim.mine) return null;
  return (
    <ActionForm action={claim ? releaseThreadAction : claimThreadAction} className="gap-2">
      <input type="hidden" name="threadId" value={threadId} />
      <SubmitButton variant={claim ? "quiet" : "secondary"}>{claim ? "Release" : "Claim"}</SubmitButton>
    </ActionForm>
  );
}
