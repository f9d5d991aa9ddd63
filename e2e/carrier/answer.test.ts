import { request } from "node:http";
import { expect, test } from "vitest";
import type { AskedRule } from "./fault";
import { bearer, givenCarrier, givenReceiver, patient, text } from "./testing";

test.each<[AskedRule, number, string]>([
  [{ fault: "throttle" }, 429, "api-errors/messages#1000"],
  [{ fault: "refuse", httpStatus: 401 }, 401, "api-errors/#unathorized"],
  [{ fault: "refuse", httpStatus: 401, code: "unprovisioned" }, 401, "api-errors/#unprovisioned"],
  [{ fault: "refuse", httpStatus: 402 }, 402, "api-errors/#low-balance"],
  [{ fault: "refuse", httpStatus: 402, code: "1070" }, 402, "api-errors/messages#1070"],
  [{ fault: "refuse", httpStatus: 403 }, 403, "api-errors/messages#1080"],
  [{ fault: "refuse" }, 422, "api-errors/messages#1150"],
  [{ fault: "refuse", code: "1120" }, 422, "api-errors/messages#1120"],
  [{ fault: "refuse", code: "1430" }, 422, "api-errors/messages#1430"],
  [{ fault: "error_before", httpStatus: 500 }, 500, "api-errors/messages#1000"],
])("%j is refused with a problem and never accepted", async (rule, status, type) => {
  const carrier = await givenCarrier({ receiver: await givenReceiver() });
  await carrier.play(rule);

  const response = await carrier.send();

  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({
    type: `https://developer.vonage.com/${type}`,
    title: expect.stringMatching(/^[A-Z]/),
    detail: expect.any(String),
    instance: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  expect(await carrier.get("/control/ledger")).toEqual([]);
});

test.each<[AskedRule, accepted: boolean, seen: object]>([
  [{ fault: "error_before", httpStatus: 503 }, false, { status: 503, body: /^<html>/, complete: true }],
  [{ fault: "error_after", httpStatus: 500 }, true, { status: 500, body: /#1000/, complete: true }],
  [{ fault: "error_after", httpStatus: 502 }, true, { status: 502, body: /^<html>/, complete: true }],
  [{ fault: "hang", ms: 100 }, true, { error: "ECONNRESET" }],
  [{ fault: "hang", ms: 100, accepted: false }, false, { error: "ECONNRESET" }],
  [{ fault: "reset_before" }, false, { error: "ECONNRESET" }],
  [{ fault: "reset_after" }, true, { error: "ECONNRESET" }],
  [
    { fault: "slow_drip", ms: 2 },
    true,
    { status: 202, body: /^\{"message_uuid":"[^"]+"\}$/, complete: true },
  ],
  [{ fault: "garbage_reply" }, true, { status: 202, body: /^<!doctype/, complete: true }],
  [{ fault: "garbage_reply", body: "no_uuid" }, true, { status: 202, body: /^\{"status":"ok"\}$/ }],
  [{ fault: "garbage_reply", body: "empty" }, true, { status: 202, body: /^$/, complete: true }],
  [{ fault: "slow", ms: 20 }, true, { status: 202, body: /^\{"message_uuid":"[^"]+"\}$/ }],
])("%j, accepted: %s", async (rule, accepted, { body, ...seen }: { body?: RegExp }) => {
  const receiver = await givenReceiver();
  const carrier = await givenCarrier({ receiver });
  await carrier.play(rule);

  const answer = await callPlainly(carrier.url);

  expect(answer).toMatchObject(seen);
  if (body) expect(answer.body).toMatch(body);
  const lines = accepted ? [{ client_ref: "attempt-1", to: patient }] : [];
  expect(await carrier.get("/control/ledger")).toMatchObject(lines);
  expect(await carrier.get("/control/fired")).toMatchObject([
    { n: 1, fault: rule.fault, client_ref: "attempt-1", to: patient, accepted },
  ]);
  await carrier.settled();
  const statuses = receiver.at("/status").map(({ status }) => status);
  expect(statuses.sort()).toEqual(accepted ? ["delivered", "submitted"] : []);
});

test("a hang is accepted before the caller gives up", async () => {
  const carrier = await givenCarrier({ receiver: await givenReceiver() });
  await carrier.play({ fault: "hang", ms: 60_000 });

  expect(await callPlainly(carrier.url, { timeout: 100 })).toEqual({ error: "ETIMEDOUT" });

  expect(await carrier.get("/control/ledger")).toHaveLength(1);
});

test("a slow drip shows its headers at once, then goes byte by byte", async () => {
  const carrier = await givenCarrier({ receiver: await givenReceiver() });
  await carrier.play({ fault: "slow_drip", ms: 60_000 });

  expect(await callPlainly(carrier.url, { timeout: 100 })).toEqual({
    status: 202,
    body: "",
    complete: false,
  });

  expect(await carrier.get("/control/ledger")).toHaveLength(1);
});

test("a huge reply is as large as asked, and true", async () => {
  const carrier = await givenCarrier({ receiver: await givenReceiver() });
  await carrier.play({ fault: "huge_reply", megabytes: 3 });

  const body = await (await carrier.send()).text();

  expect(body.length).toBeGreaterThan(3 * 1024 * 1024);
  const [line] = await carrier.get("/control/ledger");
  expect(JSON.parse(body).message_uuid).toBe(line.message_uuid);
});

test("the receipt can come before the answer", async () => {
  const order: string[] = [];
  const receiver = await givenReceiver(0, ({ rawBody }) => {
    order.push(JSON.parse(rawBody).status);
    return 200;
  });
  const carrier = await givenCarrier({ receiver, patients: "spring" });
  await carrier.play({ fault: "receipt_first" });

  const response = await carrier.send();
  order.push("answer");
  await carrier.settled();

  expect(response.status).toBe(202);
  expect(order).toEqual(["submitted", "answer", "delivered"]);
});

test("a receipt that nobody takes does not keep the answer for ever", async () => {
  const gone = await givenReceiver();
  gone.close();
  const carrier = await givenCarrier({ receiver: gone });
  await carrier.play({ fault: "receipt_first" });

  expect((await carrier.send()).status).toBe(202);
});

type Answer = { status?: number; body?: string; complete?: boolean; error?: string };

/** Without the manners of fetch: tells what came over the wire, up to an error or the time-out. */
function callPlainly(url: string, { timeout = 10_000 } = {}): Promise<Answer> {
  const { promise, resolve } = answerOf();
  let answered = false;
  const headers = { "content-type": "application/json", authorization: bearer() };
  const call = request(`${url}/v1/messages`, { method: "POST", headers, timeout }, (response) => {
    answered = true;
    let body = "";
    response.on("data", (chunk) => {
      body += chunk;
    });
    response.on("error", () => {});
    response.on("close", () => resolve({ status: response.statusCode, body, complete: response.complete }));
  });
  call.on("timeout", () => call.destroy(Object.assign(new Error("time-out"), { code: "ETIMEDOUT" })));
  call.on("error", (error: NodeJS.ErrnoException) => {
    if (!answered) resolve({ error: error.code });
  });
  call.end(JSON.stringify({ ...text, client_ref: "attempt-1" }));
  return promise;
}

function answerOf() {
  let resolve: (answer: Answer) => void = () => {};
  const promise = new Promise<Answer>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
