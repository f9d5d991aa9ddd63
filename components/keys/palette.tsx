"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { KeyCaps } from "./key-caps";
import { matching } from "./key-words";
import { currentShortcuts } from "./shortcuts";

export interface Place {
  href: Route;
  label: string;
}

interface Command {
  id: string;
  words: string;
  key: string | null;
  run: () => void;
}

const ownKey = "mod+k";

/** All that can be done here and where one can go, found by typing. Runs what was chosen when it has closed. */
export default function Palette({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const chosen = useRef<Command>(null);
  const listId = useId();

  // Of the moment that it opened: what has a key must not change under the eye.
  const [commands] = useState<Command[]>(() => [
    ...currentShortcuts()
      .filter(({ key }) => key !== ownKey)
      .map(({ key, words, run }) => ({ id: key, words, key, run })),
    ...places.map(({ href, label }) => ({
      ...{ id: href, words: `Go to ${label}`, key: null },
      run: () => router.push(href),
    })),
  ]);
  const found = matching(commands, typed);
  const current = found[Math.min(at, found.length - 1)];

  function choose(command: Command | undefined) {
    if (!command) return;
    chosen.current = command;
    setOpen(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") choose(current);
    else if (event.key === "ArrowDown") setAt((at + 1) % Math.max(1, found.length));
    else if (event.key === "ArrowUp") setAt((at - 1 + found.length) % Math.max(1, found.length));
    else return;
    event.preventDefault();
  }

  return (
    <Dialog
      title="What would you like to do?"
      open={open}
      onOpenChange={setOpen}
      onClosed={() => {
        onClose();
        chosen.current?.run();
      }}
    >
      <TextField
        label="Command"
        labelHidden
        placeholder="Type a command"
        autoComplete="off"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={current && `${listId} ${current.id}`.replaceAll(" ", "-")}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label="Commands" className="max-h-[45dvh] overflow-y-auto">
        {found.map((command) => (
          <button
            key={command.id}
            type="button"
            tabIndex={-1}
            id={`${listId} ${command.id}`.replaceAll(" ", "-")}
            role="option"
            aria-selected={command === current}
            className={cn(
              "flex min-h-8 w-full cursor-default items-center justify-between gap-4 rounded px-2 text-left hover:bg-hover max-md:min-h-11",
              command === current && "bg-accent-soft",
            )}
            onClick={() => choose(command)}
          >
            <span>{command.words}</span>
            {command.key && <KeyCaps of={command.key} />}
          </button>
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className="text-muted">
          Nothing is called that here. Try another word.
        </p>
      )}
    </Dialog>
  );
}
