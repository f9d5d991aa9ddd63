import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// OWASP's argon2id floor: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

// What a wrong address is checked against, so that it takes as long as a wrong password.
let decoy: Promise<string> | undefined;

export async function passwordMatches(password: string, storedHash: string | undefined): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const matches = await verify(storedHash ?? (await decoy), password);
  return matches && storedHash !== undefined;
}

// Nothing that looks like something else on paper: no 0 and o, no 1, l and i.
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** Four groups of four, some 79 bits: can be read out, typed and written down. */
export function generatePassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}
