import type { Route } from "next";
import { redirect } from "next/navigation";

/** A program opens with what it achieved. */
export default async function ProgramPage({ params }: PageProps<"/programs/[programId]">) {
  const { programId } = await params;
  redirect(`/programs/${programId}/results` as Route);
}
