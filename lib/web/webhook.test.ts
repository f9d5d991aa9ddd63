import { expect, test } from "vitest";
import { Forbidden } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { webhook } from "./webhook";

const t = testDatabase();
const address = "http://localhost:3000/api/vonage/inbound";

/** A call that arrives in pieces of 64 kB; says how many were asked for. */
function call(pieces: number, headers: Record<string, string> = {}) {
  let read = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (read === pieces) return controller.close();
        read += 1;
        controller.enqueue(new Uint8Array(64_000));
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request(address, { method: "POST", headers, body, duplex: "half" } as RequestInit);
  return { request, read: () => read };
}

function route(store: () => Promise<void> = async () => {}) {
  process.env.DATABASE_URL = t.url;
  return webhook("webhook.test", store);
}

test("a body that is too large is read no further than its limit, and not at all when it says so", async () => {
  const endless = call(10_000);
  expect((await route()(endless.request)).status).toBe(413);
  expect(endless.read()).toBeLessThan(10);

  const honest = call(10_000, { "content-length": "640000000" });
  expect((await route()(honest.request)).status).toBe(413);
  expect(honest.read()).toBe(0);
});

test("stored is 200, badly signed 401, and anything unforeseen 500, without a word", async () => {
  const answers = [
    await route()(call(1).request),
    await route(async () => Promise.reject(new Forbidden("webhook.test")))(call(1).request),
    await route(async () => Promise.reject(new Error("boom")))(call(1).request),
  ];
  expect(answers.map((answer) => answer.status)).toEqual([200, 401, 500]);
  for (const answer of answers) expect(await answer.text()).toBe("");
});
