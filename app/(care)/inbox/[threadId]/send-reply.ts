export interface Reply {
  threadId: string;
  key: string;
  body: string;
  seen: string | null;
  patientId: string | null;
}

/** `reached`: the server itself refused, as opposed to silence. */
export type ReplyAnswer = { ok: true; messageId: string } | { ok: false; message: string; reached: boolean };

const unreachable =
  "We could not reach the server. Your words are still here: press Reply again, and it goes out once, never twice.";

/** Hands a reply to the server. Never throws: a failure comes back in words. */
export async function sendReply(reply: Reply): Promise<ReplyAnswer> {
  try {
    const response = await fetch("/api/replies", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(reply),
    });
    const answer: { messageId?: string; message?: string } = await response.json();
    if (response.ok && answer.messageId) return { ok: true, messageId: answer.messageId };
    return { ok: false, message: answer.message ?? unreachable, reached: true };
  } catch {
    return { ok: false, message: unreachable, reached: false };
  }
}
