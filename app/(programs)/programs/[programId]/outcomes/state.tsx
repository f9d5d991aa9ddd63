import { Status, type StatusTone } from "@/components/ui/status";
import { type OutcomeState, outcomeStateWords } from "@/lib/outcomes/types";

const tones: Record<OutcomeState, StatusTone> = {
  reading: "active",
  checked: "warning",
  committing: "active",
  committed: "success",
  failed: "danger",
  unfinished: "danger",
};

export function State({ state }: { state: OutcomeState }) {
  return <Status tone={tones[state]}>{outcomeStateWords[state]}</Status>;
}
