import type { Ctx } from "@/lib/context";
import { sealAudit } from "./sealing";

/** Answers how many rows it sealed; call again at once while there are some. */
export const sealAuditRows = (ctx: Ctx): Promise<number> => sealAudit(ctx);
