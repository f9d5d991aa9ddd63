import { type ComponentProps, useId } from "react";
import { cn } from "./cn";
import { control, describe, FieldFrame, type FieldProps } from "./field-frame";

type Props = FieldProps & ComponentProps<"input">;

export function TextField({ label, hint, errors, optional, labelHidden, className, id, ...rest }: Props) {
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
      <input
        {...rest}
        {...describe(own, { hint, errors }, rest["aria-describedby"])}
        className={cn(control, "h-8 max-md:h-11")}
      />
    </FieldFrame>
  );
}
