"use client";

import { Failed } from "@/components/shell/failed";
import { Mark } from "@/components/shell/mark";

/** Where the shell itself could not be put together. */
export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return (
    <main>
      <p className="flex h-(--shell-top) items-center gap-2.5 border-b px-4 font-semibold md:px-6">
        <Mark />
        Hearback
      </p>
      <Failed {...props} />
    </main>
  );
}
