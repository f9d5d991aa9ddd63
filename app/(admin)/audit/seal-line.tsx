import { Notice } from "@/components/ui/notice";
import { Status } from "@/components/ui/status";
import { exactTime } from "@/components/ui/time-words";
import type { AuditProof } from "@/lib/audit/types";

/** Whether what was written is still what was written. */
export function SealLine({ proof, zone }: { proof: AuditProof; zone: string }) {
  if (!proof.ok)
    return (
      <Notice tone="danger" title={`Entries under seal ${proof.brokenAt} are not what was sealed.`}>
        <p>
          Somebody changed, added or removed entries in the database after they were written. Keep the
          database as it is and tell whoever is responsible for security.
        </p>
      </Notice>
    );
  if (!proof.sealedAt)
    return (
      <Status className="items-start whitespace-normal [&_svg]:mt-0.5">
        Nothing is sealed yet. The worker seals new entries within seconds once it runs.
      </Status>
    );
  const entries = proof.rows.toLocaleString("en-US");
  const seals = proof.seals === 1 ? "newest seal" : `newest ${proof.seals} seals`;
  return (
    <Status tone="success" className="items-start whitespace-normal [&_svg]:mt-0.5">
      Sealed through {exactTime(new Date(proof.sealedAt), zone)}. Chain intact: {entries} entries under the{" "}
      {seals} are unchanged.
    </Status>
  );
}
