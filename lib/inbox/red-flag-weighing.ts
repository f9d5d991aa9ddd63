import type { Ages } from "./red-flag-numbers";
import { type FoundSign, raises } from "./red-flag-signs";
import { type FlagContext, type FlagPriority, type FlagRule, flagPriorities } from "./red-flag-types";

const rank = (priority: FlagPriority): number => flagPriorities.indexOf(priority);

/** A sign that nothing lowered goes before one that was. */
export const byStrength = (a: FoundSign, b: FoundSign): number =>
  rank(a.priority) - rank(b.priority) || Number(a.lowered !== null) - Number(b.lowered !== null);

/** First what the people on the phone make of it, then what the text itself takes back. */
export function weighed(sign: FoundSign, context: FlagContext, ages: Ages, isNormal: boolean): FoundSign {
  if (sign.lowered) return { ...sign, priority: "review" };
  if (sign.rule === "fever" && ages.isYoungInfant())
    return { ...sign, rule: "infant_fever", priority: "emergency" };
  const raise = raises[sign.rule];
  const isFever = sign.rule === "fever" || sign.rule === "infant_fever";
  // "Fever of 99": a thermometer that says no fever.
  const own = isFever && isNormal ? (sign.rule === "fever" ? "review" : "urgent") : sign.priority;
  if (!raise || (isFever && isNormal)) return { ...sign, priority: own };
  const raised = mayApply(raise, context, ages) && rank(raise.to) < rank(own) ? raise.to : own;
  return { ...sign, priority: raised };
}

type Raise = NonNullable<(typeof raises)[FlagRule]>;

function mayApply({ where, onlyIfKnown }: Raise, context: FlagContext, ages: Ages): boolean {
  const { isPregnant, gaveBirth, hasYoungInfant } = context;
  if (where === "mother")
    return onlyIfKnown
      ? isPregnant === true || gaveBirth === true
      : isPregnant !== false || gaveBirth !== false;
  if (hasYoungInfant === true) return true;
  return !onlyIfKnown && hasYoungInfant !== false && !ages.isOlderChild();
}
