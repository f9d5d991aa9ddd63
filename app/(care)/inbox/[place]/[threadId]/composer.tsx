"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { draftFrom } from "@/app/(care)/inbox/draft-keeping";
import { adoptDraft, keepDraft, useDraft } from "@/app/(care)/inbox/drafts";
import { sendOut, useOutgoing, useRefusal } from "@/app/(care)/inbox/outgoing";
import { addressOf, type Place } from "@/app/(care)/inbox/place";
import { useNextInQueue } from "@/app/(care)/inbox/queue-order";
import { useShortcut } from "@/components/keys/shortcuts";
import { CountLine } from "@/components/messages/count-line";
import { replyWords } from "@/components/messages/count-words";
import { Findings } from "@/components/messages/findings";
import { publish } from "@/components/shell/live";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { Composing } from "@/lib/inbox/types-sending";
import { normaliseText, segmentsOf } from "@/lib/messaging/segments";
import { CameBack, type LastReply } from "./came-back";
import { CannedPicker } from "./canned-picker";
import { ComposerFoot } from "./composer-foot";
import { usePresence } from "./presence-now";
import { type Newest, RefusalPanel } from "./refusal-panel";
import { TheirTimeLine } from "./their-time-line";
import { useTextCheck } from "./use-text-check";
import { useTyping } from "./use-typing";

export type ComposerProps = {
  threadId: string;
  who: string;
  /** The newest text from the patient on this page. */
  seen: string | null;
  newest: Newest;
  last: LastReply | null;
  composing: Composing;
  patients: { id: string; name: string }[];
  heldBy: string | null;
  /** Millionths of a US dollar for one segment. */
  segmentCostMicros: number;
  /** ISO, the server's. */
  now: string;
  place: Place;
};

/** Where the nurse writes. What was typed stays until it is a reply, on this page, on another and on another device. */
export function Composer(props: ComposerProps) {
  const { threadId, who, seen, newest, last, composing, patients, heldBy, now, place } = props;
  const { draft: saved, newestOfOthers, theirTime } = composing;
  const router = useRouter();
  const next = useNextInQueue(threadId);
  const [only] = patients.length === 1 ? patients : [];
  const draft = useDraft(threadId) ?? draftFrom(saved, only?.id);
  const { body, about } = draft;
  const ready = heldBy === null && body.trim() !== "";
  const refusal = useRefusal(threadId);
  const waits = useOutgoing().some((one) => one.threadId === threadId && one.state === "waiting");
  const check = useTextCheck(threadId, heldBy ? "" : body, about || null);
  const { typed, rest } = useTyping(threadId);
  const { others } = usePresence(threadId);
  const area = useRef<HTMLDivElement>(null);
  const countId = useId();

  useEffect(
    () => adoptDraft(threadId, { server: saved, at: now, about: only?.id ?? "" }),
    [threadId, saved, now, only?.id],
  );

  const toField = () => area.current?.querySelector("textarea")?.focus();
  // Out of the field, so that single keys act again.
  const toHeading = () => area.current?.closest("section")?.querySelector("h1")?.focus();

  async function send({ closes = false, inTheirHours = false } = {}) {
    if (!ready) return;
    rest();
    const reply = { threadId, who, body: body.trim(), about, seen, seenReply: newestOfOthers };
    const sending = sendOut({ ...reply, closes, inTheirHours }, check.mayLeave);
    if (area.current?.contains(document.activeElement)) toHeading();
    const outcome = await sending;
    // What was looked at once more is hers to decide, so the next press sends it.
    if (outcome === "back") toField();
    // Next answers a failed refresh by loading the address anew.
    if (outcome === "waiting") return;
    if (outcome === "taken" && closes) {
      router.push(addressOf(place, next ?? undefined), { scroll: next === null });
      // The queue stays as it is on the way there.
      publish({ type: "change", change: { kind: "thread.changed", threadId } });
    } else router.refresh();
  }

  useShortcut({ key: "r", words: "Write a reply", run: toField }, heldBy === null);
  useShortcut({ key: "mod+Enter", words: "Send the reply", run: () => void send() }, ready);
  useShortcut(
    {
      key: "mod+shift+Enter",
      words: "Send, close as answered, go on",
      run: () => void send({ closes: true }),
    },
    ready,
  );

  // Not by the shortcuts alone, which somebody may have switched off.
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") toHeading();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // Keys held down repeat, and would answer the warning before it is read.
    if (!event.repeat) void send({ closes: event.shiftKey });
  }

  return (
    <div ref={area} data-reply>
      <form
        className="grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {refusal && <RefusalPanel {...{ threadId, refusal, newest, toField }} />}
        <CameBack threadId={threadId} last={last} toField={toField} />
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
            value={body}
            // Not disabled: the focus of who types when somebody else takes it must not get lost.
            readOnly={heldBy !== null}
            aria-disabled={heldBy !== null}
            placeholder="Write a reply. Keep health details out of texts."
            onChange={(event) => {
              keepDraft(threadId, { ...draft, body: event.target.value });
              typed();
            }}
            onKeyDown={onKeyDown}
            aria-describedby={countId}
          />
          <CountLine id={countId}>
            {replyWords(segmentsOf(normaliseText(body)), props.segmentCostMicros)}
          </CountLine>
          <div role="status">
            {check.findings.length > 0 && (
              <Notice tone="warning" title="Look again before this leaves" className="mt-2">
                <Findings findings={check.findings} />
              </Notice>
            )}
          </div>
        </div>
        <TheirTimeLine
          time={theirTime}
          now={now}
          ready={ready}
          onLater={() => void send({ inTheirHours: true })}
        />
        <ComposerFoot
          patients={patients}
          about={about}
          onAbout={(chosen) => keepDraft(threadId, { ...draft, about: chosen })}
          waits={waits}
          othersTyping={others.flatMap(({ name, typing }) => (typing ? [name] : []))}
          ready={ready}
          sendLabel={check.current && check.findings.length > 0 ? "Send anyway" : "Reply"}
          onSendAndClose={() => void send({ closes: true })}
        >
          {!heldBy && (
            <CannedPicker
              threadId={threadId}
              patientId={about || null}
              onChoose={(words) => {
                keepDraft(threadId, {
                  ...draft,
                  body: body.trim() === "" ? words : `${body.trim()} ${words}`,
                });
                typed();
              }}
              onClosed={toField}
            />
          )}
        </ComposerFoot>
      </form>
    </div>
  );
}
