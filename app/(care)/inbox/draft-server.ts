import type { DraftAnswer } from "@/lib/inbox/types-sending";
import type { Draft } from "./draft-keeping";

/** Has the server keep a draft; `base` is the one that it goes on from. Null: it would not. Never throws. */
export async function putDraft(
  threadId: string,
  { body, about }: Draft,
  base: string | null,
): Promise<(DraftAnswer & { at: string }) | "unreachable" | null> {
  try {
    const response = await fetch("/api/drafts", {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ threadId, body, patientId: about || null, base }),
      // It may be the last thing that this page does.
      keepalive: true,
    });
    if (response.ok) return (await response.json()) as DraftAnswer & { at: string };
    return response.status >= 500 ? "unreachable" : null;
  } catch {
    return "unreachable";
  }
}
