"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useState } from "react";
import { draftOf, keepDraft, useDraft } from "@/app/(care)/inbox/drafts";
import { CountLine } from "@/components/messages/count-line";
import { replyWords } from "@/components/messages/count-words";
import { Findings } from "@/components/messages/findings";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { normaliseText, segmentsOf } from "@/lib/messaging/segments";
import { sendReply } from "./send-reply";
import { useTextCheck } from "./use-text-check";

type Props = {
  threadId: string;
  /** The newest text from the patient on this page. */
  seen: string | null;
  shownIds: string[];
  patients: { id: string; name: string }[];
  heldBy: string | null;
  /** Millionths of a US dollar for one segment. */
  segmentCostMicros: number;
};

/** Where the nurse writes. What was typed stays until the server has it, also while she reads elsewhere; a second try never sends twice. */
export function Composer({ threadId, seen, shownIds, patients, heldBy, segmentCostMicros }: Props) {
  const router = useRouter();
  const [only] = patients.length === 1 ? patients : [];
  const kept = useDraft(threadId) ?? { body: "", about: only?.id ?? "", tried: null };
  const { body: draft, about } = kept;
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<{ title: string; words: string } | null>(null);
  const [sentId, setSentId] = useState("");
  const check = useTextCheck(threadId, heldBy ? "" : draft, about || null);
  const countId = useId();
  const onItsWay = sentId !== "" && !shownIds.includes(sentId);

  async function send() {
    const body = draft.trim();
    if (sending || body === "") return;
    setSending(true);
    setProblem(null);
    // Shown once before it leaves; it is hers to decide, so the next press sends.
    if (!(await check.mayLeave())) {
      setSending(false);
      return;
    }
    // One key for one reply, however often it is tried; other words are another reply.
    const content = JSON.stringify([about, body]);
    const tried = kept.tried?.content === content ? kept.tried : { key: crypto.randomUUID(), content };
    keepDraft(threadId, { ...(draftOf(threadId) ?? kept), tried });
    const answer = await sendReply({
      threadId,
      key: tried.key,
      body,
      seen,
      patientId: about || null,
    });
    setSending(false);
    if (!answer.ok) {
      setProblem({
        title: answer.reached ? "Not sent" : "We don't know if this was sent",
        words: answer.message,
      });
      // Next answers a failed refresh by loading the address anew, which would take the draft with it.
      if (answer.reached) router.refresh();
      return;
    }
    // What was typed while it was on its way is the next reply.
    const now = draftOf(threadId);
    if (now) keepDraft(threadId, { ...now, body: now.body.trim() === body ? "" : now.body, tried: null });
    setSentId(answer.messageId);
    router.refresh();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      // Keys held down repeat, and would answer the warning before it is read.
      if (!event.repeat) void send();
    }
  }

  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {problem && (
        <Notice tone="danger" role="alert" title={problem.title}>
          <p>{problem.words}</p>
        </Notice>
      )}
      {heldBy && (
        <Notice tone="info">
          <p>{heldBy} has this conversation. You can read along; they answer.</p>
        </Notice>
      )}
      <div>
        <Textarea
          label="Reply"
          labelHidden
          rows={2}
          maxLength={1000}
          value={draft}
          disabled={heldBy !== null}
          placeholder="Write a reply. Keep health details out of texts."
          onChange={(event) => keepDraft(threadId, { ...kept, body: event.target.value })}
          onKeyDown={onKeyDown}
          aria-describedby={countId}
        />
        <CountLine id={countId}>{replyWords(segmentsOf(normaliseText(draft)), segmentCostMicros)}</CountLine>
        <div role="status">
          {check.findings.length > 0 && (
            <Notice tone="warning" title="Look again before this leaves" className="mt-2">
              <Findings findings={check.findings} />
            </Notice>
          )}
        </div>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-3">
        {patients.length > 1 ? (
          <Select
            label="About"
            value={about}
            onChange={(event) => keepDraft(threadId, { ...kept, about: event.target.value })}
            placeholder="Nobody in particular"
            options={patients.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <span />
        )}
        <p className="flex items-center gap-3">
          <span role="status" className="text-muted text-sm">
            {sending ? "Sending" : onItsWay ? "Taken, on its way" : ""}
          </span>
          <span className="text-muted text-sm max-md:hidden">
            <kbd className="font-sans">Ctrl + Enter</kbd> sends
          </span>
          <SubmitButton
            pending={sending}
            pendingLabel="Sending"
            disabled={heldBy !== null || draft.trim() === ""}
          >
            {check.current && check.findings.length > 0 ? "Send anyway" : "Reply"}
          </SubmitButton>
        </p>
      </div>
    </form>
  );
}
