"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ComponentProps, type ReactElement, type ReactNode, useRef } from "react";
import { Button } from "./button";

const FIELDS = "input:not([type=hidden]), select, textarea";

type Props = {
  title: string;
  description?: ReactNode;
  /** The button that opens it: `<Button>Launch to 1,204 people</Button>`. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** When it has gone and the focus is back where it was. */
  onClosed?: () => void;
  /** Where the focus goes back to, where that is not the trigger. */
  finalFocus?: ComponentProps<typeof Base.Popup>["finalFocus"];
  children?: ReactNode;
};

export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  onClosed,
  finalFocus,
  children,
}: Props) {
  const popup = useRef<HTMLDivElement>(null);
  // Never a button first: a held Enter must not run through the question.
  const first = () => popup.current?.querySelector<HTMLElement>(FIELDS) ?? popup.current;

  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => onOpenChange?.(next)}
      onOpenChangeComplete={(next) => {
        if (!next) onClosed?.();
      }}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-50 grid scroll-pb-20 place-items-center overflow-y-auto p-4 max-md:items-end max-md:p-0">
          <Base.Popup
            ref={popup}
            initialFocus={first}
            finalFocus={finalFocus}
            className="outline-none grid w-full max-w-md gap-4 rounded bg-raised p-6 text-ink shadow-menu transition-[opacity,transform] data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0 max-md:max-w-none max-md:rounded-b-none max-md:p-4 max-md:pb-[calc(1rem+env(safe-area-inset-bottom))]"
          >
            <div className="flex items-start justify-between gap-4">
              <Base.Title className="font-semibold text-xl">{title}</Base.Title>
              <Base.Close
                render={
                  <Button
                    variant="quiet"
                    size="icon"
                    aria-label="Close"
                    className="-mt-1 -mr-2 max-md:-my-2.5"
                  />
                }
              >
                <X aria-hidden />
              </Base.Close>
            </div>
            {description && (
              <Base.Description render={<div />} className="-mt-2 text-muted">
                {description}
              </Base.Description>
            )}
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog around it without doing anything. */
export function DialogCancel({ children = "Cancel" }: { children?: ReactNode }) {
  return <Base.Close render={<Button variant="quiet" />}>{children}</Base.Close>;
}

/** The end of a dialog. Stays in view where the dialog is higher than the window: what is above it fades out. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <div className="sticky -bottom-4 -mx-6 -mt-2 -mb-6 flex flex-wrap items-center gap-2 rounded-b bg-raised px-6 pt-2 pb-6 before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-2 before:bg-gradient-to-t before:from-raised before:to-transparent max-md:bottom-0 max-md:-mx-4 max-md:-mb-[calc(1rem+env(safe-area-inset-bottom))] max-md:rounded-none max-md:px-4 max-md:pb-[calc(1rem+env(safe-area-inset-bottom))]">
      {children}
    </div>
  );
}
