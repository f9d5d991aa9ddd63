import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

export type Post = (url: string, body: string, headers: Record<string, string>) => Promise<Answer>;
export interface Answer {
  status: number;
  body: string;
}

/** Node's own HTTP client with `sockets` kept-alive connections. Rejects when no answer comes. */
export function openCaller(sockets: number): { post: Post; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const post: Post = (url, body, headers) =>
    new Promise((resolve, reject) => {
      const length = Buffer.byteLength(body);
      const fixed = { "content-type": "application/json", "content-length": length };
      const call = request(url, { method: "POST", agent, headers: { ...fixed, ...headers } }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (piece: string) => {
          text += piece;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: text }));
        answer.on("error", reject);
      });
      call.on("error", reject);
      call.end(body);
    });
  return { post, close: () => agent.destroy() };
}

/** Closed loop: `width` at once until there are `count`. Returns how many a second. */
export async function atOnce(
  width: number,
  count: number,
  one: (index: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < count) await one(next++);
    }),
  );
  return (count / (performance.now() - started)) * 1_000;
}

/** The same for a time. */
export async function atOnceFor(
  width: number,
  milliseconds: number,
  one: (index: number) => Promise<void>,
): Promise<number> {
  let done = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (performance.now() - started < milliseconds) await one(done++);
    }),
  );
  return (done / (performance.now() - started)) * 1_000;
}

/** Open loop: one each `everyMs`, whatever came of the last. Milliseconds of each, from when it was due. */
export async function evenly(
  everyMs: number,
  count: number,
  one: (index: number) => Promise<void>,
): Promise<number[]> {
  const started = performance.now();
  const under: Promise<number>[] = [];
  for (let index = 0; index < count; index += 1) {
    const due = started + index * everyMs;
    const wait = due - performance.now();
    if (wait > 0) await pause(wait);
    const call = one(index).then(() => performance.now() - due);
    // Heard below, with the others; until then its failure must not end the process.
    call.catch(() => {});
    under.push(call);
  }
  return Promise.all(under);
}

/** Asks each `everyMs` until the answer is yes. Throws after `patienceMs` with that sentence. */
export async function until(
  isSo: () => Promise<boolean>,
  { everyMs = 100, patienceMs, otherwise }: { everyMs?: number; patienceMs: number; otherwise: string },
): Promise<void> {
  for (const deadline = Date.now() + patienceMs; ; await pause(everyMs)) {
    if (await isSo()) return;
    if (Date.now() > deadline) throw new Error(`${otherwise} within ${patienceMs / 1000} s.`);
  }
}
