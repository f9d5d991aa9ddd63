import type { ReactNode } from "react";
import { Frame } from "@/app/frame";

export default function ProgramsLayout({ children }: { children: ReactNode }) {
  return <Frame needs="campaign.read">{children}</Frame>;
}
