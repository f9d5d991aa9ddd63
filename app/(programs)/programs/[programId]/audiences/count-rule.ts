import type { AudiencePreview } from "@/lib/campaigns/types";

/** How many people a rule takes in; the sentence to show when the server does not say. `asked` is JSON. */
export async function countRule(asked: string, signal: AbortSignal): Promise<AudiencePreview | string> {
  try {
    const response = await fetch("/api/audience-count", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: asked,
      signal,
    });
    const answer: AudiencePreview & { message?: string } = await response.json();
    return response.ok ? answer : (answer.message ?? unreached);
  } catch {
    // Also when a newer question took the place of this one: then nobody reads the answer.
    return unreached;
  }
}

const unreached =
  "We could not count them. Your conditions are still here: change one to try again, or save.";
