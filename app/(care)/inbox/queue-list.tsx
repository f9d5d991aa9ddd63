"use client";

import { useRouter, useSelectedLayoutSegment } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useShortcut } from "@/components/keys/shortcuts";
import type { InboxRow } from "@/lib/inbox/types";
import { addressOf, type Place } from "./place";
import { QueueRow } from "./queue-row";
import { burstWords, newTexts, type Settled, settle } from "./settle";

type Props = {
  rows: InboxRow[];
  place: Place;
  now: string;
  withProgram: boolean;
};

const quiet = 1_000;
const longestBurst = 5_000;

/** The rows, which keep their places while somebody points at them or walks through them by keyboard. */
export function QueueList({ rows, place, now, withProgram }: Props) {
  const router = useRouter();
  const current = useSelectedLayoutSegment();
  const list = useRef<HTMLUListElement>(null);
  const [server, setServer] = useState(rows);
  const [shown, setShown] = useState<Settled<InboxRow>[]>(() => settle([], rows, false).rows);
  const [fresh, setFresh] = useState(0);
  const [busy, setBusy] = useState(false);
  const spoken = useSpoken(rows);

  function look(at: InboxRow[], pointing: boolean) {
    const next = settle(shown, at, pointing);
    setShown(next.rows);
    setFresh(next.fresh);
  }
  if (server !== rows) {
    setServer(rows);
    look(rows, busy);
  }

  function rest() {
    const { current: element } = list;
    if (element?.matches(":hover") || element?.contains(document.activeElement)) return;
    setBusy(false);
    look(rows, false);
  }

  /** To the next or the one before: on the list the focus goes there, beside a conversation that one opens. */
  function go(step: 1 | -1) {
    const ids = shown.map((row) => row.threadId);
    const focused = document.activeElement?.closest<HTMLElement>("[data-thread]")?.dataset.thread;
    const at = ids.indexOf(focused ?? current ?? "");
    const to = ids[at < 0 ? (step === 1 ? 0 : ids.length - 1) : at + step];
    if (!to) return;
    if (current) open(to);
    else linkTo(to)?.focus();
  }
  const open = (id: string) => router.push(addressOf(place, id), { scroll: false });
  const linkTo = (id: string) => list.current?.querySelector<HTMLElement>(`[data-thread="${id}"]`);

  useShortcut({ key: "j", words: "Next conversation", run: () => go(1) }, shown.length > 0);
  useShortcut({ key: "k", words: "Conversation before", run: () => go(-1) }, shown.length > 0);
  useShortcut(
    {
      key: "o",
      words: "Open the first conversation",
      run: () => shown[0] && open(shown[0].threadId),
    },
    !current && shown.length > 0,
  );

  return (
    <>
      <p role="status" className="sr-only">
        {spoken}
      </p>
      <ul
        ref={list}
        onPointerEnter={() => setBusy(true)}
        onPointerLeave={rest}
        onFocus={() => setBusy(true)}
        onBlur={() => setTimeout(rest)}
      >
        {/* In the list: the rows keep their places while she reaches for it. */}
        {fresh > 0 && (
          <li className="sticky top-12 z-[1] flex justify-center border-b bg-canvas py-1.5">
            <button
              type="button"
              className="min-h-8 rounded bg-accent px-3 font-medium text-on-accent text-sm hover:bg-accent-hover max-md:min-h-11"
              onClick={() => {
                // The focus goes to the row that is the first one then.
                flushSync(() => look(rows, false));
                list.current?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
                list.current?.closest("[data-queue]")?.scrollTo({ top: 0 });
              }}
            >
              {fresh === 1 ? "1 new" : `${fresh} new`}
            </button>
          </li>
        )}
        {shown.map((row) => (
          // Rows below the fold are laid out when they come into view.
          <li
            key={row.threadId}
            className="border-b [contain-intrinsic-size:auto_5.5rem] [content-visibility:auto]"
          >
            <QueueRow
              row={row}
              gone={row.gone}
              place={place}
              current={row.threadId === current}
              now={now}
              withProgram={withProgram}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a screen reader is told of texts that came: one line for a burst, when it is over or has lasted long enough. */
function useSpoken(rows: InboxRow[]): string {
  const [before, setBefore] = useState(rows);
  const [burst, setBurst] = useState<{ names: string[]; began: number } | null>(null);
  const [spoken, setSpoken] = useState("");
  if (before !== rows) {
    const names = newTexts(before, rows).map((row) => row.who);
    setBefore(rows);
    if (names.length > 0)
      setBurst({ names: [...(burst?.names ?? []), ...names], began: burst?.began ?? Date.now() });
  }
  useEffect(() => {
    if (!burst) return;
    const left = Math.max(0, Math.min(quiet, burst.began + longestBurst - Date.now()));
    const timer = setTimeout(() => {
      setSpoken(burstWords(burst.names));
      setBurst(null);
    }, left);
    return () => clearTimeout(timer);
  }, [burst]);
  return spoken;
}
