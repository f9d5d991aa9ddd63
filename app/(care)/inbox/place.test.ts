import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { addressOf, type Place, placeOf } from "./place";

const [thread, last] = [newId(), newId()];

test("a conversation keeps the place of the queue that it was opened from", () => {
  const all = { after: undefined, programId: undefined, campaignId: undefined, language: undefined };
  const places: Place[] = [
    { ...all, view: "waiting" },
    { ...all, view: "recent" },
    { ...all, view: "unknown", after: last },
    { ...all, view: "waiting", after: last },
    { ...all, view: "snoozed", programId: last, language: "es" },
    { ...all, view: "closed", campaignId: last, after: thread },
  ];
  for (const place of places) {
    const url = new URL(addressOf(place, thread), "http://localhost");
    expect(url.pathname).toBe(`/inbox/${thread}`);
    expect(placeOf(Object.fromEntries(url.searchParams))).toEqual(place);
  }
  expect(addressOf({ view: "waiting" })).toBe("/inbox");
});

test("an address that asks for nothing that there is shows the queue from its top", () => {
  const queue = { view: "waiting" };
  expect(placeOf({})).toEqual(queue);
  expect(placeOf({ view: "toString", after: "1' or '1'='1" })).toEqual(queue);
  expect(placeOf({ view: ["mine", "recent"], after: [last, last] })).toEqual(queue);
  expect(placeOf({ program: "all", campaign: ["x"], language: "<script>" })).toEqual(queue);
});
