import { expect, test } from "vitest";
import { givenCarrier, givenReceiver, patient } from "./testing";
import { createWindows } from "./windows";

test("the ledger is read in parts, and knows what came twice", async () => {
  const carrier = await givenCarrier({ receiver: await givenReceiver() });
  for (const client_ref of ["one", "two", "one", undefined]) await carrier.send({ client_ref });
  await carrier.send({ client_ref: "three", to: "13125550143" });

  const numbers = async (asked: string) =>
    (await carrier.get(`/control/ledger?${asked}`)).map(({ n }: { n: number }) => n);
  expect(await numbers("after=2")).toEqual([3, 4, 5]);
  expect(await numbers("after=1&limit=2")).toEqual([2, 3]);
  expect(await numbers(`to=${patient}&after=3`)).toEqual([4]);
  expect(await numbers("to=13125550144")).toEqual([]);
  expect((await carrier.post("/control/receipts", {})).status).toBe(400);
  expect(await carrier.get("/control/ledger/summary")).toEqual({
    count: 5,
    last: 5,
    clientRefs: 3,
    withoutRef: 1,
    doubledCount: 1,
    doubled: [{ client_ref: "one", times: 2 }],
  });
});

test("each second's calls are counted by what became of them", async () => {
  const carrier = await givenCarrier({ receiver: await givenReceiver(), perSecond: 4 });
  await carrier.send({ text: "x".repeat(161) });
  await carrier.send({ to: "nobody" });
  await carrier.play({ fault: "error_before", limit: 1 }, { fault: "reset_after", limit: 1 });
  await carrier.send();
  await carrier.send().catch(() => {});
  await carrier.send();
  await carrier.send();

  const { seconds, busiest, busiestAfterThrottle, firstThrottleAt } = await carrier.get("/control/windows");

  const total = (name: string) =>
    seconds.reduce((sum: number, second: Record<string, number>) => sum + (second[name] ?? 0), 0);
  expect(total("calls")).toBe(6);
  expect(total("refused")).toBe(1);
  expect(total("failed")).toBe(1);
  expect(total("accepted") + total("throttled")).toBe(4);
  expect(busiest.calls).toBeGreaterThanOrEqual(busiestAfterThrottle.calls);
  expect(typeof firstThrottleAt === "number").toBe(total("throttled") > 0);
  await carrier.post("/control/windows", {});
  expect((await carrier.get("/control/windows")).seconds).toEqual([]);
});

test("the busiest second may start anywhere", () => {
  let now = 0;
  const windows = createWindows(() => now);
  const at = (time: number, outcome: Parameters<typeof windows.note>[0], segments = 0) => {
    now = time;
    windows.note(outcome, segments);
  };
  for (let n = 0; n < 5; n += 1) at(600 + n, "accepted", 2);
  for (let n = 0; n < 4; n += 1) at(1_500 + n, "accepted", 1);
  at(2_000, "throttled");
  for (let n = 0; n < 3; n += 1) at(2_100 + n, "accepted", 1);
  at(3_100, "failed");

  const report = windows.report();

  expect(report.busiest).toEqual({ calls: 9, accepted: 9, segments: 14 });
  expect(report.firstThrottleAt).toBe(2_000);
  expect(report.busiestAfterThrottle).toEqual({ calls: 3, accepted: 3, segments: 3 });
  expect(report.seconds.map(({ second, calls }) => [second, calls])).toEqual([
    [0, 5],
    [1, 4],
    [2, 4],
    [3, 1],
  ]);
  expect(windows.report(1).seconds).toHaveLength(2);
});
