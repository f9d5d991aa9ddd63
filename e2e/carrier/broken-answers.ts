import type { ServerResponse } from "node:http";
import { pipeline, Readable } from "node:stream";
import type { FaultOf } from "./fault";
import { internalError } from "./problems";
import { type Answer, refuse } from "./server";

const json = { "content-type": "application/json" };
const chunk = "x".repeat(64 * 1024);

/** The platform writes a problem; what stands in front of it writes a page. */
export function serverError(status: number): Answer {
  if (status === 500) return refuse(internalError);
  const page = `<html><head><title>${status}</title></head><body><h1>${status} Server Error</h1></body></html>\n`;
  return { play: (response) => void response.writeHead(status, { "content-type": "text/html" }).end(page) };
}

export const reset: Answer = { play: (response) => void response.socket?.resetAndDestroy() };

/** No byte for so long, then the connection is closed. */
export function hang(ms: number): Answer {
  return { play: (response) => whileOpen(response, ms, () => response.socket?.destroy()) };
}

export function drip(body: object, msPerByte: number): Answer {
  return {
    play(response) {
      const bytes = Buffer.from(JSON.stringify(body));
      response.writeHead(202, { ...json, "content-length": bytes.length }).flushHeaders();
      let at = 0;
      const next = () => {
        response.write(bytes.subarray(at, at + 1));
        at += 1;
        if (at === bytes.length) response.end();
        else whileOpen(response, msPerByte, next);
      };
      whileOpen(response, msPerByte, next);
    },
  };
}

export function huge(body: object, megabytes: number): Answer {
  function* parts() {
    yield `${JSON.stringify(body).slice(0, -1)},"padding":"`;
    for (let left = megabytes * 16; left > 0; left -= 1) yield chunk;
    yield '"}';
  }
  return {
    play(response) {
      response.writeHead(202, json);
      // A caller who hangs up before the end is right to.
      pipeline(Readable.from(parts()), response, () => {});
    },
  };
}

export function garbage(body: FaultOf<"garbage_reply">["body"]): Answer {
  const text = { not_json: "<!doctype html>accepted", no_uuid: '{"status":"ok"}', empty: "" }[body];
  return { play: (response) => void response.writeHead(202, json).end(text) };
}

function whileOpen(response: ServerResponse, ms: number, task: () => void) {
  const timer = setTimeout(() => {
    response.off("close", forget);
    task();
  }, ms);
  const forget = () => clearTimeout(timer);
  response.once("close", forget);
}
