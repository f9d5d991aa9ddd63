import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";
import { button, type Look } from "./button";
import { cn } from "./cn";

/** A link that weighs as much as a button: for going somewhere, never for changing something. */
export function ButtonLink({
  variant,
  size,
  className,
  ...rest
}: Omit<ComponentProps<typeof Link>, "href"> & Look & { href: Route }) {
  return <Link className={cn(button({ variant, size }), className)} {...rest} />;
}
