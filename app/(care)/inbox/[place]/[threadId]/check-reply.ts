import type { Finding } from "@/lib/messaging/types";

/** What the server would have the nurse see before this leaves; null when it did not say. `words` is JSON. */
export async function checkReply(words: string, signal: AbortSignal): Promise<Finding[] | null> {
  try {
    const response = await fetch("/api/text-check", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: words,
      signal,
    });
    if (!response.ok) return null;
    const answer: { findings: Finding[] } = await response.json();
    return answer.findings;
  } catch {
    // Typed on, too slow, or out of reach: a check that did not happen holds no reply back.
    return null;
  }
}
