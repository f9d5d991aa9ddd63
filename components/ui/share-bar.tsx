import { cn } from "./cn";
import { share } from "./share";

const fills = {
  accent: "fill-chart-outreach",
  holdout: "fill-chart-holdout",
  success: "fill-success",
  warning: "fill-warning",
  danger: "fill-danger",
} as const;

type Props = {
  count: number;
  of: number;
  /** What was counted, after the number: "replied". */
  words?: string;
  tone?: keyof typeof fills;
  className?: string;
};

/** n of N as words, with a bar beside. Drawn on the server; the words carry the meaning. */
export function ShareBar({ count, of, words, tone = "accent", className }: Props) {
  const width = of > 0 ? Math.min(100, Math.max(0, (count / of) * 100)) : 0;
  return (
    <div className={cn("flex flex-wrap items-center gap-x-3 gap-y-1 [td_&]:flex-nowrap", className)}>
      {/* An attribute, not a style: the content security policy refuses inline styles. */}
      <svg aria-hidden className="h-2 w-30 shrink-0 overflow-hidden rounded">
        <rect width="100%" height="100%" className="fill-line" />
        <rect width={`${width}%`} height="100%" className={fills[tone]} />
      </svg>
      <span className="whitespace-nowrap tabular-nums">{share(count, of, words)}</span>
    </div>
  );
}
