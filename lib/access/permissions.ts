import type { Role } from "@/lib/context";

/** Who may do what: the only place that says so. Nurses see conversations, managers plan and measure, admins keep the house. */
export const permissions = {
  "program.read": ["nurse", "manager"],
  "program.create": ["manager"],
  "program.staff": ["manager"],
  "program.limit": ["manager"],
  "roster.read": ["manager"],
  "roster.upload": ["manager"],
  "roster.commit": ["manager"],
  "campaign.read": ["manager"],
  "campaign.write": ["manager"],
  "campaign.launch": ["manager"],
  "results.read": ["manager"],
  "inbox.read": ["nurse"],
  "thread.read": ["nurse"],
  "thread.claim": ["nurse"],
  "thread.reply": ["nurse"],
  "thread.close": ["nurse"],
  "stop.decide": ["nurse"],
  "patient.read": ["nurse"],
  "consent.record": ["nurse"],
  "text.check": ["nurse"],
  "action.record": ["nurse"],
  "user.read": ["admin"],
  "user.add": ["admin"],
  "user.disable": ["admin"],
  "sender.read": ["admin", "manager"],
  "sender.add": ["admin"],
  "carrier.read": ["admin"],
  "carrier.resume": ["admin"],
  "carrier.pace": ["admin"],
  "carrier.lines": ["admin"],
  "audit.read": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;
