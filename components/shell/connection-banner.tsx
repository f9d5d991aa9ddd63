"use client";

import { CircleCheck, CloudOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { cn } from "@/components/ui/cn";
import { afterChange, type Loss, lossWords } from "./connection-words";
import { heardAtServerTime, useConnection } from "./live";
import { RootMark } from "./root-mark";

const shownBack = 6_000;

/** Under the header while the stream is lost, and once more when everything is read that was missed. */
export function ConnectionBanner({ zone }: { zone: string }) {
  const router = useRouter();
  const { state, heardAt } = useConnection();
  const [reading, startReading] = useTransition();
  const [loss, setLoss] = useState<Loss>({ kind: "none" });
  const [wanted, setWanted] = useState(false);

  const since = heardAt > 0 ? heardAtServerTime() : null;
  const next = afterChange(loss, { state, since, reading: reading || wanted });
  if (next.kind !== loss.kind) {
    setLoss(next);
    if (next.kind === "lost") setWanted(true);
  }

  useEffect(() => {
    if (state !== "live" || !wanted) return;
    startReading(() => {
      setWanted(false);
      router.refresh();
    });
  }, [state, wanted, router]);

  const isBack = loss.kind === "back";
  useEffect(() => {
    if (!isBack) return;
    const timer = setTimeout(() => setLoss({ kind: "none" }), shownBack);
    return () => clearTimeout(timer);
  }, [isBack]);

  const lost = loss.kind === "lost";
  const Icon = lost ? CloudOff : CircleCheck;
  return (
    <div role="status" className="print:hidden">
      {loss.kind !== "none" && (
        <>
          <RootMark of="connection" />
          <p
            className={cn(
              "absolute inset-x-0 bottom-0 flex h-(--shell-connection) items-center gap-2.5 border-b px-4 text-sm md:px-6",
              lost ? "bg-warning-soft" : "bg-success-soft",
            )}
          >
            <Icon aria-hidden className={cn("size-4 shrink-0", lost ? "text-warning" : "text-success")} />
            {lossWords(loss, zone)}
          </p>
        </>
      )}
    </div>
  );
}
