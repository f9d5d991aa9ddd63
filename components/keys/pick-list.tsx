"use client";

import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { cn } from "@/components/ui/cn";
import { TextField } from "@/components/ui/text-field";
import { matching } from "./key-words";

type Props<Item> = {
  /** What is typed here, and what is listed, for who does not see it. */
  label: string;
  listLabel: string;
  placeholder: string;
  items: readonly Item[];
  /** One that cannot be chosen stays to be read. */
  mayChoose?: (item: Item) => boolean;
  onChoose: (item: Item) => void;
  /** Where nothing has what was typed. */
  empty: string;
  children: (item: Item) => ReactNode;
};

/** A list that is found in by typing, walked by arrows and chosen from by Enter; the field keeps the focus. */
export function PickList<Item extends { id: string; words: string }>(props: Props<Item>) {
  const { items, mayChoose = () => true, onChoose } = props;
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();
  const found = matching(items, typed);
  const current = found[Math.min(at, found.length - 1)];
  const idOf = ({ id }: Item) => `${listId} ${id}`.replaceAll(" ", "-");

  function choose(item: Item | undefined) {
    if (item && mayChoose(item)) onChoose(item);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") choose(current);
    else if (event.key === "ArrowDown") setAt((at + 1) % Math.max(1, found.length));
    else if (event.key === "ArrowUp") setAt((at - 1 + found.length) % Math.max(1, found.length));
    else return;
    event.preventDefault();
  }

  return (
    <>
      <TextField
        label={props.label}
        labelHidden
        placeholder={props.placeholder}
        autoComplete="off"
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={current && idOf(current)}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={props.listLabel} className="max-h-[45dvh] overflow-y-auto">
        {found.map((item) => (
          <button
            key={item.id}
            id={idOf(item)}
            type="button"
            tabIndex={-1}
            role="option"
            aria-selected={item === current}
            disabled={!mayChoose(item)}
            className={cn(
              "w-full cursor-default rounded px-2 text-left hover:bg-hover",
              item === current && "bg-accent-soft",
            )}
            onClick={() => choose(item)}
          >
            {props.children(item)}
          </button>
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className="text-muted">
          {props.empty}
        </p>
      )}
    </>
  );
}
