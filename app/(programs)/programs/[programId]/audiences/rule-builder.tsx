"use client";

import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { useFieldErrors } from "@/components/forms/form-state";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { describeRule } from "@/lib/campaigns/audience-rule";
import {
  type AudienceRule,
  type Condition,
  mostConditions,
  type RuleChoices,
  type RuleNames,
} from "@/lib/campaigns/types";
import {
  type Block,
  blocksOf,
  finishedIn,
  nameOf,
  ruleOf,
  unfinishedIn,
  withCondition,
  withoutLine,
} from "./blocks";
import { ConditionLine } from "./condition-line";
import { blankOf, namesIn, offeredFields } from "./fields";
import { LiveCount } from "./live-count";

type Props = {
  programId: string;
  choices: RuleChoices;
  /** Missing for a new audience. */
  rule: AudienceRule | undefined;
  names: RuleNames | undefined;
};

/** What must be true of people, line by line; beside it the rule in a sentence, and how many that is. */
export function RuleBuilder({ programId, choices, rule, names }: Props) {
  const lastKey = useRef(0);
  const nextKey = () => {
    lastKey.current += 1;
    return lastKey.current;
  };
  // The first field that is offered: one of which the program has something to choose.
  const first = () => blankOf(choices.language.length > 1 ? "language" : "age", choices);
  const [blocks, setBlocks] = useState<Block[]>(() =>
    blocksOf(rule && rule.all.length > 0 ? rule : { all: [first()] }, nextKey),
  );
  const errors = useFieldErrors("rule");
  const add = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const counted = ruleOf(finishedIn(blocks));
  const lines = blocks.reduce((n, block) => n + block.lines.length, 0);

  function addBlock() {
    setBlocks([...blocks, { key: nextKey(), lines: [{ key: nextKey(), condition: first() }] }]);
    focusLine(-1);
  }

  function addTo(key: number, at: number) {
    const line = { key: nextKey(), condition: first() };
    setBlocks(
      blocks.map((block) => (block.key === key ? { ...block, lines: [...block.lines, line] } : block)),
    );
    focusLine(at);
  }

  // The new line's first control, once it is there: where one goes on.
  function focusLine(at: number) {
    requestAnimationFrame(() => {
      const all = [...(list.current?.querySelectorAll<HTMLElement>("[data-line]") ?? [])];
      all.at(at)?.querySelector("select")?.focus();
    });
  }

  function remove(key: number) {
    setBlocks(withoutLine(blocks, key));
    add.current?.focus();
  }

  let at = 0;
  return (
    <div className="grid gap-x-8 gap-y-6 md:grid-cols-[minmax(0,1fr)_18rem]">
      <fieldset className="min-w-0">
        <legend className="mb-2 font-medium">Who</legend>
        <input type="hidden" name="rule" value={JSON.stringify(ruleOf(blocks))} />
        <FieldError errors={errors} />
        <ol ref={list} className="grid">
          {blocks.map((block, i) => {
            at += block.lines.length;
            const after = at;
            return (
              <li key={block.key} className="grid gap-3 border-b py-3 first:border-t">
                {block.lines.map(({ key, condition }, j) => (
                  <ConditionLine
                    key={key}
                    joined={j > 0 ? "or" : i > 0 ? "and" : ""}
                    number={after - block.lines.length + j + 1}
                    name={nameOf(blocks, i, j)}
                    condition={condition}
                    choices={choices}
                    fields={offeredFields(choices, condition.field)}
                    names={namesIn(choices, names)}
                    onChange={(next: Condition) => setBlocks(withCondition(blocks, key, next))}
                    onRemove={() => remove(key)}
                  />
                ))}
                {lines < mostConditions && (
                  <div>
                    <Button variant="quiet" className="-ml-3" onClick={() => addTo(block.key, after)}>
                      <Plus aria-hidden />
                      Or something else
                      <span className="sr-only"> than condition {after}</span>
                    </Button>
                  </div>
                )}
              </li>
            );
          })}
        </ol>
        <div className="mt-3">
          <Button ref={add} onClick={addBlock} disabled={lines >= mostConditions}>
            <Plus aria-hidden />
            Add a condition
          </Button>
          {lines >= mostConditions && (
            <p className="mt-1 text-muted">An audience has at most {mostConditions}.</p>
          )}
        </div>
      </fieldset>
      <LiveCount
        programId={programId}
        rule={counted}
        sentence={describeRule(counted, namesIn(choices, names))}
        unfinished={unfinishedIn(blocks)}
      />
    </div>
  );
}
