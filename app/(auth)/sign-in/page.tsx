import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Mark } from "@/components/shell/mark";
import { Notice } from "@/components/ui/notice";
import { currentUser } from "@/lib/web/page-context";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage() {
  if (await currentUser()) redirect("/");

  return (
    <main className="mx-auto grid max-w-100 gap-6 px-4 pt-[12vh] pb-10">
      <p className="flex items-center gap-2.5 font-semibold text-lg">
        <Mark />
        Hearback
      </p>
      <div>
        <h1 className="font-semibold text-xl tracking-[-0.01em]">Sign in</h1>
        <p className="mt-1 text-muted">With the address and password that your admin gave you.</p>
      </div>
      <noscript>
        <Notice tone="warning" title="Signing in needs JavaScript.">
          <p>Switch it on for this site, then load the page again.</p>
        </Notice>
      </noscript>
      <SignInForm />
      <p className="text-muted">
        Forgot your password, or no account yet? Ask your admin. You are signed out after 15 minutes without
        use.
      </p>
    </main>
  );
}
