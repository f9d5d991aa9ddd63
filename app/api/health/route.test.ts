import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { attempts, carrierAccount } from "@/db/schema";
import { testDatabase } from "@/lib/testing";
import { GET } from "./route";

const t = testDatabase();

beforeAll(() => {
  process.env.DATABASE_URL = t.url;
});
beforeEach(async () => {
  await t.db.update(carrierAccount).set({ stoppedAt: null, stopReason: null, openUntil: null });
});

async function answer() {
  const response = await GET();
  return { status: response.status, body: await response.json() };
}

test("all is well", async () => {
  expect(await answer()).toEqual({
    status: 200,
    body: { ok: true, database: true, schema: true, degraded: [] },
  });
});

test("a refused account is said in words and is no reason to take the process away", async () => {
  await t.db
    .update(carrierAccount)
    .set({ stoppedAt: new Date(), stopReason: "The carrier account has no credit left." });
  const { status, body } = await answer();
  expect(status).toBe(200);
  expect(body.degraded).toEqual([expect.stringMatching(/^Texts are not leaving/)]);
});

test("so is sending that rests, and a carrier that fell silent", async () => {
  await t.db.update(carrierAccount).set({ openUntil: new Date() });
  const startedAt = new Date(Date.now() - 3_600_000);
  await t.db.insert(attempts).values(
    Array.from({ length: 5 }, () => ({
      ...{ id: randomUUID(), messageId: randomUUID(), threadId: randomUUID(), carrierId: randomUUID() },
      ...{ startedAt, leaseUntil: startedAt, settledAt: startedAt, outcome: "accepted" },
    })),
  );
  expect((await answer()).body.degraded).toEqual([
    expect.stringMatching(/^Sending rests/),
    expect.stringMatching(/no webhook/),
  ]);
});
