import { expect, test } from "vitest";
import type { ConsentState } from "@/lib/patients/types";
import { consentLine } from "./consent-line";

const zone = "America/New_York";
const entry = (more: Partial<ConsentState> = {}): ConsentState => ({
  given: true,
  basis: "document",
  channel: "form",
  givenOn: "2026-11-03",
  recordedAt: "2026-11-05T02:00:00.000Z",
  ...more,
});

test.each<[ConsentState | null, string]>([
  [null, "No consent on file"],
  [entry(), "Consent on file since 3 Nov 2026 (signed form)"],
  [
    entry({ basis: "roster", channel: "roster", givenOn: null }),
    "Consent on file since 4 Nov 2026 (from a roster)",
  ],
  [entry({ basis: "roster", channel: null }), "Consent on file since 3 Nov 2026 (from a roster)"],
  [
    entry({ given: false, basis: "patient", channel: "call" }),
    "Consent taken back on 3 Nov 2026 (on a call)",
  ],
  [entry({ given: false, basis: "patient", channel: null }), "Consent taken back on 3 Nov 2026"],
  [
    entry({ given: false, basis: "stop", channel: null }),
    "No consent since texts were stopped on 3 Nov 2026",
  ],
])("%#: what stands on file in a line", (consent, line) => {
  expect(consentLine(consent, zone)).toBe(line);
});
