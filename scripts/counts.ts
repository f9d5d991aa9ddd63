import { readFileSync } from "node:fs";

export interface Counts {
  passed: number;
  failed: number;
}

interface UnitReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

interface JourneyReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

/** Tests of vitest's JSON report. A file that could not be loaded has no tests, and counts as one that failed. */
export function countUnit(file: string, succeeded: boolean): Counts {
  const report = read<UnitReport>(file);
  if (!report) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(
    (result) =>
      result.status === "failed" && result.assertionResults.every((test) => test.status !== "failed"),
  );
  return honest(report.numPassedTests, report.numFailedTests + broken.length, succeeded);
}

/** Tests of Playwright's JSON report. */
export function countJourneys(file: string, succeeded: boolean): Counts {
  const report = read<JourneyReport>(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  return honest(expected + flaky, unexpected + report.errors.length, succeeded);
}

// A runner that fails though no test did (nothing found, an error between tests) must not look like a success.
const honest = (passed: number, failed: number, succeeded: boolean): Counts => ({
  passed,
  failed: succeeded ? failed : Math.max(failed, 1),
});

function read<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}
