/** Runs once, before the first request. */
export async function register(): Promise<void> {
  // A condition around it all, and no early return: the bundler drops it from what is not for Node.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { requireSettings } = await import("@/lib/env");
    const { closeStreams } = await import("@/lib/web/sse");

    requireSettings();
    // Next waits for open requests before it stops, and a stream of events never ends by itself.
    process.once("SIGTERM", closeStreams);
    process.once("SIGINT", closeStreams);
  }
}
