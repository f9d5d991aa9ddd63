import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { attempts, carrierEvents } from "@/db/schema";
import { log } from "@/lib/log";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { watchWebhooks, webhookSilence } from "./webhook-silence";

const t = testDatabase();
const later = (minutes: number) => new Date(wednesdayMorning.getTime() + minutes * 60_000);

beforeEach(async () => {
  await t.db.delete(attempts);
  await t.db.delete(carrierEvents);
});

async function accepted(minutes: number, count = 1): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await t.db.insert(attempts).values(
    ids.map((carrierId) => ({
      ...{
        id: randomUUID(),
        messageId: randomUUID(),
        threadId: randomUUID(),
        carrierId,
        outcome: "accepted",
      },
      ...{ startedAt: later(minutes), leaseUntil: later(minutes), settledAt: later(minutes) },
    })),
  );
  return ids;
}
const called = (minutes: number, carrierId: string = randomUUID()) =>
  t.db.insert(carrierEvents).values({
    ...{ carrierId, kind: "status" as const, status: "delivered", id: t.given.newId() },
    ...{ payload: Buffer.from("none"), receivedAt: later(minutes) },
  });
const at = (minutes: number) => webhookSilence(t.loopCtx({ now: later(minutes) }));

test("silence is five accepted texts without a webhook, the oldest over five minutes ago", async () => {
  await called(0);
  await accepted(1, 4);
  expect(await at(60)).toBeNull();
  await accepted(2);
  expect(await at(6)).toBeNull();
  expect(await at(6.1)).toEqual({ since: later(0), texts: 5 });
  await called(7);
  expect(await at(60)).toBeNull();
});

test("where receipts usually take long, so does the patience: ten times the median", async () => {
  for (const id of await accepted(0, 3)) await called(2, id);
  await accepted(3, 5);
  expect(await at(22)).toBeNull();
  expect(await at(23.1)).toEqual({ since: later(2), texts: 5 });
});

test("a carrier that never called is silent since the first text", async () => {
  await accepted(1, 5);
  expect(await at(7)).toEqual({ since: later(1), texts: 5 });
});

test("the log says once when it begins and once when it ends", async () => {
  const began = vi.spyOn(log, "error");
  const ended = vi.spyOn(log, "info");
  await accepted(1, 5);
  for (const minutes of [7, 8, 9]) await watchWebhooks(t.loopCtx({ now: later(minutes) }));
  await called(10);
  for (const minutes of [11, 12]) await watchWebhooks(t.loopCtx({ now: later(minutes) }));
  expect([began.mock.calls.length, ended.mock.calls.length]).toEqual([1, 1]);
});
