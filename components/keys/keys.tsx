"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import type { Place } from "./palette";
import { shortcutFor, useShortcut } from "./shortcuts";
import { isOn, useKeySwitch } from "./switches";

const HelpSheet = lazy(() => import("./help-sheet"));
const Palette = lazy(() => import("./palette"));

/** Listens for keys, once, in the shell; shows what they do on "?" and all that can be done on Ctrl or Cmd and K. */
export function Keys({ places }: { places: readonly Place[] }) {
  const [open, setOpen] = useState<"sheet" | "palette" | null>(null);
  const palette = useKeySwitch("palette");

  useShortcut({ key: "?", words: "Show all keys", run: () => setOpen("sheet") });
  useShortcut(
    { key: "mod+k", words: "Find a command", whileTyping: true, run: () => setOpen("palette") },
    palette,
  );

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const shortcut = shortcutFor(event);
      if (!shortcut || (!shortcut.key.startsWith("mod+") && !isOn("keys"))) return;
      event.preventDefault();
      shortcut.run();
    };
    const show = () => setOpen("sheet");
    document.addEventListener("keydown", press);
    addEventListener(showKeys, show);
    return () => {
      document.removeEventListener("keydown", press);
      removeEventListener(showKeys, show);
    };
  }, []);

  const close = () => setOpen(null);
  return (
    <Suspense>
      {open === "sheet" && <HelpSheet onClose={close} />}
      {open === "palette" && <Palette places={places} onClose={close} />}
    </Suspense>
  );
}

/** What the account menu says to have them shown: without keys there is no "?". */
export const showKeys = "hearback-show-keys";
