"use client";

import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

const refused =
  "That address and password do not go together, or the account is disabled. After ten tries an account rests for 15 minutes.";
const unreached = "We could not reach the server. Check your connection and try again.";
const failed = "Signing in is not possible right now. Try again in a minute; if it stays, tell your admin.";

export function SignInForm() {
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) notice.current?.focus();
  }, [problem]);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = event.currentTarget;
    setPending(true);
    setProblem(null);
    const answer = await signIn(new FormData(form));
    if (answer === null) {
      // A full load: the page starts with the new session and nothing of an old one.
      location.assign("/");
      return;
    }
    setPending(false);
    setProblem(answer);
    const password = form.elements.namedItem("password");
    if (password instanceof HTMLInputElement) password.value = "";
  }

  return (
    // Sent before the script is there, it is still a POST: nothing of it stands in an address.
    <form method="post" onSubmit={submit} className="grid gap-4" aria-busy={pending || undefined}>
      {problem && <Notice ref={notice} tone="danger" role="alert" tabIndex={-1} title={problem} />}
      <TextField label="Email address" name="email" type="email" autoComplete="username" required autoFocus />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={200}
      />
      <SubmitButton pending={pending} pendingLabel="Signing in">
        Sign in
      </SubmitButton>
    </form>
  );
}

/** Null when signed in, otherwise what to tell. */
async function signIn(form: FormData): Promise<string | null> {
  try {
    const token = await fetch("/api/auth/csrf", { cache: "no-store" });
    if (!token.ok) return failed;
    const { csrfToken } = (await token.json()) as { csrfToken: string };
    const answer = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({
        csrfToken,
        email: String(form.get("email") ?? ""),
        password: String(form.get("password") ?? ""),
        callbackUrl: "/",
        json: "true",
      }),
    });
    if (answer.ok) return null;
    return answer.status === 401 ? refused : failed;
  } catch (error) {
    if (error instanceof TypeError) return unreached;
    throw error;
  }
}
