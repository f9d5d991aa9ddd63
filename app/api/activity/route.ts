import { personRoute } from "@/lib/web/route";

/** Somebody is at the keyboard: the session's idle time begins anew. */
export const POST = personRoute("activity", async () => new Response(null, { status: 204 }));
