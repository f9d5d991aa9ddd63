import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { webhookAccount, webhookCall } from "@/lib/testing-webhook";
import { POST } from "./route";

beforeAll(() => {
  // Nobody listens there.
  Object.assign(process.env, webhookAccount, { DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" });
});

test("while the database is away the answer is 503, so that the carrier comes again, and one line says so", async () => {
  const failed = vi.spyOn(log, "error");
  const receipt = { channel: "sms", message_uuid: randomUUID(), status: "delivered", to: "12125550123" };
  expect((await POST(webhookCall(receipt))).status).toBe(503);
  expect(failed.mock.calls).toHaveLength(1);
  expect(JSON.stringify(failed.mock.calls)).not.toMatch(/2125550123/);
});
