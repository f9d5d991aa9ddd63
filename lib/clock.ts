import { env } from "@/lib/env";

/** Business time: hours, due times, waits. Leases and sessions use the database's clock instead. */
export const businessNow = (): Date => new Date(Date.now() + env().CLOCK_OFFSET_SECONDS * 1000);
