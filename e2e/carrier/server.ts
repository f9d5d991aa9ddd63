import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { internalError, type Problem, problemBody, tooLarge } from "./problems";

const largestBody = 1_000_000;
const largestControlBody = 50_000_000;
// Longer than any client keeps an idle connection: closing one just as it is used would be a fault nobody asked for.
const idleMilliseconds = 75_000;

export type Call = { method: string; url: URL; rawBody: string; authorization: string | undefined };

/** `play` answers in a way of its own, which may be none at all. */
export type Answer = { status: number; body: unknown } | { play: (response: ServerResponse) => void };

export type Handler = (call: Call) => Answer | Promise<Answer>;

export function refuse(problem: Problem): Answer {
  return { status: problem.status, body: problemBody(problem) };
}

/** What the control addresses say to a call that makes no sense. */
export function bad(detail: string): Answer {
  return { status: 400, body: { detail } };
}

/** Listens on this machine only: the control addresses ask for no password. */
export async function listen(port: number, handle: Handler) {
  const server = createServer((request, response) => void respond(request, response, handle));

  server.keepAliveTimeout = idleMilliseconds;

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The carrier has no port.");

  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(request: IncomingMessage, response: ServerResponse, handle: Handler) {
  const answer = await answerTo(request, handle);
  if ("play" in answer) return answer.play(response);
  const body = JSON.stringify(answer.body);
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  response.writeHead(answer.status, headers).end(body);
}

async function answerTo(request: IncomingMessage, handle: Handler): Promise<Answer> {
  try {
    const { method = "GET", headers } = request;
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const largest = url.pathname.startsWith("/control/") ? largestControlBody : largestBody;
    const rawBody = await readBody(request, largest);
    if (rawBody === null) return refuse(tooLarge);
    return await handle({ method, url, rawBody, authorization: headers.authorization });
  } catch (error) {
    // A caller who hangs up halfway is no fault of ours.
    if (request.complete) console.error(error);
    return refuse(internalError);
  }
}

/** Null when the body is too large; it is read to its end so that the caller can read the refusal. */
async function readBody(request: IncomingMessage, largest: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= largest) chunks.push(chunk);
  }
  return size > largest ? null : Buffer.concat(chunks).toString("utf8");
}
