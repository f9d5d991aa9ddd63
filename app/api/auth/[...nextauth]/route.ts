import { log } from "@/lib/log";
import { authRoutes, sessionCookie } from "@/lib/web/auth";
import { json } from "@/lib/web/route";

type Context = { params: Promise<{ nextauth: string[] }> };

// Two of next-auth's addresses are in use; its session endpoint would hand the session's id to scripts.
export async function GET(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth.join("/") !== "csrf") return json({ code: "not-found" }, 404);
  return authRoutes(request, context);
}

/** Signs in. 200 with the cookie; 401 when refused, 403 when the form's token is too old, 503 when we cannot tell. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth.join("/") !== "callback/credentials") return json({ code: "not-found" }, 404);
  const answer = await authRoutes(request, context);
  const { name } = sessionCookie();
  if (answer.headers.getSetCookie().some((cookie) => cookie.startsWith(`${name}=`))) return answer;

  // Not next-auth's own answer: it puts the words of any error into an address.
  const address = answer.headers.get("location") ?? (await answer.text());
  if (address.includes("CredentialsSignin")) return json({ code: "refused" }, 401);
  if (address.includes("csrf=true")) return json({ code: "stale" }, 403);
  log.error("sign-in failed", { route: "auth", httpStatus: answer.status });
  return json({ code: "unavailable" }, 503);
}
