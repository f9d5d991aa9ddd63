"use client";

import { type ReactNode, useRef } from "react";
import { KeyCaps } from "@/components/keys/key-caps";
import { useShortcut } from "@/components/keys/shortcuts";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";

type Props = {
  patients: { id: string; name: string }[];
  /** The patient whom the reply is about, or "". */
  about: string;
  onAbout: (patientId: string) => void;
  /** A reply of this conversation reached nobody yet. */
  waits: boolean;
  othersTyping: readonly string[];
  ready: boolean;
  sendLabel: string;
  onSendAndClose: () => void;
  /** What helps to write. */
  children?: ReactNode;
};

/** Under the field: whom it is about, who else writes, and the ways to send it. */
export function ComposerFoot({ patients, about, onAbout, waits, othersTyping, children, ...send }: Props) {
  const chooser = useRef<HTMLDivElement>(null);
  useShortcut(
    {
      key: "g",
      words: "Say whom the reply is about",
      run: () => chooser.current?.querySelector("select")?.focus(),
    },
    patients.length > 1,
  );
  return (
    <div className="flex flex-wrap items-end justify-between gap-3">
      {patients.length > 1 ? (
        <div ref={chooser}>
          <Select
            label="About"
            aria-keyshortcuts="G"
            value={about}
            onChange={(event) => onAbout(event.target.value)}
            placeholder="Nobody in particular"
            options={patients.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      ) : null}
      {children}
      <div className="ml-auto flex flex-wrap items-center justify-end gap-x-3 gap-y-2">
        <p role="status" className="text-muted text-sm">
          {waits ? "Waits for the connection, then goes out once." : typingWords(othersTyping)}
        </p>
        <Button
          variant="quiet"
          disabled={!send.ready}
          aria-keyshortcuts="Control+Shift+Enter"
          onClick={send.onSendAndClose}
        >
          Send and close
          <KeyCaps of="mod+shift+Enter" />
        </Button>
        <Button type="submit" variant="primary" disabled={!send.ready} aria-keyshortcuts="Control+Enter">
          {send.sendLabel}
          <KeyCaps of="mod+Enter" />
        </Button>
      </div>
    </div>
  );
}

function typingWords(names: readonly string[]): string {
  const [one, ...more] = names;
  if (!one) return "";
  return more.length === 0
    ? `${one} is typing here too.`
    : `${one} and ${more.length} more are typing here too.`;
}
