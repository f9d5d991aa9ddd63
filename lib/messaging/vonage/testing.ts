import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { once } from "node:events";
import net from "node:net";
import tls from "node:tls";
import { afterEach, expect } from "vitest";
import { vonageCarrier } from "./client";
import type { Limits } from "./exchange";

export const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
export const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
export const text = {
  from: "+12125550100",
  to: "+12125550123",
  text: "a word in confidence",
  clientRef: "ref-1",
};
export const carrierId = "8c1f6a52-9d0e-4b7c-8f3a-2d1e0c9b8a77";

const quick: Partial<Limits> = { connectMilliseconds: 300, totalMilliseconds: 300 };
export const carrierAt = (apiHost: string, limits: Partial<Limits> = quick) =>
  vonageCarrier({ apiHost, applicationId: "app", privateKey: pem }, limits);

const open = new Set<net.Server | net.Socket>();
afterEach(() => {
  for (const thing of open) thing instanceof net.Server ? thing.close() : thing.destroy();
  open.clear();
});

/** A server that does as told with each connection; `secure` gives it a certificate that nobody trusts. */
export async function listen(onSocket: (socket: net.Socket) => void, { secure = false } = {}) {
  const each = (socket: net.Socket) => {
    open.add(socket);
    socket.on("error", () => {});
    onSocket(socket);
  };
  const server = secure
    ? tls.createServer({ key: pem, cert: certificate(publicKey, privateKey) }, each)
    : net.createServer(each);
  server.on("tlsClientError", () => {});
  open.add(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo;
  return { plain: `http://127.0.0.1:${port}`, secure: `https://127.0.0.1:${port}` };
}

/** Calls back with each whole request that comes in over a connection. */
export function requests(socket: net.Socket, onRequest: (request: string, nth: number) => void) {
  let held = "";
  let nth = 0;
  socket.on("data", (piece) => {
    held += piece.toString();
    const [head, body] = held.split("\r\n\r\n");
    if (
      body === undefined ||
      Buffer.byteLength(body) < Number(/content-length: (\d+)/i.exec(head ?? "")?.[1])
    )
      return;
    const request = held;
    held = "";
    nth += 1;
    onRequest(request, nth);
  });
}

export const answer = (status: number, body: string, headers = "") =>
  `HTTP/1.1 ${status} X\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;
export const accepted = answer(202, JSON.stringify({ message_uuid: carrierId }));
export const problem = (code: string) =>
  JSON.stringify({ type: `https://x/api-errors/messages#${code}`, title: "t" });
export const answering = (reply: string) => (socket: net.Socket) =>
  requests(socket, () => socket.write(reply));

/** Writes a little for ever. */
export function drip(socket: net.Socket, head: string) {
  socket.write(head);
  const timer = setInterval(() => socket.write(" "), 5);
  socket.on("close", () => clearInterval(timer));
}

export const status = (httpStatus: number, body = "{}", headers = "") =>
  answering(answer(httpStatus, body, headers));
export const ambiguous = (code: unknown, httpStatus?: number) => ({
  kind: "ambiguous",
  code,
  ...(httpStatus && { httpStatus }),
});
export const refused = (httpStatus: number, code: string, next: string) => ({
  kind: "refused",
  httpStatus,
  code,
  consequence: expect.objectContaining({ next }),
});
export const anyCode = expect.any(String);

/** The least X.509 certificate that a TLS server takes, signed by itself. */
function certificate(key: KeyObject, signer: KeyObject): string {
  const der = (tag: number, ...parts: Buffer[]): Buffer => {
    const body = Buffer.concat(parts);
    const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255];
    return Buffer.concat([Buffer.from([tag, ...length]), body]);
  };
  const sha256WithRsa = Buffer.from("300d06092a864886f70d01010b0500", "hex");
  const name = der(0x30, der(0x31, der(0x30, Buffer.from("0603550403", "hex"), der(0x0c, Buffer.from("x")))));
  const validity = der(
    0x30,
    ...["000101000000Z", "491231235959Z"].map((time) => der(0x17, Buffer.from(time))),
  );
  const spki = key.export({ type: "spki", format: "der" });
  const contents = der(0x30, der(0x02, Buffer.from([1])), sha256WithRsa, name, validity, name, spki);
  const signature = der(0x03, Buffer.from([0]), sign("sha256", contents, signer));
  const base64 = der(0x30, contents, sha256WithRsa, signature).toString("base64");
  return `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
}
