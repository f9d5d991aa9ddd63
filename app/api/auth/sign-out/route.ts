import { endCurrentSession } from "@/lib/web/auth";
import { isSameOrigin } from "@/lib/web/route";

/** Where the menu's form posts to. A full load follows: nothing of a patient stays in the page's memory. */
export async function POST(request: Request): Promise<Response> {
  if (isSameOrigin(request)) await endCurrentSession();
  return new Response(null, { status: 303, headers: { Location: "/sign-in", "Cache-Control": "no-store" } });
}
