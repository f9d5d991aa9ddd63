import http from "node:http";
import https from "node:https";
import type { Duplex } from "node:stream";

export interface Limits {
  /** Calls under way at once; one more is told so instead of waiting. */
  sockets: number;
  /** From the first look-up of the name to a socket that can be written to, TLS included. */
  connectMilliseconds: number;
  /** The whole call, to the last byte of the answer. */
  totalMilliseconds: number;
  /** Of the answer's body. */
  answerBytes: number;
  /** Shorter than the carrier's own, so that we seldom write to a socket that it is closing. */
  idleMilliseconds: number;
}

/** What went over the wire in one call. Never holds the token, the phone or the text. */
export type Exchange =
  /** No socket was ever handed to the request: not a byte of it was written. */
  | { kind: "never_left"; code: string }
  /** It may have been written; no status came back. */
  | { kind: "no_answer"; code: string }
  /** `body` is null when it was cut off, too large or too slow: `code` says which. */
  | { kind: "answered"; httpStatus: number; body: string | null; code?: string };

export type Post = (url: string, headers: Record<string, string>, body: string) => Promise<Exchange>;

/** POSTs to one host over kept connections. Follows no redirect, never waits for a socket, never throws. */
export function posts(host: string, limits: Limits): Post {
  const secure = new URL(host).protocol === "https:";
  const options = { keepAlive: true, maxFreeSockets: limits.sockets, timeout: limits.idleMilliseconds };
  const agent = secure
    ? new ReadySecureAgent(options, limits.connectMilliseconds)
    : new ReadyAgent(options, limits.connectMilliseconds);
  const request = secure ? https.request : http.request;
  let underWay = 0;

  return async (url, headers, body) => {
    if (underWay >= limits.sockets) return { kind: "never_left", code: "no_socket" };
    underWay += 1;
    try {
      const length = Buffer.byteLength(body);
      const call = request(url, {
        method: "POST",
        agent,
        headers: { ...headers, "content-length": length },
      });
      return await exchange(call, body, limits);
    } catch (error) {
      return { kind: "never_left", code: codeOf(error) };
    } finally {
      underWay -= 1;
    }
  };
}

function exchange(call: http.ClientRequest, body: string, limits: Limits): Promise<Exchange> {
  return new Promise((resolve) => {
    let hasSocket = false;
    let httpStatus: number | undefined;
    let answer: string | null = null;

    const settle = (code: string) => {
      clearTimeout(timer);
      // Stays harmless after the answer has ended: the socket is then the agent's again.
      if (answer === null) call.destroy();
      if (httpStatus !== undefined && answer !== null)
        resolve({ kind: "answered", httpStatus, body: answer });
      else if (httpStatus !== undefined) resolve({ kind: "answered", httpStatus, body: null, code });
      else resolve({ kind: hasSocket ? "no_answer" : "never_left", code });
    };
    const timer = setTimeout(settle, limits.totalMilliseconds, "timeout");

    call.on("socket", () => {
      hasSocket = true;
    });
    call.on("error", (error) => settle(codeOf(error)));
    // The agent takes the socket back at the close, so that the next call finds it.
    call.on("close", () => settle("closed"));
    call.on("response", (response) => {
      httpStatus = response.statusCode;
      const pieces: Buffer[] = [];
      let length = 0;
      response.on("data", (piece: Buffer) => {
        length += piece.length;
        if (length > limits.answerBytes) settle("answer_too_large");
        else pieces.push(piece);
      });
      response.on("end", () => {
        if (response.complete) answer = Buffer.concat(pieces).toString("utf8");
      });
      response.on("error", (error) => settle(codeOf(error)));
    });
    call.end(body);
  });
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";

type Handover = (error: Error | null, socket: Duplex) => void;

/**
 * Hands a socket over only when it is connected. Node's own agent hands it over before, and a reset at the
 * handshake cannot then be told from one after the request was written.
 */
class ReadyAgent extends http.Agent {
  constructor(
    options: http.AgentOptions,
    private readonly connectMilliseconds: number,
  ) {
    super(options);
  }

  override createConnection(options: http.ClientRequestArgs, handOver?: Handover): undefined {
    whenReady(super.createConnection(options), "connect", this.connectMilliseconds, handOver);
  }
}

class ReadySecureAgent extends https.Agent {
  constructor(
    options: https.AgentOptions,
    private readonly connectMilliseconds: number,
  ) {
    super(options);
  }

  override createConnection(options: https.RequestOptions, handOver?: Handover): undefined {
    whenReady(super.createConnection(options), "secureConnect", this.connectMilliseconds, handOver);
  }
}

function whenReady(
  socket: Duplex | null | undefined,
  ready: "connect" | "secureConnect",
  milliseconds: number,
  handOver: Handover | undefined,
): void {
  if (!socket || !handOver)
    throw new Error("A connection was asked for in a way that this agent does not know.");
  const tooLate = () => socket.destroy(Object.assign(new Error("too late"), { code: "connect_timeout" }));
  const timer = setTimeout(tooLate, milliseconds);
  const failed = (error: Error) => {
    clearTimeout(timer);
    handOver(error, socket);
  };
  // It stays: until the request listens, an error that nobody hears would end the process.
  socket.on("error", failed);
  socket.once(ready, () => {
    clearTimeout(timer);
    handOver(null, socket);
  });
}
