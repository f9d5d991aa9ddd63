import {
  restoreCannedAction,
  retireCannedAction,
  reviewCannedAction,
} from "@/app/(programs)/programs/[programId]/replies/actions";
import { ReplyState } from "@/app/(programs)/programs/[programId]/replies/reply-state";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { CannedReply } from "@/lib/inbox/types-canned";

/** Where it stands, and what the reader may do with it as it is. */
export function ReplyActs({ reply }: { reply: CannedReply }) {
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-3">
        <ReplyState reply={reply} />
        <span className="text-muted">Written by {reply.writer}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        {!reply.reviewer && !reply.mine && !reply.retired && (
          <ActionForm action={reviewCannedAction}>
            <input type="hidden" name="replyId" value={reply.id} />
            <input type="hidden" name="seen" value={reply.writtenAt} />
            <SubmitButton pendingLabel="Noting">I have read it: nurses may use it</SubmitButton>
          </ActionForm>
        )}
        <ActionForm
          key={String(reply.retired)}
          action={reply.retired ? restoreCannedAction : retireCannedAction}
        >
          <input type="hidden" name="replyId" value={reply.id} />
          <SubmitButton variant="secondary" pendingLabel={reply.retired ? "Bringing back" : "Retiring"}>
            {reply.retired ? "Bring it back" : "Retire it"}
          </SubmitButton>
        </ActionForm>
      </div>
    </div>
  );
}
