import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { digest, instant } from "./columns";

export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    email: text("email").notNull().unique(),
    passwordHash: text("password_hash").notNull(),
    role: text("role", { enum: ["nurse", "manager", "admin"] }).notNull(),
    disabledAt: instant("disabled_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    check("users_role", sql`${t.role} in ('nurse', 'manager', 'admin')`),
    check("users_email_lower", sql`${t.email} = lower(${t.email})`),
  ],
);

/** Times here are the database's clock, never the business clock. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: digest("token_hash").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** Sign-in attempts per account and quarter of an hour, counted on a keyed digest of the address typed. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    account: digest("account").notNull(),
    windowStart: instant("window_start").notNull(),
    failures: integer("failures").notNull(),
  },
  (t) => [primaryKey({ columns: [t.account, t.windowStart] })],
);
