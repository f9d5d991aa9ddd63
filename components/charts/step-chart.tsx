import { cn } from "@/components/ui/cn";
import { share } from "@/components/ui/share";

export type ChartStep = {
  key: string;
  label: string;
  count: number;
  /** The whole that `count` is part of; null for the first one. */
  whole: { count: number; words: string } | null;
  /** step: along the way. outcome, loss: beside it, set apart. */
  tone: "step" | "outcome" | "loss";
};

const fills = {
  step: "fill-chart-outreach",
  outcome: "fill-chart-blue",
  loss: "fill-chart-vermillion",
} as const;

// Two drawings, because text that shrinks with its picture cannot be read on a phone.
const wide = { width: 912, row: 40, gap: 24, barX: 148, barWidth: 392, barY: 10, bar: 20 };
const narrow = { width: 343, row: 64, gap: 16, barX: 0, barWidth: 343, barY: 42, bar: 12 };

/** How many of whom at each step, as bars in one scale. Drawn on the server. */
export function StepChart({ label, steps }: { label: string; steps: readonly ChartStep[] }) {
  const said = `${label} ${steps.map((step) => `${step.label}: ${words(step)}.`).join(" ")}`;
  return (
    <>
      <Drawing size={wide} label={said} steps={steps} className="max-md:hidden print:block" />
      <Drawing size={narrow} label={said} steps={steps} className="max-w-[420px] md:hidden print:hidden" />
    </>
  );
}

type Size = typeof wide;

function Drawing(props: { size: Size; label: string; steps: readonly ChartStep[]; className: string }) {
  const { size, label, steps, className } = props;
  const isWide = size.barX > 0;
  const top = Math.max(1, ...steps.map((step) => Math.max(step.count, step.whole?.count ?? 0)));
  const long = (people: number) => (people === 0 ? 0 : Math.max(2, (people / top) * size.barWidth));
  const apart = steps.findIndex((step) => step.tone !== "step");
  const yOf = (index: number) => index * size.row + (apart >= 0 && index >= apart ? size.gap : 0);

  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size.width} ${yOf(steps.length - 1) + size.row}`}
      className={cn("block w-full text-base tabular-nums", className)}
    >
      {apart > 0 && (
        <path d={`M0 ${yOf(apart) - size.gap / 2}H${size.width}`} className="stroke-chart-grid" />
      )}
      {steps.map((step, index) => {
        const y = yOf(index);
        return (
          <g key={step.key}>
            <text x={0} y={y + (isWide ? 25 : 15)} className="fill-ink font-medium">
              {step.label}
            </text>
            <rect
              x={size.barX}
              y={y + size.barY}
              width={long(step.whole?.count ?? step.count)}
              height={size.bar}
              rx={2}
              className="fill-line"
            />
            <rect
              x={size.barX}
              y={y + size.barY}
              width={long(step.count)}
              height={size.bar}
              rx={2}
              className={fills[step.tone]}
            />
            <text
              x={isWide ? size.barX + size.barWidth + 16 : 0}
              y={y + (isWide ? 25 : 34)}
              className="fill-muted"
            >
              {words(step)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const words = ({ count, whole }: ChartStep) =>
  whole ? share(count, whole.count, whole.words) : `${count.toLocaleString("en-US")} people`;
