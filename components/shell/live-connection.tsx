"use client";

import { Radio, RefreshCw } from "lucide-react";
import { useEffect } from "react";
import { cn } from "@/components/ui/cn";
import { clockTime } from "@/components/ui/time-words";
import { ConnectionBanner } from "./connection-banner";
import { isOverdue, silence } from "./connection-words";
import {
  allowReading,
  currentConnection,
  heardAtServerTime,
  publish,
  setConnection,
  setServerNow,
  useConnection,
} from "./live";
import { joinStream, type Wire } from "./live-stream";
import { holdPageReads } from "./page-reads";

const LONG_HIDDEN = 60_000;

type Props = {
  /** Differs for each session: tabs share a stream only with tabs of the same session. */
  streamKey: string;
  /** The server's business time, ISO. */
  now: string;
  /** IANA zone in which "last updated" is told. */
  zone: string;
};

/** Opens the stream and says whether what is on the screen is current. Once, in the shell. */
export function LiveConnection({ streamKey, now, zone }: Props) {
  useEffect(() => setServerNow(now), [now]);
  useEffect(() => keepLive(streamKey), [streamKey]);
  useEffect(() => holdPageReads(), []);
  const { state, heardAt } = useConnection();
  const lost = state === "lost";

  return (
    <>
      <ConnectionBanner zone={zone} />
      <p
        className={cn(
          "flex min-w-0 items-center gap-1.5 whitespace-nowrap text-sm print:hidden",
          lost ? "rounded bg-warning-soft px-2 py-0.5 font-medium text-warning" : "text-muted",
        )}
      >
        {lost ? (
          <RefreshCw aria-hidden className="size-3.5 shrink-0" />
        ) : (
          <Radio aria-hidden className={cn("size-3.5 shrink-0", state === "live" && "text-success")} />
        )}
        {lost ? (
          <span>
            {heardAt > 0 ? (
              <>
                <span className="max-md:sr-only">Reconnecting, </span>
                <span className="inline-block max-md:first-letter:uppercase">
                  last updated {clockTime(heardAtServerTime(), zone)}
                </span>
              </>
            ) : (
              "Reconnecting"
            )}
          </span>
        ) : (
          <span className="max-md:sr-only">{state === "live" ? "Live" : "Connecting"}</span>
        )}
      </p>
    </>
  );
}

function hear(wire: Wire) {
  if (wire.say === "end") {
    // A full load: nothing of a patient stays in the memory of this page.
    location.assign("/sign-in");
    return;
  }
  if (wire.say === "lost") {
    setConnection("lost");
    return;
  }
  const missed = currentConnection().state !== "live" || wire.say === "reset";
  setConnection("live");
  if (wire.say === "change") publish({ type: "change", change: wire.change });
  if (missed) publish({ type: "resync" });
}

/** A proxy may let requests through and streams not: then pages are read by the clock. */
async function readAnyway(): Promise<void> {
  try {
    const answer = await fetch("/api/standing");
    if (answer.ok) allowReading();
  } catch {
    // The server is out of reach: what is on the screen stays, and the banner says how old it is.
  }
}

function keepLive(streamKey: string) {
  let stream = joinStream(streamKey, hear);
  let hiddenAt = 0;
  let waitingSince = Date.now();
  let readAt = Date.now();

  const watchdog = setInterval(() => {
    const { heardAt } = currentConnection();
    if (document.hidden) return;
    if (isOverdue(Date.now(), heardAt, readAt)) {
      readAt = Date.now();
      void readAnyway();
    }
    if (Date.now() - Math.max(heardAt, waitingSince) < silence) return;
    waitingSince = Date.now();
    setConnection("lost");
    stream.takeOver();
  }, 5_000);

  function onVisibility() {
    if (document.hidden) hiddenAt = Date.now();
    else if (hiddenAt && Date.now() - hiddenAt > LONG_HIDDEN) publish({ type: "resync" });
  }

  const onHide = () => stream.leave();
  function onShow(event: PageTransitionEvent) {
    if (!event.persisted) return;
    setConnection("connecting");
    stream = joinStream(streamKey, hear);
  }

  document.addEventListener("visibilitychange", onVisibility);
  addEventListener("pagehide", onHide);
  addEventListener("pageshow", onShow);
  return () => {
    clearInterval(watchdog);
    document.removeEventListener("visibilitychange", onVisibility);
    removeEventListener("pagehide", onHide);
    removeEventListener("pageshow", onShow);
    stream.leave();
  };
}
