"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { Route } from "next";
import Link from "next/link";
import { type ReactElement, type ReactNode, useRef } from "react";
import { cn } from "./cn";

const item =
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded px-2.5 outline-none data-highlighted:bg-hover data-disabled:text-muted max-md:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0";

type Props = { trigger: ReactElement; align?: "start" | "end"; children: ReactNode };

/** Actions on one thing, behind one button. Opens inside the landmark that the button is in. */
export function Menu({ trigger, align = "end", children }: Props) {
  const home = useRef<HTMLSpanElement>(null);
  return (
    <span ref={home} className="contents">
      <Base.Root>
        <Base.Trigger render={trigger} />
        <Base.Portal container={home}>
          <Base.Positioner
            align={align}
            sideOffset={4}
            positionMethod="fixed"
            className="z-40 font-normal outline-none"
          >
            <Base.Popup className="min-w-48 rounded bg-raised p-1 text-ink shadow-menu outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
              {children}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </span>
  );
}

export function MenuItem({
  onSelect,
  danger,
  disabled,
  children,
}: {
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.Item onClick={onSelect} disabled={disabled} className={cn(item, danger && "text-danger")}>
      {children}
    </Base.Item>
  );
}

export function MenuLink({ href, children }: { href: Route; children: ReactNode }) {
  return (
    <Base.LinkItem closeOnClick render={<Link href={href} />} className={item}>
      {children}
    </Base.LinkItem>
  );
}

export function MenuLine() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
