import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { addressOf, type Place, placeOf } from "./place";

const [thread, last] = [newId(), newId()];

test("a conversation keeps the place of the queue that it was opened from", () => {
  const places: Place[] = [
    { view: "waiting", after: undefined },
    { view: "recent", after: undefined },
    { view: "unknown", after: last },
    { view: "waiting", after: last },
    { view: "recent", after: last },
  ];
  for (const place of places) {
    const url = new URL(addressOf(place, thread), "http://localhost");
    expect(url.pathname).toBe(`/inbox/${thread}`);
    expect(placeOf(Object.fromEntries(url.searchParams))).toEqual(place);
  }
  expect(addressOf({ view: "waiting" })).toBe("/inbox");
});

test("an address that asks for nothing that there is shows the queue from its top", () => {
  const queue = { view: "waiting", after: undefined };
  expect(placeOf({})).toEqual(queue);
  expect(placeOf({ view: "toString", after: "1' or '1'='1" })).toEqual(queue);
  expect(placeOf({ view: ["mine", "recent"], after: [last, last] })).toEqual(queue);
});
