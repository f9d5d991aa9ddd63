import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { insideInbox } from "@/lib/inbox-route";

/** Security headers for all that is rendered. That people without a session go to the sign-in page is a convenience: pages check. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const response = isStranger(request)
    ? NextResponse.redirect(new URL("/sign-in", request.url))
    : handOn(request, withPolicy(request.headers, policy));

  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Content-Type-Options", "nosniff");
  // Not "no-referrer": browsers would then send forms with "Origin: null", and we refuse those.
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  response.headers.set("Cache-Control", "no-store");
  if (env().NEXTAUTH_URL.startsWith("https://"))
    response.headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return response;
}

function handOn({ nextUrl }: NextRequest, headers: Headers): NextResponse {
  const inside = insideInbox(nextUrl);
  const request = { request: { headers } };
  return inside ? NextResponse.rewrite(new URL(inside, nextUrl), request) : NextResponse.next(request);
}

// Next reads the nonce from the policy of the request and puts it on its own scripts.
function withPolicy(given: Headers, policy: string): Headers {
  const headers = new Headers(given);
  headers.set("Content-Security-Policy", policy);
  return headers;
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    // React's development build rebuilds server errors with eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

// Only where somebody goes: an action without a session answers in its form, and keeps what was typed.
function isStranger(request: NextRequest): boolean {
  const { pathname } = request.nextUrl;
  if (request.method !== "GET" || pathname.startsWith("/api/") || pathname === "/sign-in") return false;
  return !request.cookies.getAll().some(({ name }) => name.endsWith("next-auth.session-token"));
}

export const config = {
  matcher: ["/((?!_next/static|api/uploads|api/stream|api/vonage|icon.svg|favicon.ico|robots.txt).*)"],
};
