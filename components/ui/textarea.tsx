import { type ComponentProps, useId } from "react";
import { cn } from "./cn";
import { control, describe, FieldFrame, type FieldProps } from "./field-frame";

type Props = FieldProps & ComponentProps<"textarea">;

export function Textarea({
  label,
  hint,
  errors,
  optional,
  labelHidden,
  className,
  id,
  rows = 4,
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
      <textarea
        {...rest}
        {...describe(own, { hint, errors }, rest["aria-describedby"])}
        rows={rows}
        className={cn(control, "field-sizing-content min-h-20 resize-y py-1.5")}
      />
    </FieldFrame>
  );
}
