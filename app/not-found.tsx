import type { Metadata } from "next";
import { Mark } from "@/components/shell/mark";
import { Missing } from "@/components/shell/missing";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <main>
      <p className="flex h-(--shell-top) items-center gap-2.5 border-b px-4 font-semibold md:px-6">
        <Mark />
        Hearback
      </p>
      <Missing />
    </main>
  );
}
