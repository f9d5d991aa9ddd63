import { seedDemo } from "@/db/seed/demo";
import { businessNow } from "@/lib/clock";
import { env } from "@/lib/env";

const password = process.env.DEMO_PASSWORD;
if (!password) throw new Error("DEMO_PASSWORD is missing: the password of the demo's accounts.");
await seedDemo({
  databaseUrl: env().DATABASE_URL,
  password,
  now: businessNow(),
  ahead: env().CLOCK_OFFSET_SECONDS * 1000,
  truthFile: process.env.DEMO_TRUTH_FILE,
  livePhonesFile: process.env.DEMO_LIVE_PHONES,
});
console.log("The demo data is in place.");
