import { type InboxView, inboxViews } from "@/lib/inbox/types";

/** The view that an address asks for; the queue when it asks for none that there is. */
export function viewOf(asked: string | string[] | undefined): InboxView {
  return typeof asked === "string" && Object.hasOwn(inboxViews, asked) ? (asked as InboxView) : "waiting";
}
