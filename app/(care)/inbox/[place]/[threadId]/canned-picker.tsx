"use client";

import { MessageSquareText } from "lucide-react";
import { useState } from "react";
import { KeyCaps } from "@/components/keys/key-caps";
import { PickList } from "@/components/keys/pick-list";
import { useShortcut } from "@/components/keys/shortcuts";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DialogLater } from "@/components/ui/dialog-later";
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
    <DialogLater
      title="Canned replies"
      open={open}
      onOpenChange={(next) => (next ? void show() : setOpen(false))}
      onClosed={() => {
        if (chosen !== null) onChoose(chosen);
        onClosed();
      }}
      finalFocus={false}
      trigger={
        <Button variant="quiet" aria-keyshortcuts="Q">
          <MessageSquareText aria-hidden />
          Canned reply
          <KeyCaps of="q" />
        </Button>
      }
    >
      {() => (
        <>
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
        </>
      )}
    </DialogLater>
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
  if (replies.length === 0)
    return <p className="text-muted">This program keeps no reply ready. Its managers write them.</p>;
  return (
    <PickList
      label="Find a reply"
      listLabel="Replies"
      placeholder="Type a part of its name or words"
      items={replies.map((reply) => ({ ...reply, words: `${reply.name} ${reply.body ?? ""}` }))}
      mayChoose={({ body }) => body !== null}
      onChoose={({ body }) => onChoose(body ?? "")}
      empty="No reply has that in it. Try another word."
    >
      {(reply) => (
        <span className="grid gap-0.5 py-1.5">
          <span className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className="font-medium">{reply.name}</span>
            <span className="text-muted text-sm">{aboutReply(reply)}</span>
          </span>
          <span lang={reply.language} className={cn("break-words", reply.body === null && "text-warning")}>
            {reply.body ?? reply.problem}
          </span>
        </span>
      )}
    </PickList>
  );
}

const languageNames = new Intl.DisplayNames("en", { type: "language" });

function aboutReply({ language, asked, body, segments }: ReadyReply): string {
  const missing = asked.split("-")[0] === language ? "" : `, not in ${languageNames.of(asked) ?? asked}`;
  const size = body === null ? "" : ` · ${segments} sms`;
  return `${cannedLanguageWords[language]}${missing}${size}`;
}
