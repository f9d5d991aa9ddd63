"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { KeyCaps } from "./key-caps";
import { PickList } from "./pick-list";
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
  const chosen = useRef<Command>(null);

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
  function choose(command: Command) {
    chosen.current = command;
    setOpen(false);
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
      <PickList
        label="Command"
        listLabel="Commands"
        placeholder="Type a command"
        items={commands}
        onChoose={choose}
        empty="Nothing is called that here. Try another word."
      >
        {({ words, key }) => (
          <span className="flex min-h-8 items-center justify-between gap-4 max-md:min-h-11">
            <span>{words}</span>
            {key && <KeyCaps of={key} />}
          </span>
        )}
      </PickList>
    </Dialog>
  );
}
