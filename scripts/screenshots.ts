import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { signIn } from "@/e2e/fixtures";
import { isDrawn, type Role, readmeScreen, type Screen, screens } from "@/e2e/screens";
import settings from "@/playwright.config";
import { openBrowser } from "./browser";
import { root } from "./children";
import { type Lifetime, runToTheEnd } from "./lifetime";
import { loadSecrets } from "./secrets";

// npm run screenshots [-- --readme | -- <part of a screen's name>], while the demo runs.
const baseURL = process.env.BASE_URL ?? "http://localhost:3000";
const readme = process.argv.includes("--readme");
const part = process.argv[2]?.startsWith("--") ? "" : (process.argv[2] ?? "");
const folder = path.join(root, readme ? "public/readme" : "screenshots");

type Mode = { name: string; options: BrowserContextOptions };
type Session = BrowserContextOptions["storageState"];

const wide = { width: 1440, height: 900 };
const modes: Mode[] = [
  { name: "light", options: { colorScheme: "light", viewport: wide } },
  { name: "dark", options: { colorScheme: "dark", viewport: wide } },
  { name: "375", options: { colorScheme: "light", viewport: { width: 375, height: 812 }, hasTouch: true } },
];
const readmeSize = { width: 1360, height: 860 };
const readmeModes: Mode[] = [
  { name: "light", options: { colorScheme: "light", viewport: readmeSize } },
  { name: "dark", options: { colorScheme: "dark", viewport: readmeSize } },
];

runToTheEnd(takeScreenshots);

async function takeScreenshots(life: Lifetime): Promise<number> {
  const browser = await openBrowser(life);
  mkdirSync(folder, { recursive: true });
  if (readme) {
    await photograph(browser, [readmeScreen], readmeModes, ({ name }, mode) => `${name}-${mode}.png`);
  } else {
    if (!part) rmSync(folder, { recursive: true });
    await photograph(
      browser,
      screens.filter(({ name }) => name.includes(part)),
      modes,
      (screen, mode) => `${screen.role ?? "anyone"}-${screen.name}-${mode}.png`,
    );
  }
  console.log(`The pictures are in ${path.relative(root, folder)}.`);
  return 0;
}

type NameOf = (screen: Screen, mode: string) => string;

async function photograph(browser: Browser, wanted: readonly Screen[], inModes: Mode[], nameOf: NameOf) {
  const sessions = new Map<Role | null, Session>();
  for (const role of new Set(wanted.map((screen) => screen.role)))
    sessions.set(role, role ? await sessionOf(browser, role) : undefined);

  for (const mode of inModes) {
    for (const [role, storageState] of sessions) {
      const context = await browser.newContext({ ...contextOf(mode), storageState });
      const page = await context.newPage();
      for (const screen of wanted.filter((one) => one.role === role))
        await take(page, screen, path.join(folder, nameOf(screen, mode.name)));
      await context.close();
    }
  }
}

const contextOf = ({ options }: Mode): BrowserContextOptions => ({
  baseURL,
  locale: settings.use?.locale,
  timezoneId: settings.use?.timezoneId,
  reducedMotion: "reduce",
  ...options,
});

async function sessionOf(browser: Browser, role: Role): Promise<Session> {
  const context = await browser.newContext({ baseURL });
  await signIn(await context.newPage(), `${role}@valleycare.example`, demoPassword());
  const session = await context.storageState();
  await context.close();
  return session;
}

function demoPassword(): string {
  if (process.env.DEMO_PASSWORD) return process.env.DEMO_PASSWORD;
  const dataDir = path.join(root, ".data", "demo");
  if (!existsSync(path.join(dataDir, "secrets.json")))
    throw new Error(
      "There is no demo in .data/demo. Start it with npm run demo, or give DEMO_PASSWORD and BASE_URL.",
    );
  return loadSecrets(dataDir).demoPassword;
}

async function take(page: Page, screen: Screen, file: string): Promise<void> {
  const size = page.viewportSize();
  await screen.open(page);
  await isDrawn(page);
  // A window as high as the page: what sticks to its edges stands where the page ends. A dialog stands in the window.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const isAsking = (await page.getByRole("dialog").count()) > 0;
  if (size && !readme && !isAsking) await page.setViewportSize({ ...size, height });
  await page.screenshot({ path: file, animations: "disabled" });
  if (size) await page.setViewportSize(size);
  await page.context().setOffline(false);
  console.log(`  ✓ ${path.basename(file)}`);
}
