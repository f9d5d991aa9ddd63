import { endingOf, endings } from "./fates";
import { type Fault, type FaultName, type FaultOf, type Rule, readRule } from "./fault";
import { chance } from "./patients/chance";

/** What a draw goes by: `ref` makes it repeatable, `phone` is the patient's. */
export type Occasion = { ref: string; phone: string };

export type Faults = ReturnType<typeof createFaults>;

type Played = { rule: Rule; fired: number };

/** Decides which faults are played: those of the active plan, then that of the number's ending. */
export function createFaults(magic: boolean) {
  let seed = "";
  let plan: Played[] = [];
  let allEndingsAct = magic;

  function* drawn(names: readonly FaultName[], { ref, phone }: Occasion): Generator<Fault> {
    for (const [place, played] of plan.entries()) {
      const { fault, share, to, limit } = played.rule;
      if (!names.includes(fault) || (to !== null && to !== phone)) continue;
      if (limit !== null && played.fired >= limit) continue;
      if (share < 1 && chance(seed, "fault", place, ref) >= share) continue;
      played.fired += 1;
      yield played.rule;
    }
    const ending = endingOf(phone);
    if (ending && (allEndingsAct || ending.always) && names.includes(ending.rule.fault)) yield ending.rule;
  }

  return {
    /** The first fault that is drawn; those after it are not counted as played. */
    first<Name extends FaultName>(names: readonly Name[], occasion: Occasion): FaultOf<Name> | null {
      const [fault] = drawn(names, occasion);
      return (fault as FaultOf<Name> | undefined) ?? null;
    },
    all<Name extends FaultName>(names: readonly Name[], occasion: Occasion): FaultOf<Name>[] {
      return [...drawn(names, occasion)] as FaultOf<Name>[];
    },
    /** Puts a new plan in place of the old one, or says in a sentence why not. */
    replace(asked: { seed?: unknown; rules?: unknown }): string | null {
      if (!Array.isArray(asked.rules)) return "rules must be a list.";
      if (asked.seed !== undefined && typeof asked.seed !== "string") return "seed must be a string.";
      const rules: Rule[] = [];
      for (const one of asked.rules) {
        const rule = readRule(one);
        if (typeof rule === "string") return rule;
        rules.push(rule);
      }
      seed = asked.seed ?? "";
      plan = rules.map((rule) => ({ rule, fired: 0 }));
      return null;
    },
    report: () => ({ seed, rules: plan.map(({ rule, fired }) => ({ ...rule, fired })) }),
    letAllEndingsAct(on: boolean) {
      allEndingsAct = on;
    },
    reportEndings: () => ({
      on: allEndingsAct,
      endings: endings.map(({ ending, word, always, rule: { share, to, limit, ...fault } }) => ({
        ending,
        word,
        ...fault,
        acts: always || allEndingsAct,
      })),
    }),
  };
}
