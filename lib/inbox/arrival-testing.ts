import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { carrierEvents } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";
import { seal } from "@/lib/phi/seal";
import { fileInboundTexts } from "./arrival";

interface Arriving {
  from: string;
  to: string;
  text?: string;
  /** What it carries besides words. */
  image?: boolean;
  at: Date;
}

/** Stores a text as the webhook does, so that the loop files it. Numbers are E.164. */
export async function arrives(db: Db, { from, to, text, image, at }: Arriving): Promise<void> {
  const carrierId = randomUUID();
  const payload = {
    ...{ channel: "sms", message_uuid: carrierId, from: from.slice(1), to: to.slice(1) },
    ...(text !== undefined && { text }),
    ...(image && { media: "image" }),
  };
  await db.insert(carrierEvents).values({
    ...{ carrierId, id: newId(), kind: "inbound" as const, status: "", receivedAt: at },
    payload: seal("carrier_events.payload", `${carrierId}:inbound:`, JSON.stringify(payload)),
  });
}

/** Files all that waits. */
export async function fileAll(ctx: Ctx): Promise<void> {
  while ((await fileInboundTexts(ctx)) > 0);
}
