/** A person's session, got the way the sign-in page gets it. `cookie` goes with each request. */
export async function signInByAddress(
  baseUrl: string,
  person: { email: string; password: string },
): Promise<{ cookie: string; origin: string }> {
  const origin = new URL(baseUrl).origin;
  const asked = await fetch(`${baseUrl}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answer = await fetch(`${baseUrl}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { origin, cookie: cookiesOf(asked) },
    body: new URLSearchParams({ ...person, csrfToken, json: "true" }),
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes("session-token=")) throw new Error(`Signing in was answered ${answer.status}.`);
  return { cookie, origin };
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

export interface StreamEvent {
  kind: string;
  threadId?: string;
}

/** The nurse's stream: `heard` gets each change the moment it arrives. Resolves once the stream is live. */
export async function listen(
  baseUrl: string,
  cookie: string,
  heard: (event: StreamEvent) => void,
): Promise<{ close(): void }> {
  const leaving = new AbortController();
  const answer = await fetch(`${baseUrl}/api/stream`, { headers: { cookie }, signal: leaving.signal });
  if (answer.status !== 200 || !answer.body) throw new Error(`The stream was answered ${answer.status}.`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  const read = async (): Promise<string[]> => {
    const { done, value = "" } = await reader.read();
    if (done) throw new Error("The stream ended.");
    const events = `${rest}${value}`.split("\n\n");
    rest = events.pop() ?? "";
    return events;
  };
  while (!(await read()).some((event) => event.includes("event: beat")));
  const goOn = async () => {
    for (;;)
      for (const event of await read()) {
        const data = /^event: change$/m.test(event) && /^data: (.*)$/m.exec(event)?.[1];
        if (data) heard(JSON.parse(data) as StreamEvent);
      }
  };
  goOn().catch((error: unknown) => {
    if (!leaving.signal.aborted) console.error(error);
  });
  return { close: () => leaving.abort() };
}
