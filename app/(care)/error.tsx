"use client";

import { Failed } from "@/components/shell/failed";

/** Inside the shell: the way to everything else stays. */
export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return <Failed {...props} />;
}
