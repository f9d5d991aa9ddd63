import { cn } from "@/components/ui/cn";

export type ChartSlot = { key: string; label: string; count: number };

const wide = { width: 912, height: 190, left: 48, bottom: 28, top: 12, labels: 6 };
const narrow = { width: 343, height: 170, left: 46, bottom: 28, top: 12, labels: 3 };

/** The longest label, and air. */
const labelWidth = 108;

/** Counts over time as a stepped area: one step for each hour, day or week, zeros included. Drawn on the server. */
export function TimeChart({ label, slots }: { label: string; slots: readonly ChartSlot[] }) {
  return (
    <>
      <Drawing size={wide} label={label} slots={slots} className="max-md:hidden print:block" />
      <Drawing size={narrow} label={label} slots={slots} className="max-w-[420px] md:hidden print:hidden" />
    </>
  );
}

type Size = typeof wide;

function Drawing(props: { size: Size; label: string; slots: readonly ChartSlot[]; className: string }) {
  const { size, label, slots, className } = props;
  const top = roundTop(Math.max(1, ...slots.map(({ count }) => count)));
  const floor = size.height - size.bottom;
  // Few slots stay narrow: one hour is no plateau over the whole picture.
  const step = Math.min(64, (size.width - size.left) / Math.max(1, slots.length));
  const x = (index: number) => Math.round((size.left + index * step) * 10) / 10;
  const y = (count: number) => Math.round((floor - (count / top) * (floor - size.top)) * 10) / 10;

  const outline = slots.map(({ count }, index) => `V${y(count)}H${x(index + 1)}`).join("");
  const lines = top % 2 === 0 ? [0, top / 2, top] : [0, top];
  const every = Math.max(1, Math.ceil(slots.length / size.labels), Math.ceil(labelWidth / step));

  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className={cn("block w-full text-sm tabular-nums", className)}
    >
      {lines.map((count) => (
        <g key={count}>
          <path d={`M${size.left} ${y(count)}H${size.width}`} className="stroke-chart-grid" />
          <text x={size.left - 8} y={y(count) + 4} textAnchor="end" className="fill-muted">
            {count.toLocaleString("en-US")}
          </text>
        </g>
      ))}
      <path d={`M${x(0)} ${floor}${outline}V${floor}Z`} className="fill-chart-band" />
      <path d={`M${x(0)} ${floor}${outline}V${floor}`} className="fill-none stroke-2 stroke-chart-outreach" />
      {slots.map(
        (slot, index) =>
          index % every === 0 &&
          (index === 0 || x(index) + labelWidth <= size.width) && (
            <g key={slot.key}>
              <path d={`M${x(index)} ${floor}v5`} className="stroke-line-strong" />
              <text x={x(index)} y={size.height - 6} className="fill-muted">
                {slot.label}
              </text>
            </g>
          ),
      )}
    </svg>
  );
}

/** The next of 1, 2, 4, 5, 10, 20, 40 … so that the scale is even and its middle whole where it can be. */
function roundTop(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(largest));
  return ([1, 2, 4, 5, 10].find((digit) => digit * power >= largest) ?? 10) * power;
}
