import type { ReactNode } from "react";

type Props = {
  /** What the text field names as its description. It is read out with the field, not at each key. */
  id: string;
  children: ReactNode;
};

/** The quiet line under a text field: how long it is, and what that costs. */
export function CountLine({ id, children }: Props) {
  return (
    <p id={id} className="figures text-muted text-sm empty:hidden">
      {children}
    </p>
  );
}
