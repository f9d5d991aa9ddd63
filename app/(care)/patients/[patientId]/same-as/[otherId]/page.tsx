import type { Metadata } from "next";
import { patientLink } from "@/app/(care)/patients/[patientId]/links";
import { Notice } from "@/components/ui/notice";
import { PageFrame } from "@/components/ui/page-frame";
import { comparePatients } from "@/lib/patients/queries-comparison";
import { load, pageContext } from "@/lib/web/page-context";
import { ComparisonTable } from "./comparison-table";
import { JoinDialog } from "./join-dialog";

export const metadata: Metadata = { title: "Is this the same person?" };

export default async function SameAsPage({ params }: PageProps<"/patients/[patientId]/same-as/[otherId]">) {
  const ctx = await pageContext();
  const { patientId, otherId } = await params;
  const pair = await load(() => comparePatients(ctx, patientId, otherId));

  return (
    <PageFrame
      width="reading"
      back={{ href: patientLink(patientId), label: "Patient" }}
      title="Is this the same person?"
      lead="Only who is sure should join two records: twins, and parents and children with one name, are two people."
    >
      <ComparisonTable pair={pair} />
      <div className="mt-6 grid max-w-prose gap-4">
        {pair.blockedBecause ? (
          <Notice tone="warning" title={pair.blockedBecause} />
        ) : (
          <p>
            <JoinDialog kept={pair.kept} merged={pair.merged} />
          </p>
        )}
      </div>
    </PageFrame>
  );
}
