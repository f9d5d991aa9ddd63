import { hash } from "@node-rs/argon2";
import type { Ids } from "./ids";
import type { Rows } from "./rows";

export interface Staff {
  nurses: [string, string];
  manager: string;
}

/** Two nurses and a manager, who are in every program, and an admin. */
export async function addStaff(
  rows: Rows,
  ids: Ids,
  { password, since }: { password: string; since: number },
): Promise<Staff> {
  // OWASP's argon2id floor, as lib/users hashes.
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const add = (role: "nurse" | "manager" | "admin", name: string, account: string) => {
    const id = ids.at(since);
    const email = `${account}@valleycare.example`;
    rows.users.push({ id, name, email, role, passwordHash, createdAt: new Date(since) });
    return id;
  };
  const nurses: Staff["nurses"] = [
    add("nurse", "Nadia Brooks", "nurse"),
    add("nurse", "Owen Castillo", "nurse2"),
  ];
  const manager = add("manager", "Marta Lindqvist", "manager");
  add("admin", "Ade Okafor", "admin");
  return { nurses, manager };
}
