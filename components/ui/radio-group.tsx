import { useId } from "react";
import { cn } from "./cn";
import { FieldError } from "./field-error";
import type { FieldProps } from "./field-frame";

export type RadioOption = { value: string; label: string; hint?: string; disabled?: boolean };

type Props = FieldProps & {
  name: string;
  options: readonly RadioOption[];
  defaultValue?: string;
  /** Side by side where there is room; only for two or three short words. */
  inline?: boolean;
  required?: boolean;
  onValueChange?: (value: string) => void;
  className?: string;
};

export function RadioGroup({
  label,
  hint,
  errors,
  optional,
  labelHidden,
  name,
  options,
  defaultValue,
  inline,
  required,
  onValueChange,
  className,
}: Props) {
  const id = useId();
  const described = [hint ? `${id}-hint` : null, errors?.length ? `${id}-error` : null]
    .filter(Boolean)
    .join(" ");
  return (
    <fieldset className={cn("grid gap-1", className)} aria-describedby={described || undefined}>
      <legend className={cn("mb-1 font-medium", labelHidden && "sr-only")}>
        {label}
        {optional && <span className="font-normal text-muted"> (optional)</span>}
      </legend>
      {hint && (
        <p id={`${id}-hint`} className="text-muted">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} errors={errors} />
      <div className={inline ? "flex flex-wrap gap-x-6" : "grid"}>
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-8 items-start gap-2.5 py-1.5 has-disabled:text-muted max-md:min-h-11 max-md:py-3"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              disabled={option.disabled}
              required={required}
              aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
              onChange={onValueChange && (() => onValueChange(option.value))}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span>
              {option.label}
              {option.hint && (
                <span id={`${id}-${option.value}`} className="block text-muted">
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
