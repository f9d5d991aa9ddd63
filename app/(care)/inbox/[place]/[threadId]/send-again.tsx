import { sendAgainAction } from "@/app/(care)/inbox/actions";
import { AskFirst } from "@/components/forms/ask-first";

/** A reply of which nobody knows whether it left: the nurse decides, and is told what that may mean. */
export function SendAgain({ threadId, messageId }: { threadId: string; messageId: string }) {
  return (
    <AskFirst
      action={sendAgainAction}
      values={{ threadId, messageId }}
      verb="Send again"
      pending="Sending"
      question="The patient may get it twice."
      className="justify-items-end gap-2 text-base"
    />
  );
}
