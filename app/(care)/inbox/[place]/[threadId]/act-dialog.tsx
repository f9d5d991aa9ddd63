"use client";

import { type ReactNode, useState } from "react";
import { KeyCaps } from "@/components/keys/key-caps";
import { useShortcut } from "@/components/keys/shortcuts";
import { Button } from "@/components/ui/button";
import { DialogLater } from "@/components/ui/dialog-later";

interface Inside {
  close: () => void;
  /** The form's own button, with the way out beside it. */
  buttons: (submit: ReactNode) => ReactNode;
}

type Props = {
  /** On the button that opens it. */
  label: string;
  /** The key that opens it, and what the sheet of keys says of it where that is more than the label. */
  keyName: string;
  keyWords?: string;
  /** Show the key on the button. */
  caps?: boolean;
  variant?: "secondary" | "quiet";
  title: string;
  description?: ReactNode;
  children: (inside: Inside) => ReactNode;
};

/** An act on the conversation that asks for something first: a button, a key, and a dialog with a form. */
export function ActDialog({
  label,
  keyName,
  keyWords,
  caps,
  variant = "quiet",
  title,
  description,
  children,
}: Props) {
  const [open, setOpen] = useState(false);
  useShortcut({ key: keyName, words: keyWords ?? label, run: () => setOpen(true) });
  return (
    <DialogLater
      title={title}
      description={description}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant={variant} className={caps ? undefined : "px-2"} aria-keyshortcuts={keyName}>
          {label}
          {caps && <KeyCaps of={keyName} />}
        </Button>
      }
    >
      {(buttons) => children({ close: () => setOpen(false), buttons })}
    </DialogLater>
  );
}
