import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { openDatabase } from "@/db/testing/open";
import { carrierControl } from "./carrier-control";

type Database = Awaited<ReturnType<typeof openDatabase>>;

interface Fixtures {
  /** A browser of its own for a person, signed in through the sign-in page. */
  signedIn: (user: { email: string }) => Promise<Page>;
}

interface WorkerFixtures {
  given: Database;
  carrier: ReturnType<typeof carrierControl>;
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the journeys with npm test.`);
  return value;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  given: [
    // Playwright reads from the pattern which fixtures are wanted: none.
    async ({}, use) => {
      const database = await openDatabase(setting("DATABASE_URL"));
      await use(database);
      await database.close();
    },
    { scope: "worker" },
  ],
  carrier: [
    // Playwright reads from the pattern which fixtures are wanted: none.
    async ({}, use) => {
      await use(carrierControl(setting("CARRIER_URL")));
    },
    { scope: "worker" },
  ],
  signedIn: async ({ browser, given }, use) => {
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    await use(async (user) => {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      // A refused request is a fault of the page only where the test did not ask for it: 404 pages are asked for.
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error" && !message.text().includes("Failed to load resource"))
          faults.push(message.text());
      });
      await signIn(page, user.email, given.password);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(faults, "errors in a browser's console").toEqual([]);
  },
});

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

export { expect };
