import { health } from "@/lib/health";
import { json } from "@/lib/web/route";

export async function GET(): Promise<Response> {
  const found = await health();
  return json(found, found.ok ? 200 : 503);
}
