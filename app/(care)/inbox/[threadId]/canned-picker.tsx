"use client";

import { MessageSquareText } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { KeyCaps } from "@/components/keys/key-caps";
import { matching } from "@/components/keys/key-words";
import { useShortcut } from "@/components/keys/shortcuts";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { cannedLanguageWords, type ReadyReply } from "@/lib/inbox/types-canned";

type Props = {
  threadId: string;
  /** Whom the answer is about; null while nobody said. */
  patientId: string | null;
  /** Puts the words into the reply that is being written. */
  onChoose: (words: string) => void;
  /** Once it has closed: the reply has the focus again. */
  onClosed: () => void;
};

type Found = { replies: ReadyReply[] } | { failed: true } | null;

/** The replies that the program keeps ready, in the patient's language, found by typing. */
export function CannedPicker({ threadId, patientId, onChoose, onClosed }: Props) {
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<Found>(null);
  const [chosen, setChosen] = useState<string | null>(null);

  async function show() {
    setFound(null);
    setChosen(null);
    setOpen(true);
    setFound(await askFor({ threadId, patientId }));
  }
  useShortcut({ key: "q", words: "Choose a canned reply", run: () => void show() });

  return (
    <>
      <Button variant="quiet" aria-keyshortcuts="Q" onClick={() => void show()}>
        <MessageSquareText aria-hidden />
        Canned reply
        <KeyCaps of="q" />
      </Button>
      <Dialog
        title="Canned replies"
        open={open}
        onOpenChange={setOpen}
        onClosed={() => {
          if (chosen !== null) onChoose(chosen);
          onClosed();
        }}
      >
        {found === null && <p role="status">Looking them up</p>}
        {found && "failed" in found && (
          <p role="alert">We could not reach the server. Close this and try again; your words are safe.</p>
        )}
        {found && "replies" in found && (
          <Choices
            replies={found.replies}
            onChoose={(words) => {
              setChosen(words);
              setOpen(false);
            }}
          />
        )}
      </Dialog>
    </>
  );
}

async function askFor(asked: { threadId: string; patientId: string | null }): Promise<Found> {
  try {
    const answer = await fetch("/api/canned", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(asked),
    });
    return answer.ok ? ((await answer.json()) as { replies: ReadyReply[] }) : { failed: true };
  } catch {
    return { failed: true };
  }
}

function Choices({ replies, onChoose }: { replies: ReadyReply[]; onChoose: (words: string) => void }) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();
  const found = matching(
    replies.map((reply) => ({ ...reply, words: `${reply.name} ${reply.body ?? ""}` })),
    typed,
  );
  const current = found[Math.min(at, found.length - 1)];
  if (replies.length === 0)
    return <p className="text-muted">This program keeps no reply ready. Its managers write them.</p>;

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && current?.body) onChoose(current.body);
    else if (event.key === "ArrowDown") setAt((at + 1) % Math.max(1, found.length));
    else if (event.key === "ArrowUp") setAt((at - 1 + found.length) % Math.max(1, found.length));
    else return;
    event.preventDefault();
  }

  return (
    <>
      <TextField
        label="Find a reply"
        labelHidden
        placeholder="Type a part of its name or words"
        autoComplete="off"
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={current && `${listId}-${current.id}`}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label="Replies" className="max-h-[45dvh] overflow-y-auto">
        {found.map((reply) => (
          <button
            key={reply.id}
            id={`${listId}-${reply.id}`}
            type="button"
            tabIndex={-1}
            role="option"
            aria-selected={reply === current}
            disabled={reply.body === null}
            className={cn(
              "grid w-full cursor-default gap-0.5 rounded px-2 py-1.5 text-left hover:bg-hover max-md:min-h-11",
              reply === current && "bg-accent-soft",
            )}
            onClick={() => reply.body && onChoose(reply.body)}
          >
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">{reply.name}</span>
              <span className="text-muted text-sm">{aboutReply(reply)}</span>
            </span>
            <span lang={reply.language} className={cn("break-words", reply.body === null && "text-warning")}>
              {reply.body ?? reply.problem}
            </span>
          </button>
        ))}
      </div>
      {found.length === 0 && <p role="status">No reply has that in it. Try another word.</p>}
    </>
  );
}

const languageNames = new Intl.DisplayNames("en", { type: "language" });

function aboutReply({ language, asked, body, segments }: ReadyReply): string {
  const missing = asked.split("-")[0] === language ? "" : `, not in ${languageNames.of(asked) ?? asked}`;
  const size = body === null ? "" : ` · ${segments} sms`;
  return `${cannedLanguageWords[language]}${missing}${size}`;
}
