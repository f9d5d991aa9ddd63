import { hash } from "@node-rs/argon2";
import { connect } from "@/db/client";
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
    password,
    close,
  };
}

const password = "a long password for tests";
