import { requirePatient } from "@/lib/patients/patient-reach";
import { load, pageContext } from "@/lib/web/page-context";

/** Asked before anything is sent: once a page streams, its status can no longer say "not found". */
export default async function PatientLayout({ params, children }: LayoutProps<"/patients/[patientId]">) {
  const ctx = await pageContext();
  const { patientId } = await params;
  await load(() => requirePatient(ctx, patientId));
  return children;
}
