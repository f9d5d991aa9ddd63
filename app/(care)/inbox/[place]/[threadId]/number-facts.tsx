import { PassedOn, TakeBack } from "@/app/(care)/number-controls";
import type { ThreadDetail } from "@/lib/inbox/types";
import { displayPhone } from "@/lib/patients/phone-number";

/** Whose number it is by now. */
export function NumberFacts({ thread }: { thread: ThreadDetail }) {
  const { patients, othersOutside, passedOn } = thread;
  const phone = { id: thread.phoneId, shown: displayPhone(thread.phone) };
  return (
    <div className="grid gap-2">
      {othersOutside > 0 && (
        <p className="text-muted">
          Also used by {othersOutside} {othersOutside === 1 ? "person" : "people"} outside your programs.
        </p>
      )}
      {patients.length + othersOutside > 0 && (
        <p>
          <PassedOn phone={phone} />
        </p>
      )}
      {passedOn?.canBeUndone && (
        <p>
          <TakeBack phone={phone} passedOnAt={passedOn.at} />
        </p>
      )}
    </div>
  );
}
