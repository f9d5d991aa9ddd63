"use client";

import { Siren } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { testAlert } from "./alert-ringing";
import { playAlert, switchSound, useSoundSwitch } from "./alert-sound";

/** Whether an emergency sounds in this browser, and a way to see and hear one beforehand. */
export function AlertSettings() {
  const on = useSoundSwitch();

  function change(next: boolean) {
    switchSound(next);
    // The press that browsers wait for before they let a page sound.
    if (next) void playAlert();
  }

  return (
    <>
      <Checkbox
        label="Sound on an emergency"
        checked={on}
        onChange={(event) => change(event.target.checked)}
      />
      <Button
        variant="quiet"
        className="w-full justify-start"
        popoverTarget="me-menu"
        popoverTargetAction="hide"
        onClick={() => dispatchEvent(new Event(testAlert))}
      >
        <Siren aria-hidden />
        Test the alert
      </Button>
    </>
  );
}
