import { Agent, request } from "node:http";

const patience = 10_000;

export type Post = (url: string, body: string, authorization: string | null) => Promise<number | null>;

/** Posts JSON and tells the status of the answer; null means that no answer came. Never rejects. */
export function openPoster(atOnce: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce + 8, maxFreeSockets: atOnce });
  let closed = false;

  const post: Post = (url, body, authorization) =>
    new Promise((resolve) => {
      const headers = {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        ...(authorization === null ? {} : { authorization }),
      };
      const call = request(url, { method: "POST", agent, headers, timeout: patience }, (answer) => {
        answer.on("close", () => resolve(answer.complete ? (answer.statusCode ?? null) : null));
        answer.resume();
      });
      call.on("timeout", () => call.destroy(new Error("no answer in time")));
      call.on("error", (error: NodeJS.ErrnoException) => {
        // A receiver that closed an idle connection just as we used it is in good health: ask again at once.
        const idleClosed = call.reusedSocket && error.code === "ECONNRESET" && !closed;
        resolve(idleClosed ? post(url, body, authorization) : null);
      });
      call.end(body);
    });

  return {
    post,
    close() {
      closed = true;
      agent.destroy();
    },
  };
}
