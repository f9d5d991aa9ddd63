import type { SearchAnswer } from "@/lib/patients/types-record";

export type Asked = { answer: SearchAnswer } | { failure: string };

const unreached = "We could not reach the server. Check your connection and search again.";

/** Who is found by these words; by POST, so that they stand in no address. Null when it was given up. */
export async function askFor(words: string, signal: AbortSignal): Promise<Asked | null> {
  try {
    const response = await fetch("/api/patient-search", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ words }),
      signal,
    });
    if (response.ok) return { answer: await response.json() };
    const { message }: { message: string } = await response.json();
    return { failure: message };
  } catch (error) {
    if (signal.aborted) return null;
    // A lost connection is a TypeError of fetch, a half answer a SyntaxError.
    if (error instanceof TypeError || error instanceof SyntaxError) return { failure: unreached };
    throw error;
  }
}
