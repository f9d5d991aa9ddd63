import { once } from "node:events";
import net from "node:net";
import { expect, test } from "vitest";
import {
  accepted,
  ambiguous,
  answering,
  anyCode,
  carrierAt,
  carrierId,
  drip,
  listen,
  problem,
  refused,
  requests,
  status,
  text,
} from "./testing";

// It shows before our first write or after it.
const eitherWay = { kind: expect.stringMatching(/^(never_left|ambiguous)$/), code: "ECONNRESET" };
const endless = "HTTP/1.1 202 X\r\nContent-Length: 1000\r\n\r\n{";

const onPlainSockets: [string, (socket: net.Socket) => void, unknown][] = [
  ["takes it", answering(accepted), { kind: "accepted", carrierId }],
  [
    "takes it, without a content type",
    answering(accepted.replace(/Content-Type.*\r\n/, "")),
    { kind: "accepted", carrierId },
  ],
  ["resets when connected", (s) => s.resetAndDestroy(), eitherWay],
  ["resets at the first byte", (s) => s.once("data", () => s.resetAndDestroy()), ambiguous("ECONNRESET")],
  ["resets when it has read all", (s) => requests(s, () => s.resetAndDestroy()), ambiguous("ECONNRESET")],
  ["closes without an answer", (s) => requests(s, () => s.end()), ambiguous("ECONNRESET")],
  ["never answers", () => {}, ambiguous("timeout")],
  ["never ends its head", (s) => drip(s, "HTTP/1.1 202 X\r\nX:"), ambiguous("timeout")],
  ["drips", (s) => drip(s, endless), ambiguous("timeout", 202)],
  [
    "says 202 and resets",
    (s) => requests(s, () => s.write(endless, () => s.resetAndDestroy())),
    ambiguous(anyCode, 202),
  ],
  ["says 202 and closes in the middle", (s) => requests(s, () => s.end(endless)), ambiguous(anyCode, 202)],
  ["says 202 with garbage", status(202, "<html>"), ambiguous("unreadable_answer", 202)],
  ["says 202 with nothing", status(202, ""), ambiguous("unreadable_answer", 202)],
  ["says 202 without an id", status(202, "{}"), ambiguous("unreadable_answer", 202)],
  [
    "says 202 with an id that is none",
    status(202, `{"message_uuid":"7"}`),
    ambiguous("unreadable_answer", 202),
  ],
  ["says 204", answering("HTTP/1.1 204 X\r\n\r\n"), ambiguous("unreadable_answer", 204)],
  ["speaks no HTTP", (s) => s.write("SSH-2.0-x\r\n"), ambiguous(anyCode)],
  [
    "sends an endless head",
    (s) => s.write(`HTTP/1.1 202 X\r\nX: ${"x".repeat(100_000)}`),
    ambiguous(anyCode),
  ],
  [
    "changes protocol",
    answering("HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"),
    ambiguous(anyCode),
  ],
  ...[500, 501, 502, 503, 504].map(
    (n) =>
      [`says ${n}`, status(n, problem("1000")), ambiguous("server_error", n)] as [
        string,
        () => void,
        unknown,
      ],
  ),
  ...[300, 301, 302, 303, 304].map(
    (n) =>
      [`says ${n}`, status(n, "", "Location: /elsewhere\r\n"), ambiguous("redirected", n)] as [
        string,
        () => void,
        unknown,
      ],
  ),
  ["says 307", status(307, "", "Location: /elsewhere\r\n"), refused(307, "307", "stop_account")],
  ["says 308", status(308, "", "Location: /elsewhere\r\n"), refused(308, "308", "stop_account")],
  ["says 400", status(400), refused(400, "400", "fail")],
  [
    "says 401",
    status(401, `{"type":"https://x/api-errors/#unathorized"}`),
    refused(401, "401", "stop_account"),
  ],
  ["says 402", status(402, "<html>"), refused(402, "402", "stop_account")],
  ["says 403", status(403), refused(403, "403", "stop_account")],
  ["says 404", status(404), refused(404, "404", "stop_account")],
  ["says 408", status(408), refused(408, "408", "retry")],
  ["says 429", status(429, problem("1000")), refused(429, "1000", "retry")],
  ["says 429 and drips", (s) => drip(s, endless.replace("202", "429")), refused(429, "429", "retry")],
  ["says 422", status(422), refused(422, "422", "fail")],
  ["says 422, 1150", status(422, problem("1150")), refused(422, "1150", "fail")],
  ["says 422, 1240", status(422, problem("1240")), refused(422, "1240", "stop_number")],
  ["says 422, 1430", status(422, problem("1430")), refused(422, "1430", "stop_number")],
  ["says 422, 1460", status(422, problem("1460")), refused(422, "1460", "back_off")],
  ["says 422, 1100", status(422, problem("1100")), refused(422, "1100", "stop_account")],
  ["says 422, 9999", status(422, problem("9999")), refused(422, "9999", "fail")],
];

test.each(onPlainSockets)("a carrier that %s", async (_, onSocket, expected) => {
  const outcome = await carrierAt((await listen(onSocket)).plain).send(text);
  expect(outcome).toEqual(expected);
  expect(JSON.stringify(outcome)).not.toMatch(/5550|confidence|eyJ/);
});

const notReached: [string, () => Promise<string>, string?][] = [
  ["nobody listens", closedPort, "ECONNREFUSED"],
  ["the name is unknown", async () => "http://carrier.invalid"],
  ["TLS meets a plain port", async () => (await listen(answering(accepted))).secure],
  [
    "TLS meets a plain port that talks first",
    async () => (await listen((s) => s.write("220 hello\r\n"))).secure,
  ],
  [
    "the handshake is reset",
    async () => (await listen((s) => s.once("data", () => s.resetAndDestroy()))).secure,
  ],
  ["the handshake is cut off", async () => (await listen((s) => s.once("data", () => s.end()))).secure],
  ["the handshake hangs", async () => (await listen(() => {})).secure, "connect_timeout"],
];

test.each(notReached)("it never left when %s", async (_, host, code) => {
  const outcome = await carrierAt(await host()).send(text);
  expect(outcome).toEqual({ kind: "never_left", code: code ?? anyCode });
  expect(JSON.stringify(outcome)).not.toMatch(/5550|confidence|eyJ/);
});

async function closedPort() {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${port}`;
}

test("a certificate that is not trusted gets no byte of the text", async () => {
  const read: string[] = [];
  const server = await listen((socket) => socket.on("data", (piece) => read.push(piece.toString())), {
    secure: true,
  });
  expect(await carrierAt(server.secure).send(text)).toEqual({
    kind: "never_left",
    code: "DEPTH_ZERO_SELF_SIGNED_CERT",
  });
  expect(read).toEqual([]);
});
