import { receiveInbound } from "@/lib/messaging/carrier-event";
import { webhook } from "@/lib/web/webhook";

export const POST = webhook("webhook.inbound", receiveInbound);
