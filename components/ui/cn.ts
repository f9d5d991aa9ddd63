import { type ClassValue, clsx } from "clsx";
import { twMerge } from "tailwind-merge";

/** Joins class names; the later one wins where two set the same thing. */
export function cn(...classes: ClassValue[]) {
  return twMerge(clsx(classes));
}
