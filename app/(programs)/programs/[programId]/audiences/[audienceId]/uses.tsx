import Link from "next/link";
import { campaignLink } from "@/app/(programs)/programs/[programId]/audiences/links";
import { Section } from "@/components/ui/page-frame";
import type { AudienceItem } from "@/lib/campaigns/types";

/** Which campaigns are for this audience: drafts follow its changes, launched ones do not. */
export function Uses({ programId, campaigns }: { programId: string } & Pick<AudienceItem, "campaigns">) {
  if (campaigns.length === 0) return null;
  return (
    <Section
      title="Used by"
      lead="A draft follows every change here. A launched campaign keeps the rule it was launched with."
    >
      <ul className="grid gap-1">
        {campaigns.map(({ id, name, draft }) => (
          <li key={id}>
            <Link
              href={campaignLink(programId, id)}
              className="rounded underline underline-offset-2 max-md:inline-flex max-md:min-h-11 max-md:items-center"
            >
              {name}
            </Link>
            {draft ? " (draft)" : " (launched)"}
          </li>
        ))}
      </ul>
    </Section>
  );
}
