import { consentLine } from "@/app/(care)/consent-line";
import { Skeleton } from "@/components/ui/skeleton";
import type { PatientTexting as Texting } from "@/lib/inbox/queries-beside";

/** Read while the conversation is shown already: it takes longer, and she reads the texts first. */
export type ReadTexting = () => Promise<ReadonlyMap<string, Texting>>;

type Props = { patientId: string; zone: string; texting: Promise<ReadonlyMap<string, Texting>> };

/** What stands on file, and whether texts may go now. */
export async function PatientTexting({ patientId, zone, texting }: Props) {
  const found = (await texting).get(patientId);
  if (!found) return null;
  return (
    <>
      <p>{consentLine(found.consent, zone)}</p>
      {found.sentence && <p className="text-muted">{found.sentence}</p>}
    </>
  );
}

/** Of the same height, so that nothing moves. */
export function TextingSkeleton() {
  return (
    <div className="grid h-[2.9em] content-center gap-2">
      <Skeleton className="h-3 w-40" />
      <Skeleton className="h-3 w-52" />
    </div>
  );
}
