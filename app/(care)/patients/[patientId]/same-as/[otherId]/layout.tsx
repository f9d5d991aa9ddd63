import { requirePatient } from "@/lib/patients/patient-reach";
import { load, pageContext } from "@/lib/web/page-context";

/** Asked before anything is sent: once a page streams, its status can no longer say "not found". */
export default async function SameAsLayout({
  params,
  children,
}: LayoutProps<"/patients/[patientId]/same-as/[otherId]">) {
  const ctx = await pageContext();
  const { otherId } = await params;
  await load(() => requirePatient(ctx, otherId));
  return children;
}
