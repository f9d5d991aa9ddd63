import { openAlerts } from "@/lib/inbox/queries-alerts";
import { json, personRoute } from "@/lib/web/route";

/** The emergencies that ring for this person. Asking is no sign that somebody is there. */
export const POST = personRoute("alerts", async (ctx) => json(await openAlerts(ctx)), { touch: false });
