import { generateKeyPairSync, verify } from "node:crypto";
import { once } from "node:events";
import type net from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { vonageCarrier } from "./client";
import {
  accepted,
  ambiguous,
  answering,
  carrierAt,
  carrierId,
  listen,
  publicKey,
  refused,
  requests,
  status,
  text,
} from "./testing";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("over TLS a connection is kept, and a reset on it is ambiguous", async () => {
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  let connections = 0;
  const server = await listen(
    (socket) => {
      connections += 1;
      requests(socket, (_, nth) => (nth < 3 ? socket.write(accepted) : socket.destroy()));
    },
    { secure: true },
  );
  const carrier = carrierAt(server.secure);
  expect(await carrier.send(text)).toEqual({ kind: "accepted", carrierId });
  expect(await carrier.send(text)).toEqual({ kind: "accepted", carrierId });
  expect(await carrier.send(text)).toMatchObject({ kind: "ambiguous" });
  expect(connections).toBe(1);
});

test("calls share a connection and a token, and say what the carrier needs to know", async () => {
  const seen: string[] = [];
  let connections = 0;
  const server = await listen((socket) => {
    connections += 1;
    requests(socket, (request) => {
      seen.push(request);
      socket.write(accepted);
    });
  });
  const carrier = carrierAt(`${server.plain}/`);
  await carrier.send(text);
  await carrier.send({ ...text, text: "¿a lone \ud800 surrogate?" });

  expect(connections).toBe(1);
  const [one, two] = seen.map((request) => request.split("\r\n\r\n"));
  expect(one?.[0]).toMatch(/^POST \/v1\/messages HTTP\/1\.1\r\n/);
  const token = (head = "") => /authorization: Bearer (\S+)/i.exec(head)?.[1];
  expect(token(one?.[0])).toMatch(/^eyJ/);
  const [head, claims, signature] = token(one?.[0])?.split(".") ?? [];
  const signed = Buffer.from(`${head}.${claims}`);
  expect(verify("sha256", signed, publicKey, Buffer.from(signature ?? "", "base64url"))).toBe(true);
  expect(JSON.parse(Buffer.from(claims ?? "", "base64url").toString())).toMatchObject({
    application_id: "app",
  });
  expect(token(two?.[0])).toBe(token(one?.[0]));
  expect(JSON.parse(one?.[1] ?? "")).toEqual({
    channel: "sms",
    message_type: "text",
    from: "12125550100",
    to: "12125550123",
    text: text.text,
    client_ref: "ref-1",
  });
  expect(JSON.parse(two?.[1] ?? "").text).toBe("¿a lone \ud800 surrogate?");
});

test("a kept connection that the carrier closed is not used again", async () => {
  const sockets: net.Socket[] = [];
  const server = await listen((socket) => {
    sockets.push(socket);
    answering(accepted)(socket);
  });
  const carrier = carrierAt(server.plain);
  await carrier.send(text);
  const [first] = sockets;
  if (!first) throw new Error("nobody called");
  first.end();
  // Its close means that our side has seen the end and closed too.
  await once(first, "close");
  expect(await carrier.send(text)).toEqual({ kind: "accepted", carrierId });
  expect(sockets).toHaveLength(2);
});

test("a reset on a kept connection is ambiguous: the text may have been read", async () => {
  const server = await listen((socket) =>
    requests(socket, (_, nth) => (nth === 1 ? socket.write(accepted) : socket.resetAndDestroy())),
  );
  const carrier = carrierAt(server.plain);
  expect(await carrier.send(text)).toMatchObject({ kind: "accepted" });
  expect(await carrier.send(text)).toEqual(ambiguous("ECONNRESET"));
  expect(await carrier.send(text)).toMatchObject({ kind: "accepted" });
});

test("a call beyond the sockets is told so at once, and 128 go side by side", async () => {
  const waiting: net.Socket[] = [];
  const server = await listen((socket) => requests(socket, () => waiting.push(socket)));
  const carrier = carrierAt(server.plain, { totalMilliseconds: 20_000 });
  const calls = Array.from({ length: 128 }, () => carrier.send(text));
  expect(await carrier.send(text)).toEqual({ kind: "never_left", code: "no_socket" });
  await vi.waitFor(() => expect(waiting).toHaveLength(128), 20_000);
  for (const socket of waiting) socket.write(accepted);
  expect((await Promise.all(calls)).every(({ kind }) => kind === "accepted")).toBe(true);
  const again = carrier.send(text);
  await vi.waitFor(() => expect(waiting).toHaveLength(129));
  waiting[128]?.write(accepted);
  expect(await again).toMatchObject({ kind: "accepted" });
});

test.each([
  [202, { kind: "ambiguous", code: "answer_too_large", httpStatus: 202 }],
  [422, refused(422, "422", "fail")],
])("an answer of 100 MB is not read: %s", async (httpStatus, expected) => {
  let written = 0;
  const server = await listen((socket) =>
    requests(socket, () => {
      socket.write(`HTTP/1.1 ${httpStatus} X\r\nContent-Length: 100000000\r\n\r\n`);
      const more = () => {
        while (!socket.destroyed && written < 100_000_000 && socket.write(Buffer.alloc(64_000, 32)))
          written += 64_000;
      };
      socket.on("drain", more);
      more();
    }),
  );
  expect(await carrierAt(server.plain, { totalMilliseconds: 10_000 }).send(text)).toEqual(expected);
  expect(written).toBeLessThan(20_000_000);
});

test("a redirect is not followed", async () => {
  let calls = 0;
  const elsewhere = await listen(() => {
    calls += 1;
  });
  for (const n of [301, 302, 303, 307, 308])
    await carrierAt((await listen(status(n, "", `Location: ${elsewhere.plain}\r\n`))).plain).send(text);
  expect(calls).toBe(0);
});

const privatePem = { type: "pkcs8", format: "pem" } as const;
test.each([
  ["no key", "PRIVATE KEY of nobody"],
  ["a public key", publicKey.export({ type: "spki", format: "pem" }).toString()],
  [
    "a short key",
    generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey.export(privatePem).toString(),
  ],
  ["another kind of key", generateKeyPairSync("ed25519").privateKey.export(privatePem).toString()],
])("%s is told before anything is sent, and not quoted", (_, privateKey) => {
  const settings = { apiHost: "http://127.0.0.1:1", applicationId: "app", privateKey };
  expect(() => vonageCarrier(settings)).toThrow(
    /^VONAGE_PRIVATE_KEY is not an RSA private key of 2048 bits or more\.$/,
  );
});
