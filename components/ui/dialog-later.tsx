"use client";

import {
  type ComponentProps,
  cloneElement,
  type ReactElement,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import type { Dialog } from "./dialog";

type Parts = typeof import("./dialog");

// Fetched once, when the page rests or somebody asks for one.
let fetched: Parts | undefined;

async function fetchParts(): Promise<Parts> {
  fetched ??= await import("./dialog");
  return fetched;
}

type Props = Omit<ComponentProps<typeof Dialog>, "trigger" | "children"> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger: ReactElement<ComponentProps<"button">>;
  /** What stands in it; `buttons` puts the way out beside the form's own button. */
  children: (buttons: (submit: ReactNode) => ReactNode) => ReactNode;
};

/** The same dialog for pages that have several and open none at first: its code comes after the page. */
export function DialogLater({ trigger, finalFocus, children, ...dialog }: Props) {
  const { open, onOpenChange } = dialog;
  const area = useRef<HTMLSpanElement>(null);
  const [parts, setParts] = useState(fetched);
  const [failed, setFailed] = useState(false);

  // What cannot be fetched now is asked for again when somebody opens it, and then it is said.
  useEffect(() => whenAtRest(() => void fetchParts().then(setParts, () => {})), []);
  const fail = useEffectEvent(() => {
    setFailed(true);
    onOpenChange(false);
  });
  useEffect(() => {
    if (open && !parts) fetchParts().then(setParts, () => fail());
  }, [open, parts]);

  const button = cloneElement(trigger, {
    "aria-haspopup": "dialog",
    "aria-expanded": open,
    onClick: () => {
      setFailed(false);
      onOpenChange(true);
    },
  });
  const buttons = (submit: ReactNode) =>
    parts && (
      <parts.DialogActions>
        {submit}
        <parts.DialogCancel />
      </parts.DialogActions>
    );
  return (
    <span ref={area} className="contents">
      {button}
      {failed && (
        <span role="alert" className="text-danger text-sm">
          This cannot be opened while the connection is away. Nothing was changed.
        </span>
      )}
      {parts && (
        <parts.Dialog
          {...dialog}
          finalFocus={finalFocus ?? (() => area.current?.querySelector("button") ?? true)}
        >
          {children(buttons)}
        </parts.Dialog>
      )}
    </span>
  );
}

/** Calls back once when the page is there and has nothing to do; Safari does not say when that is. */
function whenAtRest(then: () => void): () => void {
  const over = new AbortController();
  const rest = () => {
    if (!("requestIdleCallback" in window)) return void setTimeout(() => over.signal.aborted || then(), 500);
    const idle = requestIdleCallback(then);
    over.signal.addEventListener("abort", () => cancelIdleCallback(idle));
  };
  if (document.readyState === "complete") rest();
  else addEventListener("load", rest, { signal: over.signal });
  return () => over.abort();
}
