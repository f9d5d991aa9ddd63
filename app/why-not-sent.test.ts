import { expect, test } from "vitest";
import { whyNotSent } from "./why-not-sent";

test("every reason for which nobody knows whether a text left is a sentence without its code", () => {
  const reasons = [
    ...["timeout", "lease_ran_out", "server_error", "redirected", "unreadable_answer", "answer_too_large"],
    ...["ECONNRESET", "EPIPE", "closed", "unknown"],
  ];
  for (const reason of reasons) {
    const words = whyNotSent("unknown", reason);
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(words).not.toContain(reason);
  }
  expect(whyNotSent("unknown", "ECONNRESET")).toBe(
    "The line to the carrier broke while it was being handed over.",
  );
});

test("what was held back, refused or not reached says why; what is on its way says nothing", () => {
  expect(whyNotSent("suppressed", "stopped")).toBe("The patient stopped texts to this number.");
  expect(whyNotSent("undeliverable", "carrier 1300")).toMatch(/not on any phone network/);
  expect(whyNotSent("rejected", "ECONNREFUSED")).toMatch(/did not get through/);
  expect(whyNotSent("rejected", "unreadable")).toMatch(/could not open/);
  expect(whyNotSent("suppressed", "toString")).toBeNull();
  expect(whyNotSent("queued", null)).toBeNull();
});
