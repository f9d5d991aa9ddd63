import { Status, type StatusTone } from "@/components/ui/status";
import { type RosterState, stateWords } from "@/lib/rosters/types";

const tones: Record<RosterState, StatusTone> = {
  reading: "active",
  mapping: "warning",
  checking: "active",
  checked: "warning",
  committing: "active",
  committed: "success",
  failed: "danger",
  lapsed: "neutral",
};

export function State({ state }: { state: RosterState }) {
  return <Status tone={tones[state]}>{stateWords[state]}</Status>;
}
