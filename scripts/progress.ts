/** Runs a step, saying when it starts and how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  console.log(`  … ${title}`);
  const result = await work();
  console.log(`  ✓ ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return result;
}

/** What went wrong in a sentence, with the last lines of the process that it happened in. */
export function printFailure(error: unknown): void {
  const lines = error instanceof Error && typeof error.cause === "string" ? error.cause.trim() : "";
  if (lines) console.error(`\n${lines.replace(/^/gm, "    ")}`);
  console.error(`\n${isPlain(error) ? error.message : error instanceof Error ? error.stack : String(error)}`);
}

// Errors of the system and of our own come with a sentence; a bug's needs its stack.
function isPlain(error: unknown): error is Error {
  return error instanceof Error && (error.name === "Error" || "code" in error);
}
