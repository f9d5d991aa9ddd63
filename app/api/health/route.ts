import { health } from "@/lib/health";
import { json } from "@/lib/web/route";
import { degraded } from "./degraded";

/** 200 while this process works, also where texts do not leave: another process would not help. */
export async function GET(): Promise<Response> {
  const found = await health();
  return json({ ...found, degraded: found.ok ? await degraded() : [] }, found.ok ? 200 : 503);
}
