import type { ReactNode } from "react";
import { Frame } from "@/app/frame";

export default function AdminLayout({ children }: { children: ReactNode }) {
  return <Frame needs="user.read">{children}</Frame>;
}
