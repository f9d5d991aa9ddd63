import { hash } from "@node-rs/argon2";
import { eq, sql } from "drizzle-orm";
import { connect } from "@/db/client";
import { alerts } from "@/db/schema";
import { givens } from "./given";

/** A running stack's database, for journeys that need people and things to start from. */
export async function openDatabase(url: string) {
  const { db, close } = connect(url, { max: 2 });
  const given = givens(db);
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  return {
    ...given,
    /** Somebody who can sign in with `password`. */
    person: (role: Parameters<typeof given.user>[0], name: string) =>
      given.user(role, { name, passwordHash }),
    /** The time within which the emergency of this conversation should have been acknowledged is over; how many there are. */
    overdue: async (threadId: string): Promise<number> => {
      const over = { escalatesAt: sql`${alerts.raisedAt}` };
      const found = await db.update(alerts).set(over).where(eq(alerts.threadId, threadId)).returning();
      return found.length;
    },
    password,
    close,
  };
}

const password = "a long password for tests";
