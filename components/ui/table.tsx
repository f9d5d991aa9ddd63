import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { ScrollBox } from "./scroll-box";

type TableProps = {
  /** What the table holds. Read out always, shown with `captionShown`. */
  caption: string;
  captionShown?: boolean;
  /** For many columns: the table scrolls inside itself at every width, with its head in view. */
  wide?: boolean;
  /** Under 768 px each row becomes a card: its heading cell, then each cell beside its `label`. */
  stacked?: boolean;
  className?: string;
  children: ReactNode;
};

/** A real table. Under 768 px it stacks, or it alone scrolls sideways; above, its head sticks under the top line. */
export function Table({ caption, captionShown, wide, stacked, className, children }: TableProps) {
  return (
    <ScrollBox
      label={caption}
      data-wide={wide || undefined}
      data-stacked={stacked || undefined}
      className={cn(
        "group/table relative -mx-4 md:-mx-3 print:overflow-visible",
        !stacked && "max-md:edge-shade max-md:overflow-x-auto",
        wide && "overflow-auto md:max-h-[calc(100dvh-var(--shell-top)-10rem)] print:max-h-none",
        className,
      )}
    >
      <table className="w-full border-separate border-spacing-0 text-left tabular-nums">
        <caption className={captionShown ? "px-3 pb-2 text-left font-semibold text-lg" : "sr-only"}>
          {caption}
        </caption>
        {children}
      </table>
    </ScrollBox>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="z-[1] bg-canvas group-data-wide/table:sticky group-data-wide/table:top-0 md:not-group-data-wide/table:sticky md:not-group-data-wide/table:top-(--shell-top) print:static">
      <tr>{children}</tr>
    </thead>
  );
}

type ColumnProps = ComponentProps<"th"> & { numeric?: boolean };

export function Column({ numeric, className, children, ...rest }: ColumnProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={cn(
        "border-line-strong border-b px-3 md:whitespace-nowrap py-2 align-bottom font-medium text-muted text-sm max-md:first:pl-4 max-md:last:pr-4",
        numeric && "text-right",
        className,
      )}
    >
      {children}
    </th>
  );
}

export function Row({ className, ...rest }: ComponentProps<"tr">) {
  return <tr {...rest} className={cn("group hover:bg-hover has-[a:focus-visible]:bg-hover", className)} />;
}

type CellProps = ComponentProps<"td"> & {
  numeric?: boolean;
  /** The cell that names its row: becomes a row header. */
  heading?: boolean;
  /** What stands before it in a stacked table. */
  label?: string;
};

export function Cell({ numeric, heading, label, className, ...rest }: CellProps) {
  const look = cn(
    "border-b px-3 py-2 align-top max-md:py-3 max-md:first:pl-4 max-md:last:pr-4",
    numeric && "whitespace-nowrap text-right",
    heading && "min-w-32 font-medium",
    className,
  );
  return heading ? (
    <th scope="row" {...rest} data-label={label} className={look} />
  ) : (
    <td {...rest} data-label={label} className={look} />
  );
}
