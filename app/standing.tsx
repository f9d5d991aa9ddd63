"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { currentConnection } from "@/components/shell/live";
import { useNow } from "@/components/ui/clock";

/** Who covers, in words. Reads the page again when they stop being true. `now` and `changesAt` are ISO. */
export function Standing({
  words,
  changesAt,
  now,
}: {
  words: string;
  changesAt: string | null;
  now: string;
}) {
  const router = useRouter();
  const time = useNow(now);
  const over = changesAt !== null && time >= Date.parse(changesAt);

  useEffect(() => {
    // Next answers a failed refresh by loading the address anew, which would take a draft with it.
    if (over && currentConnection().state === "live") router.refresh();
  }, [over, router]);

  return words;
}
