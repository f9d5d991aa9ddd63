import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { carrierEvents } from "@/db/schema";
import { log } from "@/lib/log";
import { testDatabase } from "@/lib/testing";
import { type Forgery, webhookAccount, webhookCall } from "@/lib/testing-webhook";
import { POST } from "./route";

const t = testDatabase();
const warned = vi.spyOn(log, "warn");
const failed = vi.spyOn(log, "error");
const lines = () => [...warned.mock.calls, ...failed.mock.calls].map((line) => JSON.stringify(line));
const stored = () => t.db.$count(carrierEvents);

beforeAll(() => {
  Object.assign(process.env, webhookAccount, { DATABASE_URL: t.url });
});
beforeEach(() => {
  warned.mockClear();
  failed.mockClear();
});

const text = (more = {}) => ({
  channel: "sms",
  message_uuid: randomUUID(),
  from: "12125550123",
  to: "12125550100",
  timestamp: "2026-03-04T15:00:00Z",
  text: "no siento al bebé",
  ...more,
});

const refusals: [string, number, unknown, Forgery][] = [
  ["no signature", 401, text(), { unsigned: true }],
  ["a wrong signature", 401, text(), { secret: "somebody else's secret" }],
  ["a stale signature", 401, text(), { ageSeconds: 301 }],
  ["an altered body", 401, text(), { sent: JSON.stringify(text({ text: "STOP" })) }],
  ["alg none", 401, text(), { alg: "none" }],
  ["a body that is not JSON", 422, "12125550123 says no siento", {}],
  ["a body without an id", 422, text({ message_uuid: undefined }), {}],
  ["a body without a sender", 422, text({ from: undefined }), {}],
  ["a body that is too large", 413, text({ text: "long ".repeat(60_000) }), {}],
];
test.each(refusals)(
  "%s is answered %i, logged in one line without the patient, and not stored",
  async (_, status, said, forgery) => {
    const before = await stored();
    const answer = await POST(webhookCall(said, forgery));
    expect([answer.status, await answer.text()]).toEqual([status, ""]);
    expect(await stored()).toBe(before);
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).not.toMatch(/2125550|siento|long long/);
  },
);

const picture = {
  channel: "mms",
  message_type: "image",
  text: undefined,
  image: { url: "https://x.example/1" },
};
const oddities: [string, Record<string, unknown>][] = [
  ["letters as sender", { from: "VALLEYCARE" }],
  ["a number that is not ours", { to: "19995550100" }],
  ["100 kB of text", { text: "long ".repeat(20_000) }],
  ["a NUL", { text: "hello\u0000" }],
  ["a lone surrogate", { text: "hello \ud83d" }],
  ["a picture", picture],
];
test.each(oddities)("%s is stored once, however often it comes at once", async (_, more) => {
  const before = await stored();
  const said = text(more);
  const answers = await Promise.all(Array.from({ length: 5 }, () => POST(webhookCall(said))));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
  expect(await stored()).toBe(before + 1);
  expect(lines()).toEqual([]);
});
