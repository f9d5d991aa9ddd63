"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { KeyCaps } from "./key-caps";
import { useShortcuts } from "./shortcuts";
import { type KeySwitch, switchKeys, useKeySwitch } from "./switches";

/** Every key that does something where one is now, and how to switch them off. */
export default function HelpSheet({ onClose }: { onClose: () => void }) {
  const [open, setOpen] = useState(true);
  const shortcuts = useShortcuts();
  // Of two that want one key only the newest gets it.
  const acting = shortcuts.filter(({ key }, i) => shortcuts.findIndex((one) => one.key === key) === i);
  return (
    <Dialog title="Keys" open={open} onOpenChange={setOpen} onClosed={onClose}>
      <dl className="grid max-h-[50dvh] gap-y-1 overflow-y-auto">
        {acting.toReversed().map(({ key, words }) => (
          <div key={key} className="flex min-h-7 items-center justify-between gap-4">
            <dt>{words}</dt>
            <dd className="shrink-0">
              <KeyCaps of={key} />
              <span className="sr-only">{key.replace("mod", "Control or Command")}</span>
            </dd>
          </div>
        ))}
      </dl>
      <div className="border-t pt-2">
        <Switch of="keys" label="Single keys do something" />
        <Switch of="palette" label="Ctrl or Cmd and K finds commands" />
      </div>
    </Dialog>
  );
}

function Switch({ of, label }: { of: KeySwitch; label: string }) {
  const on = useKeySwitch(of);
  return <Checkbox label={label} checked={on} onChange={(event) => switchKeys(of, event.target.checked)} />;
}
