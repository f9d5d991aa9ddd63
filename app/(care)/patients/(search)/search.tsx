"use client";

import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Loading, SkeletonRows } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";
import { longestSearch } from "@/lib/patients/types-record";
import { askFor } from "./ask";
import { Found } from "./found";
import { keepSearch, useLastSearch } from "./last-search";

const typing = "input, textarea, select, [role=textbox], [role=combobox]";
const overlays = "dialog[open], [role=dialog], [role=menu], [role=listbox]";

/** One box for all ways of finding a patient. What is typed goes by POST and stands in no address. */
export function Search() {
  const last = useLastSearch();
  const area = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const asking = useRef<AbortController>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const words = last?.words;
  useEffect(() => {
    if (box.current && words && box.current.value === "") box.current.value = words;
  }, [words]);
  useEffect(() => () => asking.current?.abort(), []);
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
    function onKey(event: KeyboardEvent) {
      move(event, [box.current, ...(area.current?.querySelectorAll("[data-hit]") ?? [])]);
      if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented)
        return;
      const there = event.target instanceof Element && event.target.closest(typing);
      if (there || document.querySelector(overlays)) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    }
  }, []);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = box.current?.value.trim() ?? "";
    asking.current?.abort();
    const mine = new AbortController();
    asking.current = mine;
    setBusy(true);
    const asked = await askFor(typed, mine.signal);
    if (mine.signal.aborted || !asked) return;
    setBusy(false);
    setFailure("failure" in asked ? asked.failure : null);
    keepSearch("answer" in asked ? { words: typed, answer: asked.answer } : null);
  }

  return (
    <div ref={area} className="grid gap-6">
      <search>
        {/* Posted even before the page is ready: as a GET the words would stand in the address. */}
        <form method="post" onSubmit={submit} noValidate className="flex max-w-xl items-end gap-2">
          <TextField
            ref={box}
            name="words"
            label="Search patients"
            hint="Name, birth date, phone or member number. Press / to come back here."
            maxLength={longestSearch}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="search"
            className="min-w-0 flex-1"
          />
          <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
            Search
          </Button>
        </form>
      </search>
      {busy ? (
        <Loading label="Searching">
          <SkeletonRows rows={5} columns={5} />
        </Loading>
      ) : failure ? (
        <Notice tone="danger" role="alert" title={failure} className="max-w-prose" />
      ) : (
        <Found search={last} />
      )}
    </div>
  );
}

/** Down from the box into the hits, up and down among them, and up into the box again. Tab reaches the same. */
function move(event: KeyboardEvent, stops: (Element | null)[]): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = stops.indexOf(document.activeElement);
  if (!step || at < 0 || event.isComposing) return;
  const next = stops[at + step];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
