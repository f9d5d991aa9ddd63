"use client";

import { useNow } from "./clock";
import { cn } from "./cn";
import { apart, exactTime } from "./time-words";

type Props = {
  /** The moment, ISO. */
  at: string;
  /** The server's business time, ISO. */
  now: string;
  /** IANA zone for the exact time. */
  zone: string;
  /** plain: "22 min" (a wait). ago: "22 min ago", or "in 22 min" for what is to come. */
  form?: "plain" | "ago";
  className?: string;
};

/** A time as people say it. The exact one is on hover and read out. */
export function RelativeTime({ at, now, zone, form = "plain", className }: Props) {
  const gap = useNow(now) - Date.parse(at);
  const words = form === "plain" ? apart(gap) : gap < 0 ? `in ${apart(gap)}` : `${apart(gap)} ago`;
  const exact = exactTime(new Date(at), zone);
  return (
    <time dateTime={at} title={exact} className={cn("relative whitespace-nowrap tabular-nums", className)}>
      {words}
      <span className="sr-only">, {exact}</span>
    </time>
  );
}
