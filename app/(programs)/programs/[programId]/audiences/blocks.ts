import { isEither, problemOf } from "@/lib/campaigns/audience-rule";
import type { AudienceRule, Condition } from "@/lib/campaigns/types";

/** A line of the builder. Its key stays when others come and go. */
export interface Line {
  key: number;
  condition: Condition;
}

/** Lines of which one is enough; usually there is one. All blocks must hold. */
export interface Block {
  key: number;
  lines: Line[];
}

export const blocksOf = ({ all }: AudienceRule, nextKey: () => number): Block[] =>
  all.map((entry) => ({
    key: nextKey(),
    lines: (isEither(entry) ? entry.anyOf : [entry]).map((condition) => ({ key: nextKey(), condition })),
  }));

export const ruleOf = (blocks: Block[]): AudienceRule => ({
  all: blocks.flatMap(({ lines: [first, ...more] }): AudienceRule["all"] => {
    if (!first) return [];
    if (more.length === 0) return [first.condition];
    return [{ anyOf: [first, ...more].map(({ condition }) => condition) }];
  }),
});

const isFinished = ({ condition }: Line) => problemOf(condition) === null;

/** What can be counted already. */
export const finishedIn = (blocks: Block[]): Block[] =>
  blocks
    .map((block) => ({ ...block, lines: block.lines.filter(isFinished) }))
    .filter(({ lines }) => lines.length > 0);

export const unfinishedIn = (blocks: Block[]): number =>
  blocks.reduce((n, { lines }) => n + lines.filter((line) => !isFinished(line)).length, 0);

/** Under which name the server speaks of a line. */
export const nameOf = (blocks: Block[], block: number, line: number): string =>
  `rule.all.${block}${(blocks[block]?.lines.length ?? 0) > 1 ? `.anyOf.${line}` : ""}`;

export const withoutLine = (blocks: Block[], key: number): Block[] =>
  blocks
    .map((block) => ({ ...block, lines: block.lines.filter((line) => line.key !== key) }))
    .filter(({ lines }) => lines.length > 0);

export const withCondition = (blocks: Block[], key: number, condition: Condition): Block[] =>
  blocks.map((block) => ({
    ...block,
    lines: block.lines.map((line) => (line.key === key ? { key, condition } : line)),
  }));
