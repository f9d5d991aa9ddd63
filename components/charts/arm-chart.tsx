import { cn } from "@/components/ui/cn";
import { share } from "@/components/ui/share";

export type ChartArm = {
  key: string;
  label: string;
  count: number;
  of: number;
  /** The interval of the share, each between 0 and 1. */
  low: number;
  high: number;
  tone: "outreach" | "holdout";
};

const fills = { outreach: "fill-chart-outreach", holdout: "fill-chart-holdout" } as const;

// Two drawings, because text that shrinks with its picture cannot be read on a phone.
const wide = { width: 912, row: 44, barX: 148, barWidth: 392, barY: 11, bar: 20 };
const narrow = { width: 343, row: 66, barX: 0, barWidth: 343, barY: 42, bar: 12 };

/** A share for each arm in one scale that begins at nothing, with how sure it is. Drawn on the server. */
export function ArmChart({ label, arms }: { label: string; arms: readonly ChartArm[] }) {
  const said = `${label} ${arms.map((arm) => `${arm.label}: ${share(arm.count, arm.of)}.`).join(" ")}`;
  return (
    <>
      <Drawing size={wide} label={said} arms={arms} className="max-md:hidden print:block" />
      <Drawing size={narrow} label={said} arms={arms} className="max-w-[420px] md:hidden print:hidden" />
    </>
  );
}

type DrawingProps = { size: typeof wide; label: string; arms: readonly ChartArm[]; className: string };

function Drawing({ size, label, arms, className }: DrawingProps) {
  const isWide = size.barX > 0;
  const top = Math.max(0.1, Math.ceil(Math.max(...arms.map(({ high }) => high)) * 10) / 10);
  const long = (part: number) => (part / top) * size.barWidth;
  const axisY = arms.length * size.row + 4;

  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size.width} ${axisY + 24}`}
      className={cn("block w-full text-base tabular-nums", className)}
    >
      {[0, 0.5, 1].map((part) => (
        <g key={part} className="text-sm">
          <path
            d={`M${size.barX + part * size.barWidth} ${isWide ? 0 : 38}V${axisY}`}
            className="stroke-chart-grid"
          />
          <text
            x={size.barX + part * size.barWidth}
            y={axisY + 18}
            textAnchor={part === 0 ? "start" : part === 1 ? "end" : "middle"}
            className="fill-muted"
          >
            {Math.round(part * top * 100)}
            {"\u00a0%"}
          </text>
        </g>
      ))}
      {arms.map((arm, index) => {
        const y = index * size.row;
        const middle = y + size.barY + size.bar / 2;
        return (
          <g key={arm.key}>
            <text x={0} y={y + (isWide ? 26 : 15)} className="fill-ink font-medium">
              {arm.label}
            </text>
            <rect
              x={size.barX}
              y={y + size.barY}
              width={long(arm.of > 0 ? arm.count / arm.of : 0)}
              height={size.bar}
              rx={2}
              className={fills[arm.tone]}
            />
            <path
              d={`M${size.barX + long(arm.low)} ${middle}H${size.barX + long(arm.high)}M${size.barX + long(arm.low)} ${middle - 5}v10M${size.barX + long(arm.high)} ${middle - 5}v10`}
              className="fill-none stroke-2 stroke-ink"
            />
            <text
              x={isWide ? size.barX + size.barWidth + 16 : 0}
              y={y + (isWide ? 26 : 34)}
              className="fill-muted"
            >
              {share(arm.count, arm.of)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
