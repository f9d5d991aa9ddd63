"use client";

import { useRef } from "react";
import { bringBackAction, closeThreadAction } from "@/app/(care)/inbox/actions";
import { ActionForm } from "@/components/forms/action-form";
import { useShortcut } from "@/components/keys/shortcuts";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PutOffTimes } from "@/lib/inbox/types-working";
import { EndDialog } from "./end-dialog";
import { useKeptFocus } from "./keep-focus";
import { NoteDialog } from "./note-dialog";
import { OutsideDialog } from "./outside-dialog";
import { PutOffDialog } from "./put-off-dialog";

type Props = {
  threadId: string;
  /** The newest text from the patient on this page. */
  seen: string | null;
  patients: { id: string; name: string }[];
  closed: boolean;
  putOff: boolean;
  times: PutOffTimes;
  now: string;
  zone: string;
  /** The nurse's place in the inbox, where closing leads. */
  onward: string;
};

/** What a nurse does with a conversation beside replying. Each has a key. */
export function ActionBar({ threadId, seen, patients, closed, putOff, times, now, zone, onward }: Props) {
  const bar = useRef<HTMLFieldSetElement>(null);
  useKeptFocus(bar, `${closed} ${putOff}`);
  return (
    <fieldset
      ref={bar}
      tabIndex={-1}
      aria-label="What to do with this conversation"
      className="-mx-2 min-w-0 outline-none mb-2 flex items-center gap-x-1 gap-y-1 max-md:overflow-x-auto md:flex-wrap [&_[role=alert]]:order-first [&_[role=alert]]:w-full"
    >
      <NoteDialog threadId={threadId} />
      {!closed &&
        (putOff ? (
          <BringBack threadId={threadId} />
        ) : (
          <PutOffDialog {...{ threadId, seen, times, now, zone }} />
        ))}
      <OutsideDialog threadId={threadId} seen={seen} />
      {!closed && (
        <>
          <NoReplyNeeded {...{ threadId, seen, onward }} />
          <EndDialog {...{ threadId, seen, patients, onward }} />
        </>
      )}
    </fieldset>
  );
}

type NoReplyProps = Pick<Props, "threadId" | "seen" | "onward">;

function NoReplyNeeded({ threadId, seen, onward }: NoReplyProps) {
  const area = useRef<HTMLDivElement>(null);
  const press = () => area.current?.querySelector("form")?.requestSubmit();
  useShortcut({ key: "x", words: "No reply needed, and close", run: press });
  return (
    <div ref={area} className="contents">
      <ActionForm action={closeThreadAction} className="contents">
        <input type="hidden" name="threadId" value={threadId} />
        <input type="hidden" name="seen" value={seen ?? ""} />
        <input type="hidden" name="disposition" value="no_reply_needed" />
        <input type="hidden" name="onward" value={onward} />
        <SubmitButton variant="quiet" className="px-2" pendingLabel="Closing" aria-keyshortcuts="x">
          No reply needed
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

function BringBack({ threadId }: { threadId: string }) {
  const area = useRef<HTMLDivElement>(null);
  const press = () => area.current?.querySelector("form")?.requestSubmit();
  useShortcut({ key: "b", words: "Bring back now", run: press });
  return (
    <div ref={area} className="contents">
      <ActionForm action={bringBackAction} className="contents">
        <input type="hidden" name="threadId" value={threadId} />
        <SubmitButton variant="quiet" className="px-2" pendingLabel="Bringing back" aria-keyshortcuts="b">
          Bring back now
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
