import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { internalError, type Problem, problemBody, tooLarge } from "./problems";

const largestBody = 1_000_000;

export type Call = { method: string; url: URL; rawBody: string; authorization: string | undefined };

export type Answer = { status: number; body: unknown };

export type Handler = (call: Call) => Answer | Promise<Answer>;

export function refuse(problem: Problem): Answer {
  return { status: problem.status, body: problemBody(problem) };
}

/** Listens on this machine only: the control addresses ask for no password. */
export async function listen(port: number, handle: Handler) {
  const server = createServer((request, response) => void respond(request, response, handle));

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
  const { status, body } = await answerTo(request, handle);
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

async function answerTo(request: IncomingMessage, handle: Handler): Promise<Answer> {
  try {
    const rawBody = await readBody(request);
    if (rawBody === null) return refuse(tooLarge);

    const { method = "GET", headers } = request;
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    return await handle({ method, url, rawBody, authorization: headers.authorization });
  } catch (error) {
    // A caller who hangs up halfway is no fault of ours.
    if (request.complete) console.error(error);
    return refuse(internalError);
  }
}

/** Null when the body is too large; it is read to its end so that the caller can read the refusal. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  return size > largestBody ? null : Buffer.concat(chunks).toString("utf8");
}
