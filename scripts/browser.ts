import { type Browser, chromium } from "@playwright/test";
import settings, { findBrowser } from "@/playwright.config";
import type { Lifetime } from "./lifetime";

/** A Chromium with the settings of the journeys; it closes with everything else. */
export async function openBrowser(life: Lifetime): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error(
      "No Chromium was found. Run `npx playwright install chromium`, or name one in CHROMIUM_PATH.",
    );
  const browser = await chromium.launch({ ...settings.use?.launchOptions, executablePath });
  life.add(() => browser.close());
  return browser;
}
