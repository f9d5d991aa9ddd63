import { isHeld, standingLine } from "@/app/(care)/standing-line";
import { Notice } from "@/components/ui/notice";
import type { ThreadDetail } from "@/lib/inbox/types";

/** Said where the nurse writes: a reply still goes, so it has to be a fitting one. */
export function HeldNotice({ thread }: { thread: ThreadDetail }) {
  const held = thread.patients.flatMap(({ id, name, standing }) =>
    isHeld(standing) ? [{ id, line: standingLine(name, standing, thread.program.timeZone) }] : [],
  );
  if (held.length === 0) return null;
  return (
    <Notice tone="warning" className="mb-2">
      {held.map(({ id, line }) => (
        <p key={id} className="font-semibold">
          {line}
        </p>
      ))}
      <p>You can still reply. Read the conversation first.</p>
    </Notice>
  );
}
