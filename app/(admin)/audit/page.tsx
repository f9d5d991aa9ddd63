import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageFrame } from "@/components/ui/page-frame";
import { auditProof, listAudit } from "@/lib/audit/queries";
import { isAuditAction } from "@/lib/audit/types";
import { isId } from "@/lib/ids";
import { standingOf } from "@/lib/programs/queries";
import { load, pageContext } from "@/lib/web/page-context";
import { ActionFilter } from "./action-filter";
import { AuditTable } from "./audit-table";
import { SealLine } from "./seal-line";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const ctx = await pageContext();
  const asked = await searchParams;
  const action = isAuditAction(asked.action) ? asked.action : undefined;
  const after = typeof asked.after === "string" && isId(asked.after) ? asked.after : undefined;
  const [{ entries, next }, proof, { zone }] = await load(() =>
    Promise.all([listAudit(ctx, { action, after }), auditProof(ctx), standingOf(ctx)]),
  );
  const older = new URLSearchParams({ ...(action && { action }), ...(next && { after: next }) });

  return (
    <PageFrame
      title="Audit"
      lead="Who did what, newest first. Nobody can change it, and looking is noted too."
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <SealLine proof={proof} zone={zone} />
        <ActionFilter action={action} />
        {entries.length === 0 ? (
          <EmptyState
            title={after ? "Nothing older" : "Nothing of this kind yet"}
            action={<ButtonLink href="/audit">Show all, newest first</ButtonLink>}
          />
        ) : (
          <AuditTable entries={entries} zone={zone} />
        )}
        {next && (
          <div>
            <ButtonLink href={`/audit?${older}` as Route} prefetch={false}>
              Show older entries
            </ButtonLink>
          </div>
        )}
      </div>
    </PageFrame>
  );
}
