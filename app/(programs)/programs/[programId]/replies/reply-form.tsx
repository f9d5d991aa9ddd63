import { ActionForm } from "@/components/forms/action-form";
import { FormText } from "@/components/forms/field";
import { ButtonLink } from "@/components/ui/button-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { type CannedReply, cannedLanguages } from "@/lib/inbox/types-canned";
import type { ProgramSummary } from "@/lib/programs/types";
import { writeCannedAction } from "./actions";
import { repliesLink } from "./links";
import { ReplyText } from "./reply-text";

type Props = {
  program: Pick<ProgramSummary, "id" | "brand" | "segmentCostMicros">;
  /** The one that is changed; a new one without it. */
  reply?: CannedReply;
};

/** The name by which nurses find it, and its words by language. */
export function ReplyForm({ program, reply }: Props) {
  return (
    <ActionForm action={writeCannedAction} className="max-w-none gap-6">
      <input type="hidden" name="programId" value={program.id} />
      <input type="hidden" name="replyId" value={reply?.id ?? ""} />
      <input type="hidden" name="seen" value={reply?.writtenAt ?? ""} />
      <FormText
        name="name"
        label="Name"
        hint="How nurses find it, such as “Will call today”."
        maxLength={80}
        defaultValue={reply?.name}
        className="max-w-md"
      />
      {cannedLanguages.map((language) => (
        <ReplyText
          key={language}
          language={language}
          start={reply?.texts[language] ?? ""}
          brand={program.brand}
          segmentCostMicros={program.segmentCostMicros}
        />
      ))}
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton pendingLabel="Saving">
          {reply ? "Save, to be reviewed anew" : "Save, to be reviewed"}
        </SubmitButton>
        <ButtonLink href={repliesLink(program.id)} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
