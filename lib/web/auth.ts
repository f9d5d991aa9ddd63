import "server-only";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import type { NextAuthOptions, Session } from "next-auth";
import NextAuth, { getServerSession } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { businessNow } from "@/lib/clock";
import type { Ctx } from "@/lib/context";
import { connection } from "@/lib/database";
import { env } from "@/lib/env";
import { checkSession, createSession, signOut } from "@/lib/users/session";
import { signIn } from "@/lib/users/sign-in";
import type { SignedIn } from "@/lib/users/types";

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

const visitor = (): Ctx => ({
  actor: { kind: "loop", name: "sign-in" },
  db: connection().db,
  now: businessNow(),
});

/** Under HTTPS its name starts with __Host-: only this very host can set it. */
export function sessionCookie() {
  const secure = env().NEXTAUTH_URL.startsWith("https://");
  return {
    name: `${secure ? "__Host-" : ""}next-auth.session-token`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

// The cookie holds a random session id and nothing else; the sessions table says what it is worth.
function options(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: 12 * 60 * 60 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: sessionCookie() },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(typed) {
          if (!typed?.email || !typed.password || typed.password.length > 200) return null;
          const id = await signIn(visitor(), typed);
          return id ? { id } : null;
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        return user ? { sid: await createSession(connection().db, user.id) } : { sid: token.sid };
      },
      async session({ session, token }) {
        return { expires: session.expires, sid: token.sid } as Session & { sid?: string };
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

export const authRoutes = (request: Request, context: unknown): Promise<Response> =>
  NextAuth(options())(request, context);

async function sessionToken(): Promise<string | undefined> {
  const session = (await getServerSession(options())) as { sid?: string } | null;
  return session?.sid;
}

export interface LiveSession {
  user: SignedIn;
  token: string;
}

/** The session of this request, checked in the database. `touch` false for what a page does by itself. */
export async function currentSession({ touch }: { touch: boolean }): Promise<LiveSession | null> {
  const token = await sessionToken();
  const user = token ? await checkSession(connection().db, token, { touch }) : null;
  return user && token ? { user, token } : null;
}

/** Ends this request's session and takes its cookie back. */
export async function endCurrentSession(): Promise<void> {
  const token = await sessionToken();
  if (token) await signOut(visitor(), token);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** Names the session to the tabs of its own browser; opens nothing. */
export async function sessionTag(): Promise<string> {
  const cookie = (await cookies()).get(sessionCookie().name)?.value ?? "";
  return createHash("sha256").update(cookie).digest("base64url").slice(0, 16);
}
