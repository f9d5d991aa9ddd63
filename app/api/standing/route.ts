import { carrierStanding } from "@/lib/messaging/standing";
import { json, personRoute } from "@/lib/web/route";

/** Whether texts leave, for pages that stand open. Asking is no sign that a person is there. */
export const GET = personRoute(
  "standing",
  async (ctx) => json({ stopped: (await carrierStanding(ctx)).stopped !== null }),
  { touch: false },
);
