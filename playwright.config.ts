import { existsSync } from "node:fs";
import path from "node:path";
import { chromium, defineConfig } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A Chromium: the one that CHROMIUM_PATH names, Playwright's own, or one that is installed. Undefined: there is none. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const installed = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  const macApps = ["Google Chrome", "Chromium"].map(
    (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
  );
  return [chromium.executablePath(), ...installed, ...macApps].find((file) => existsSync(file));
}

// The address is that of a running stack: scripts/test.ts starts one, and passes what specs need in the environment.
export default defineConfig({
  testDir: "e2e/specs",
  outputDir: "test-results/journeys",
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  retries: 0,
  forbidOnly: true,
  expect: { timeout: 10_000 },
  // What stops the whole account runs when nobody else sends.
  projects: [
    { name: "journeys", testIgnore: /account\.spec/ },
    { name: "account", testMatch: /account\.spec/, dependencies: ["journeys"] },
  ],
  reporter: [["list"], ["json", { outputFile: "test-results/journeys.json" }]],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "en-US",
    timezoneId: "America/New_York",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: findBrowser(),
      // Chromium's sandbox does not work as root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
