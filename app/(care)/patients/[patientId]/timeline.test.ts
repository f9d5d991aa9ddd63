import { expect, test } from "vitest";
import type { PatientEnrollment } from "@/lib/campaigns/types";
import { timelineOf } from "./timeline";

const zone = "America/New_York";
const enrollment = (more: Partial<PatientEnrollment> = {}): PatientEnrollment => ({
  ...{ campaignId: "c1", campaign: "Spring", program: "Visits", enrolledAt: "2026-03-01T15:00:00.000Z" },
  ...{ excluded: null, step: null, sentAt: null, deliveredAt: null, failedAt: null, failure: null },
  ...{ repliedAt: null, stoppedAt: null, ...more },
});
const sent = { step: 1, sentAt: "2026-03-02T03:00:00.000Z" };
const told = (enrollments: PatientEnrollment[]) =>
  timelineOf({ enrollments, actions: [], touches: [] }, zone).map(({ day, words, more }) => [
    day,
    words,
    more,
  ]);

test.each<[Partial<PatientEnrollment>, (string | null)[][]]>([
  [{}, [["2026-03-01", "Spring", "Enrolled, no text yet"]]],
  [{ step: 1 }, [["2026-03-01", "Spring", "Text waiting to be sent"]]],
  [{ excluded: "no_consent" }, [["2026-03-01", "Not texted by Spring", "No consent on file"]]],
  [
    { excluded: "holdout" },
    [["2026-03-01", "Not texted by Spring", "Held out, so that results can be compared"]],
  ],
  [sent, [["2026-03-01", "Spring", "Text sent, not yet delivered"]]],
  [{ ...sent, deliveredAt: sent.sentAt }, [["2026-03-01", "Spring", "Text delivered"]]],
  [
    { step: 1, failure: "stopped", failedAt: sent.sentAt },
    [["2026-03-01", "Spring", "The patient stopped texts to this number"]],
  ],
  [
    {
      ...{ ...sent, deliveredAt: sent.sentAt },
      ...{ repliedAt: "2026-03-02T16:00:00.000Z", stoppedAt: "2026-03-03T16:00:00.000Z" },
    },
    [
      ["2026-03-03", "Stopped texts after Spring", null],
      ["2026-03-02", "Replied to Spring", null],
      ["2026-03-01", "Spring", "Text delivered"],
    ],
  ],
])("%#: what a campaign did, on the days of the program's clock", (more, lines) => {
  expect(told([enrollment(more)])).toEqual(lines);
});

test("what they did and other contacts stand among it, newest first", async () => {
  const lines = timelineOf(
    {
      enrollments: [enrollment()],
      actions: [
        {
          ...{ id: "a1", occurredOn: "2026-03-02", source: "claims", code: "99392" },
          ...{ action: "Came to a visit", program: "Visits" },
        },
      ],
      touches: [
        { id: "t1", occurredOn: "2026-02-20", channel: "postcard", reached: "no", program: "Visits" },
      ],
    },
    zone,
  );
  expect(lines.map(({ words, more }) => [words, more])).toEqual([
    ["Came to a visit", "Claims, code 99392"],
    ["Spring", "Enrolled, no text yet"],
    ["Postcard", "Did not reach them"],
  ]);
});
