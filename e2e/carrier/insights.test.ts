import { expect, test } from "vitest";
import { bearer, givenCarrier, givenReceiver, patient } from "./testing";

const path = "/identity-insights/v1/requests";

async function given() {
  const carrier = await givenCarrier({ receiver: await givenReceiver() });
  const ask = (phone: unknown, authorization = bearer(), insights: object = { current_carrier: {} }) =>
    carrier.post(path, { phone_number: phone, insights }, { authorization });
  const play = (...rules: object[]) => carrier.post("/control/lookups/faults", { seed: "spring", rules });
  return { ...carrier, ask, playLookups: play };
}

test.each([
  ["13125550142", "OK", "MOBILE"],
  ["13125550170", "OK", "LANDLINE"],
  ["13125550171", "OK", "VIRTUAL"],
  ["13125550172", "NO_COVERAGE", undefined],
  ["13125550173", "OK", "TOLLFREE"],
  ["13125550174", "OK", "PREMIUM"],
  ["13125550175", "SUPPLIER_ERROR", undefined],
])("the ending of a number says what line it is: %s", async (phone, code, networkType) => {
  const carrier = await given();

  const response = await carrier.ask(phone);

  expect(response.status).toBe(200);
  const { insights } = await response.json();
  expect(Object.keys(insights)).toEqual(["current_carrier"]);
  expect(insights.current_carrier).toMatchObject({ status: { code } });
  expect(insights.current_carrier.network_type).toBe(networkType);
  expect(await carrier.get("/control/lookups")).toEqual([{ phone, at: expect.stringMatching(/Z$/) }]);
});

test("only what was asked for is told", async () => {
  const carrier = await given();

  const response = await carrier.ask(patient, bearer(), { current_carrier: {}, format: {} });

  expect(Object.keys((await response.json()).insights)).toEqual(["format", "current_carrier"]);
});

test("a lookup without a good token, number or question is refused and not kept", async () => {
  const carrier = await given();

  const answers = [
    await carrier.ask(patient, ""),
    await carrier.ask(patient, bearer({ claims: { application_id: "another" } })),
    await carrier.ask(`+${patient}`),
    await carrier.ask(patient, bearer(), { sim_swap: {} }),
    await carrier.post(path, "{", { authorization: bearer() }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([401, 401, 422, 422, 422]);
  expect(await carrier.get("/control/lookups")).toEqual([]);
});

test.each<[object, number]>([
  [{ fault: "throttle" }, 429],
  [{ fault: "refuse", httpStatus: 401 }, 401],
  [{ fault: "error_before" }, 503],
  [{ fault: "slow", ms: 1 }, 200],
  [{ fault: "garbage_reply" }, 202],
])("a fault of lookups leaves texts alone: %j", async (rule, status) => {
  const carrier = await given();
  await carrier.playLookups(rule);

  expect((await carrier.ask(patient)).status).toBe(status);
  expect((await carrier.send()).status).toBe(202);
});

test("a fault of texts leaves lookups alone", async () => {
  const carrier = await given();
  await carrier.play({ fault: "throttle" });

  expect((await carrier.ask(patient)).status).toBe(200);
});

test("a lookup may be reset", async () => {
  const carrier = await given();
  await carrier.playLookups({ fault: "reset_before" });

  await expect(carrier.ask(patient)).rejects.toThrow();
});

test("texts and lookups share the rate", async () => {
  const carrier = await given();
  await carrier.post("/control/rate", { perSecond: 0 });

  expect((await carrier.ask(patient)).status).toBe(429);
  expect((await carrier.send()).status).toBe(429);
});

test("a plan that makes no sense is refused", async () => {
  const carrier = await given();

  expect((await carrier.playLookups({ fault: "earthquake" })).status).toBe(400);
});
