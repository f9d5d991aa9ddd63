"use client";

import { Keyboard } from "lucide-react";
import { showKeys } from "@/components/keys/keys";
import { Button } from "@/components/ui/button";

/** The way to the keys without a key. */
export function KeysButton() {
  return (
    <Button
      variant="quiet"
      className="w-full justify-start"
      popoverTarget="me-menu"
      popoverTargetAction="hide"
      onClick={() => dispatchEvent(new Event(showKeys))}
    >
      <Keyboard aria-hidden />
      Keys
    </Button>
  );
}
