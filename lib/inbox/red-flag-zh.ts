import { hanBody } from "./red-flag-signs-zh-body";
import { hanInfant } from "./red-flag-signs-zh-infant";
import { hanMind } from "./red-flag-signs-zh-mind";
import { hanMother } from "./red-flag-signs-zh-mother";
import { hanLowering } from "./red-flag-zh-words";

export const chinese = {
  language: "zh",
  signs: [hanBody, hanMind, hanMother, hanInfant],
  lowering: hanLowering,
} as const;
