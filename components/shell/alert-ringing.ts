"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { isSoundOn, playAlert } from "./alert-sound";
import { repeatEvery } from "./alerts-now";

/**
 * Rings when `what` changes to something, and again and again until it is null: counts how often, for what is shown
 * anew, and sounds where that is wished. `held`: the browser keeps the sound back until somebody presses something.
 */
export function useRinging(what: string | null): { times: number; held: boolean } {
  const [times, setTimes] = useState(0);
  const [held, setHeld] = useState(false);

  const ring = useEffectEvent(async () => {
    setTimes((before) => before + 1);
    if (isSoundOn()) setHeld(!(await playAlert()));
  });
  useEffect(() => {
    if (!what) return;
    void ring();
    const timer = setInterval(() => void ring(), repeatEvery);
    return () => {
      clearInterval(timer);
      setHeld(false);
    };
  }, [what]);

  return { times, held };
}

/** What the account menu says to have an alert shown that is none. */
export const testAlert = "hearback-test-alert";

/** Whether a test goes on, and the way to end it. */
export function useTestAlert(): [boolean, () => void] {
  const [testing, setTesting] = useState(false);
  useEffect(() => {
    const begin = () => setTesting(true);
    addEventListener(testAlert, begin);
    return () => removeEventListener(testAlert, begin);
  }, []);
  useEffect(() => {
    if (!testing) return;
    const timer = setTimeout(() => setTesting(false), 3 * repeatEvery);
    return () => clearTimeout(timer);
  }, [testing]);
  return [testing, () => setTesting(false)];
}
