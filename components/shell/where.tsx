"use client";

import { usePathname } from "next/navigation";
import type { NavItem } from "./rail";

/** The area that the address belongs to. */
export function Where({ items }: { items: readonly Pick<NavItem, "href" | "label">[] }) {
  const path = usePathname();
  return items.find(({ href }) => path === href || path.startsWith(`${href}/`))?.label ?? null;
}
