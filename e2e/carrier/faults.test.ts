import { expect, test } from "vitest";
import { createFaults } from "./faults";
import { givenCarrier, givenReceiver, patient } from "./testing";

const refs = Array.from({ length: 2_000 }, (_, n) => `attempt-${n}`);

function given(...rules: object[]) {
  const faults = createFaults(false);
  expect(faults.replace({ seed: "spring", rules })).toBeNull();
  return faults;
}

test("a share of all calls is hit, the same for a seed and others for another", () => {
  const hit = (seed: string) => {
    const faults = createFaults(false);
    faults.replace({ seed, rules: [{ fault: "throttle", share: 0.1 }] });
    return refs.filter((ref) => faults.first(["throttle"], { ref, phone: patient }));
  };

  expect(hit("spring").length / refs.length).toBeCloseTo(0.1, 1);
  expect(hit("spring")).toEqual(hit("spring"));
  expect(hit("spring")).not.toEqual(hit("autumn"));
});

test("a rule has an end, and may be for one phone only", () => {
  const faults = given(
    { fault: "throttle", to: "13125550143" },
    { fault: "error_before", limit: 2 },
    { fault: "reset_after", share: 0 },
  );
  const played = (phone: string) =>
    faults.first(["throttle", "error_before", "reset_after"], { ref: "attempt-1", phone })?.fault ?? null;

  expect([patient, patient, patient, "13125550143"].map(played)).toEqual([
    "error_before",
    "error_before",
    null,
    "throttle",
  ]);
  expect(faults.report().rules.map(({ fired }) => fired)).toEqual([1, 2, 0]);
});

test("the endings of numbers act when they are told to; three always do", async () => {
  const carrier = await givenCarrier({ receiver: await givenReceiver() });
  const acting = async () => {
    const { endings } = await carrier.get("/control/fates");
    return endings
      .filter(({ acts }: { acts: boolean }) => acts)
      .map(({ ending }: { ending: string }) => ending);
  };

  expect(await acting()).toEqual(["0190", "0191", "0193"]);
  expect((await carrier.send({ to: "13125550180" })).status).toBe(202);
  await carrier.post("/control/fates", { on: true });
  expect(await acting()).toHaveLength(20);
  expect((await carrier.send({ to: "13125550180" })).status).toBe(429);
  expect((await carrier.send({ to: "13125550181" })).status).toBe(422);
  expect((await carrier.send({ to: patient })).status).toBe(202);
});

test("a plan replaces the one before, and tells how often each fault was played", async () => {
  const carrier = await givenCarrier({ receiver: await givenReceiver() });
  await carrier.play({ fault: "throttle" });
  await carrier.play({ fault: "refuse", httpStatus: 402, limit: 1 }, { fault: "no_receipts" });

  const responses = [await carrier.send(), await carrier.send({ client_ref: "attempt-2" })];

  expect(responses.map(({ status }) => status)).toEqual([402, 202]);
  expect(await carrier.get("/control/faults")).toEqual({
    seed: "spring",
    rules: [
      { fault: "refuse", httpStatus: 402, code: "", share: 1, to: null, limit: 1, fired: 1 },
      { fault: "no_receipts", share: 1, to: null, limit: null, fired: 1 },
    ],
  });
  expect(await carrier.get("/control/fired?after=1")).toMatchObject([
    { n: 2, fault: "no_receipts", client_ref: "attempt-2", accepted: true },
  ]);
  expect(await carrier.get("/control/fired?fault=refuse")).toMatchObject([{ n: 1, accepted: false }]);
});

test.each([
  {},
  { rules: "all" },
  { rules: ["throttle"] },
  { rules: [{ fault: "earthquake" }] },
  { rules: [{ fault: "toString" }] },
  { rules: [{ fault: "throttle", share: 2 }] },
  { rules: [{ fault: "throttle", to: "+13125550142" }] },
  { rules: [{ fault: "throttle", limit: -1 }] },
  { rules: [{ fault: "throttle", ms: 5 }] },
  { rules: [{ fault: "hang", ms: "long" }] },
  { rules: [{ fault: "refuse", httpStatus: 500 }] },
  { rules: [{ fault: "garbage_reply", body: "rubbish" }] },
  { rules: [], seed: 1 },
])("a plan that makes no sense is refused, and the old one stays: %j", async (plan) => {
  const carrier = await givenCarrier({ receiver: await givenReceiver() });
  await carrier.play({ fault: "throttle" });

  const response = await carrier.post("/control/faults", plan);

  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ detail: expect.stringMatching(/\.$/) });
  expect((await carrier.send()).status).toBe(429);
});
