import { expect, test } from "vitest";
import { askedInside, insideInbox } from "./inbox-route";

const inside = (address: string) => insideInbox(new URL(address, "https://care.example"));

test("what the queue shows is a part of the route inside, the same however it was asked for", () => {
  expect(inside("/inbox")).toBe("/inbox/-");
  expect(inside("/inbox/0198")).toBe("/inbox/-/0198");
  expect(inside("/inbox?view=mine")).toBe("/inbox/view%3Dmine");
  expect(inside("/inbox/0198?view=mine&language=es")).toBe("/inbox/language%3Des%26view%3Dmine/0198");
  expect(inside("/inbox/0198?language=es&view=mine&_rsc=1x")).toBe(
    inside("/inbox/0198?view=mine&language=es"),
  );
});

test("other pages, and what is inside already, are left as they are", () => {
  for (const address of ["/patients", "/inboxes", "/patients/0198?view=mine", "/inbox/-/0198"])
    expect(inside(address)).toBe(null);
});

test("what was asked for is read back from it", () => {
  const asked = (address: string) => askedInside(inside(address)?.split("/")[2] ?? "");
  expect(asked("/inbox")).toEqual({});
  expect(asked("/inbox/0198?view=mine&language=es")).toEqual({ view: "mine", language: "es" });
  expect(asked("/inbox?view=a%2Fb%26c")).toEqual({ view: "a/b&c" });
});
