import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const button = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded border font-medium transition-opacity disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hover",
        secondary: "border-line-strong bg-surface text-ink hover:bg-hover",
        quiet: "border-transparent bg-transparent text-ink hover:bg-hover",
        danger: "border-transparent bg-emergency text-on-emergency hover:bg-emergency-hover",
      },
      size: {
        regular: "min-h-8 px-3 text-base max-md:min-h-11 max-md:px-4",
        icon: "size-8 max-md:size-11",
      },
    },
    defaultVariants: { variant: "secondary", size: "regular" },
  },
);

export type Look = VariantProps<typeof button>;

export function Button({
  variant,
  size,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look) {
  return <button type={type} className={cn(button({ variant, size }), className)} {...rest} />;
}
