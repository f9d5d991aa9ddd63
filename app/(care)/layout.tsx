import type { ReactNode } from "react";
import { Frame } from "@/app/frame";

export default function CareLayout({ children }: { children: ReactNode }) {
  return <Frame needs="inbox.read">{children}</Frame>;
}
