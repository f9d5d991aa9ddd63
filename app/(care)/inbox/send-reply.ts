import type { SavedDraft, TakenReply } from "@/lib/inbox/types-sending";
import type { Outgoing, ReplyAnswer } from "./outgoing-list";

export interface Refused {
  code: string;
  message: string;
}

const post = (address: string, body: unknown) =>
  fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

/** Hands a reply to the server. Never throws. Silence and a server that is away are the same: nobody was reached. */
export async function sendReply(reply: Outgoing, draftId: string | null): Promise<ReplyAnswer> {
  try {
    const { threadId, key, body, about, seen, seenReply, inTheirHours, closes } = reply;
    const response = await post("/api/replies", {
      ...{ threadId, key, body, seen, seenReply, inTheirHours, draftId },
      patientId: about || null,
      ...(closes && { close: "answered" }),
    });
    const answer: Partial<TakenReply & Refused & { at: string }> = await response.json();
    const { messageId, dueAt = "", heldFor = 0, at = "" } = answer;
    if (response.ok && messageId) return { kind: "taken", messageId, dueAt, heldFor, at };
    if (response.status >= 502 || !answer.message) return { kind: "unreachable" };
    return { kind: "refused", code: answer.code ?? "unexpected", message: answer.message };
  } catch {
    return { kind: "unreachable" };
  }
}

/** Asks for a reply back. Never throws: a failure comes back in words. */
export async function takeBack(
  threadId: string,
  messageId: string,
): Promise<{ ok: true; draft: SavedDraft | null; at: string } | { ok: false; message: string }> {
  try {
    const response = await post("/api/replies/taken-back", { threadId, messageId });
    const answer: { draft?: SavedDraft | null; at?: string; message?: string } = await response.json();
    if (response.ok) return { ok: true, draft: answer.draft ?? null, at: answer.at ?? "" };
    return { ok: false, message: answer.message ?? unreached };
  } catch {
    return { ok: false, message: unreached };
  }
}

const unreached =
  "We could not reach the server: the reply leaves. Look at the conversation when you are connected again.";

/** Whoever writes has the conversation. False where somebody else holds it; null where nobody was reached. */
export async function claim(threadId: string): Promise<boolean | null> {
  try {
    const response = await post("/api/claims", { threadId });
    return response.ok ? true : response.status === 409 ? false : null;
  } catch {
    return null;
  }
}

/** Others see that somebody types. Lost without harm: the next key tells it again. */
export async function tellTyping(threadId: string, typing: boolean): Promise<void> {
  try {
    await post("/api/presence", { threadId, typing });
  } catch {
    // Nobody waits for it.
  }
}
