"use client";

import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

type Props = ComponentProps<typeof Button> & {
  /** What the button says while its form is on the way, such as "Saving". */
  pendingLabel?: string;
  pending?: boolean;
};

/** The button of a form. While pending it keeps its place and focus, and ignores presses. */
export function SubmitButton({
  children,
  pendingLabel,
  pending,
  variant = "primary",
  onClick,
  ...rest
}: Props) {
  const status = useFormStatus();
  const busy = pending ?? status.pending;
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy && <LoaderCircle aria-hidden className="animate-spin motion-reduce:hidden" />}
      {busy && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
