import { ChevronDown } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { cn } from "./cn";
import { control, describe, FieldFrame, type FieldProps } from "./field-frame";

export type Choice = { value: string; label: string; disabled?: boolean };

type Props = FieldProps &
  Omit<ComponentProps<"select">, "children"> & {
    options: readonly Choice[];
    /** A first line with an empty value, such as "Choose a program". */
    placeholder?: string;
  };

export function Select({
  label,
  hint,
  errors,
  optional,
  labelHidden,
  className,
  id,
  options,
  placeholder,
  ...rest
}: Props) {
  const made = useId();
  const own = id ?? made;
  return (
    <FieldFrame
      id={own}
      label={label}
      hint={hint}
      errors={errors}
      optional={optional}
      labelHidden={labelHidden}
      className={className}
    >
      <span className="relative block">
        <select
          {...rest}
          {...describe(own, { hint, errors }, rest["aria-describedby"])}
          className={cn(control, "h-8 appearance-none truncate pr-8 max-md:h-11")}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted"
        />
      </span>
    </FieldFrame>
  );
}
