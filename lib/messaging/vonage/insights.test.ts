import type net from "node:net";
import { expect, test } from "vitest";
import { answerOf, type LineAnswer, vonageInsights } from "./insights";
import { answer, answering, drip, listen, pem, requests, status } from "./testing";

const number = "+12125550123";
const quick = { connectMilliseconds: 300, totalMilliseconds: 300 };
const insightsAt = (insightsHost: string) =>
  vonageInsights({ insightsHost, applicationId: "app", privateKey: pem }, quick);
const body = (current_carrier: unknown, more: object = {}) =>
  JSON.stringify({ request_id: "1", insights: { current_carrier, ...more } });
const line = (network_type: unknown, code = "OK") =>
  body({ network_type, name: "Test", status: { code, message: "m" } });
const read = (text: string | null, httpStatus = 200): LineAnswer =>
  answerOf({ kind: "answered", httpStatus, body: text });

test("the carrier learns the number and what is asked, and nothing else", async () => {
  const seen: string[] = [];
  const server = await listen((socket) =>
    requests(socket, (request) => {
      seen.push(request);
      socket.write(answer(200, line("MOBILE")));
    }),
  );
  const insights = insightsAt(`${server.plain}/`);
  expect(await insights.lineTypeOf(number)).toEqual({ kind: "known", lineType: "mobile" });
  await insights.lineTypeOf(number);

  const [one, two] = seen.map((request) => request.split("\r\n\r\n"));
  expect(one?.[0]).toMatch(/^POST \/identity-insights\/v1\/requests HTTP\/1\.1\r\n/);
  const token = (head = "") => /authorization: Bearer (eyJ\S+)/i.exec(head)?.[1];
  expect(token(one?.[0])).toBeDefined();
  expect(token(two?.[0])).toBe(token(one?.[0]));
  expect(JSON.parse(one?.[1] ?? "")).toEqual({
    phone_number: "12125550123",
    insights: { current_carrier: {}, format: {} },
  });
});

test.each([
  ["MOBILE", "mobile"],
  ["Landline", "landline"],
  ["tollfree", "toll_free"],
  ["PREMIUM", "premium"],
  ["VIRTUAL", "virtual"],
  ["PAGER", "unknown"],
  ["constructor", "unknown"],
  ["", "unknown"],
  [null, "unknown"],
  [7, "unknown"],
])("the network type %j is %s", (networkType, lineType) => {
  expect(read(line(networkType))).toEqual({ kind: "known", lineType });
});

const unknown = { kind: "known", lineType: "unknown" };
test.each<[string, unknown]>([
  ["PARTIAL_SUCCESS", { kind: "known", lineType: "mobile" }],
  ["INVALID_NUMBER_FORMAT", unknown],
  ["UNSUPPORTED_NETWORK_TYPE", unknown],
  ["NO_COVERAGE", unknown],
  ["NOT_FOUND", unknown],
  ["SUPPLIER_ERROR", { kind: "later", code: "SUPPLIER_ERROR" }],
  ["INTERNAL_ERROR", { kind: "later", code: "INTERNAL_ERROR" }],
  ["UNAUTHORIZED", { kind: "off", code: "UNAUTHORIZED" }],
  ["INVALID_PURPOSE", { kind: "off", code: "INVALID_PURPOSE" }],
  ["+12125550123 is odd", { kind: "later", code: "unreadable_answer" }],
])("an insight whose status is %s", (code, expected) => {
  expect(read(line("MOBILE", code))).toEqual(expected);
});

test("each insight has a status of its own: a format that failed says nothing of the carrier's", () => {
  const format = { status: { code: "INTERNAL_ERROR" } };
  expect(read(body({ network_type: "LANDLINE", status: { code: "OK" } }, { format }))).toEqual({
    kind: "known",
    lineType: "landline",
  });
});

test.each([["<html>"], [""], ["{}"], ["[]"], ["null"], [body(null)], [body({ network_type: "MOBILE" })]])(
  "an answer that makes no sense is for later: %s",
  (text) => {
    expect(read(text)).toEqual({ kind: "later", code: "unreadable_answer" });
  },
);

test.each([301, 307, 400, 404, 408, 422, 429, 500, 502, 503])("HTTP %d is for later", (httpStatus) => {
  expect(read("{}", httpStatus)).toEqual({ kind: "later", code: String(httpStatus) });
});

test.each([401, 402, 403])("HTTP %d means that our account may not ask", (httpStatus) => {
  expect(read("<html>", httpStatus)).toEqual({ kind: "off", code: String(httpStatus) });
});

const faults: [string, (socket: net.Socket) => void, string][] = [
  ["never answers", () => {}, "timeout"],
  ["drips", (s) => drip(s, "HTTP/1.1 200 X\r\nContent-Length: 1000\r\n\r\n{"), "timeout"],
  ["resets", (s) => requests(s, () => s.resetAndDestroy()), "ECONNRESET"],
  ["answers without end", status(200, "x".repeat(100_000)), "answer_too_large"],
  ["points elsewhere", answering(answer(307, "", "Location: http://127.0.0.1:1/\r\n")), "307"],
];
test.each(faults)("a carrier that %s is asked later", async (_, onSocket, code) => {
  const insights = insightsAt((await listen(onSocket)).plain);
  expect(await insights.lineTypeOf(number)).toEqual({ kind: "later", code });
});

test("nobody listens: later, and nothing of the number is told on", async () => {
  const found = await insightsAt("http://127.0.0.1:1").lineTypeOf(number);
  expect(found).toEqual({ kind: "later", code: "ECONNREFUSED" });
});
