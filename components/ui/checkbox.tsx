import { type ComponentProps, useId } from "react";
import { cn } from "./cn";
import { FieldError } from "./field-error";
import { describe, type FieldProps } from "./field-frame";

type Props = Omit<FieldProps, "optional" | "labelHidden"> & Omit<ComponentProps<"input">, "type">;

export function Checkbox({ label, hint, errors, className, id, ...rest }: Props) {
  const made = useId();
  const own = id ?? made;
  return (
    <div className={cn("grid gap-1", className)}>
      <FieldError id={`${own}-error`} errors={errors} />
      <label className="flex min-h-8 items-start gap-2.5 py-1.5 has-disabled:text-muted max-md:min-h-11 max-md:py-3">
        <input
          {...rest}
          {...describe(own, { hint, errors }, rest["aria-describedby"])}
          type="checkbox"
          className="mt-0.5 size-4 shrink-0 accent-accent"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={`${own}-hint`} className="-mt-1.5 ml-6.5 text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
