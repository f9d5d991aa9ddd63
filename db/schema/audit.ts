import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { digest, instant, xid8 } from "./columns";

/** Insert only: the application's role may neither change nor remove a row. */
export const audit = pgTable(
  "audit",
  {
    xid: xid8("xid").notNull().default(sql`pg_current_xact_id()`),
    id: uuid("id").notNull(),
    at: instant("at").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: uuid("actor_id"),
    actorRole: text("actor_role"),
    action: text("action").notNull(),
    programId: uuid("program_id"),
    /** Ids, counts and codes: no names, numbers or words of a patient. */
    details: jsonb("details").$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.xid, t.id] }), index("audit_recent").on(t.id)],
);

/** Each seal covers the audit rows up to (xid, id) and the seal before it: a changed row breaks the chain. */
export const auditSeals = pgTable("audit_seals", {
  position: bigint("position", { mode: "number" }).primaryKey(),
  xid: xid8("xid").notNull(),
  id: uuid("id").notNull(),
  rows: integer("rows").notNull(),
  digest: digest("digest").notNull(),
  sealedAt: instant("sealed_at").notNull(),
});
