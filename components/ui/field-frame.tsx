import type { ReactNode } from "react";
import { cn } from "./cn";
import { FieldError } from "./field-error";

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[];
  /** Says "(optional)" after the label. Required is the norm and is not marked. */
  optional?: boolean;
  /** Keeps the label for screen readers only, where the place already says what it is. */
  labelHidden?: boolean;
};

export const control =
  "w-full rounded border border-line-strong bg-surface px-2.5 text-base text-ink hover:border-ink aria-invalid:border-danger aria-invalid:outline-danger disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted disabled:hover:border-line-strong max-md:text-lg";

/** Ties a control to its hint and error: spread the result on the control. */
export function describe(id: string, { hint, errors }: Pick<FieldProps, "hint" | "errors">, also?: string) {
  const wrong = Boolean(errors?.length);
  const ids = [also, hint ? `${id}-hint` : null, wrong ? `${id}-error` : null].filter(Boolean).join(" ");
  return { id, "aria-invalid": wrong || undefined, "aria-describedby": ids || undefined };
}

export function FieldFrame({
  id,
  label,
  hint,
  errors,
  optional,
  labelHidden,
  className,
  children,
}: FieldProps & { id: string; className?: string; children: ReactNode }) {
  return (
    <div className={cn("grid gap-1", className)}>
      <label htmlFor={id} className={cn("font-medium", labelHidden && "sr-only")}>
        {label}
        {optional && <span className="font-normal text-muted"> (optional)</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-muted">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} errors={errors} />
      {children}
    </div>
  );
}
