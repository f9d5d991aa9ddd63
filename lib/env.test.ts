import { expect, test } from "vitest";
import { insightsHostOf, readEnvironment } from "./env";

const good = {
  DATABASE_URL: "postgres://app:secret@localhost/hearback",
  PHI_KEYS: `1:${Buffer.alloc(32, 1).toString("base64")}`,
  INDEX_KEY: Buffer.alloc(32, 2).toString("base64"),
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "x".repeat(32),
};
const carrier = {
  VONAGE_API_KEY: "abcd1234",
  VONAGE_APPLICATION_ID: "4b1e9a0e-52b5-4a5e-9a7e-6d2f0f6f1a11",
  VONAGE_PRIVATE_KEY: "-----BEGIN PRIVATE KEY-----\\nAA\\n-----END PRIVATE KEY-----",
  VONAGE_SIGNATURE_SECRET: "0123456789abcdef",
};

test("good settings pass, with or without a carrier", () => {
  expect(readEnvironment(good).LOG_LEVEL).toBe("info");
  expect(readEnvironment({ ...good, ...carrier }).VONAGE_API_KEY).toBe("abcd1234");
  expect(readEnvironment({ ...good, VONAGE_API_KEY: "" }).VONAGE_API_KEY).toBeUndefined();
});

test.each([
  [{ DATABASE_URL: undefined }, "DATABASE_URL is missing"],
  [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL must start with postgres"],
  [{ PHI_KEYS: "1:c2hvcnQ=" }, "PHI_KEYS must list keys"],
  [{ PHI_KEYS: `300:${Buffer.alloc(32).toString("base64")}` }, "PHI_KEYS must list keys"],
  [{ INDEX_KEY: "short" }, "INDEX_KEY must be base64 of exactly 32 bytes"],
  [{ NEXTAUTH_URL: "hearback" }, "NEXTAUTH_URL must be the address"],
  [{ NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET must have 32"],
  [{ ...carrier, VONAGE_PRIVATE_KEY: undefined }, "VONAGE_PRIVATE_KEY is missing while"],
  [{ CLOCK_OFFSET_SECONDS: "60" }, "CLOCK_OFFSET_SECONDS may be set only"],
  [
    { CLOCK_OFFSET_SECONDS: "60", VONAGE_API_HOST: "https://api.nexmo.com" },
    "CLOCK_OFFSET_SECONDS may be set only",
  ],
  [
    { VONAGE_API_HOST: "http://127.0.0.1:4010", VONAGE_INSIGHTS_HOST: "https://api-eu.vonage.com" },
    "VONAGE_INSIGHTS_HOST and VONAGE_API_HOST must both be",
  ],
  [{ VONAGE_INSIGHTS_HOST: "http://127.0.0.1:4010" }, "VONAGE_INSIGHTS_HOST and VONAGE_API_HOST must both"],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be"],
])("bad settings are named in a sentence: %o", (bad, sentence) => {
  expect(() => readEnvironment({ ...good, ...bad })).toThrow(sentence);
});

test("the clock may move where the carrier is simulated", () => {
  const moved = readEnvironment({
    ...good,
    VONAGE_API_HOST: "http://127.0.0.1:4010",
    CLOCK_OFFSET_SECONDS: "-3600",
  });
  expect(moved.CLOCK_OFFSET_SECONDS).toBe(-3600);
});

test("lines are looked up where texts go when that is the simulated carrier, else at Vonage", () => {
  const hostOf = (settings: object) => insightsHostOf(readEnvironment({ ...good, ...settings }));
  const real = { VONAGE_API_HOST: "https://api.nexmo.com" };
  expect(hostOf({ VONAGE_API_HOST: "http://127.0.0.1:4010" })).toBe("http://127.0.0.1:4010");
  expect(hostOf({})).toBe("https://api-eu.vonage.com");
  expect(hostOf(real)).toBe("https://api-eu.vonage.com");
  expect(hostOf({ ...real, VONAGE_INSIGHTS_HOST: "https://api-us.vonage.com" })).toBe(
    "https://api-us.vonage.com",
  );
});
