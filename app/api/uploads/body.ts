type Body = ReadableStream<Uint8Array>;

/** What arrives, piece by piece. Whoever stops early leaves the rest for `readRest`. */
export async function* piecesOf(body: Body): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    reader.releaseLock();
  }
}

/**
 * Receives what nobody read, at most `limit` bytes. A browser that is answered before it has sent
 * everything sees a broken connection, and quietly sends the same file again.
 */
export async function readRest(body: Body, limit: number): Promise<void> {
  if (body.locked) return;
  let received = 0;
  try {
    for await (const piece of piecesOf(body)) {
      received += piece.length;
      if (received > limit) return;
    }
  } catch {
    // The browser has gone: there is nobody left to answer.
  }
}
