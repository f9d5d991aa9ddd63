"use client";

import { useSyncExternalStore } from "react";

const place = "hearback-alert-sound";
const watchers = new Set<() => void>();
let audio: AudioContext | undefined;

/** Off unless this browser was told otherwise: a ward decides that for itself. */
export const isSoundOn = (): boolean => localStorage.getItem(place) === "on";

export function switchSound(on: boolean): void {
  if (on) localStorage.setItem(place, "on");
  else localStorage.removeItem(place);
  for (const watcher of watchers) watcher();
}

export const useSoundSwitch = (): boolean => useSyncExternalStore(watch, isSoundOn, () => false);

function watch(watcher: () => void) {
  watchers.add(watcher);
  addEventListener("storage", watcher);
  return () => {
    watchers.delete(watcher);
    removeEventListener("storage", watcher);
  };
}

/** Three rising tones, made here: no file is fetched. False where the browser waits for a first press on the page. */
export async function playAlert(): Promise<boolean> {
  audio ??= new AudioContext();
  // Never settles in a page that nobody has touched yet.
  if (audio.state !== "running") void audio.resume();
  await new Promise((ready) => setTimeout(ready, 100));
  if (audio.state !== "running") return false;
  for (const [i, pitch] of [660, 880, 1_100].entries()) tone(audio, pitch, audio.currentTime + i * 0.22);
  return true;
}

function tone(context: AudioContext, pitch: number, at: number): void {
  const [source, volume] = [context.createOscillator(), context.createGain()];
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.25, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.2);
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + 0.21);
}
