import { hash } from "@node-rs/argon2";
import { minutes } from "./calendar";
import { note } from "./history";
import type { Ids } from "./ids";
import type { Rows } from "./rows";

export interface Staff {
  nurses: [string, string];
  manager: string;
  /** The other manager, who reads what the first has written. */
  reviewer: string;
  admin: string;
}

/** Two nurses and two managers, who are in every program, and an admin, who comes first and adds them. */
export async function addStaff(
  rows: Rows,
  ids: Ids,
  { password, since }: { password: string; since: number },
): Promise<Staff> {
  // OWASP's argon2id floor, as lib/users hashes.
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  let at = since;
  const add = (role: "nurse" | "manager" | "admin", name: string, account: string, by: string | null) => {
    const id = ids.at(at);
    const email = `${account}@valleycare.example`;
    rows.users.push({ id, name, email, role, passwordHash, createdAt: new Date(at) });
    note(rows, ids, "user.added", { at, by, userId: id, role });
    at += 4 * minutes;
    return id;
  };
  const admin = add("admin", "Ade Okafor", "admin", null);
  const manager = add("manager", "Marta Lindqvist", "manager", admin);
  const nurses: Staff["nurses"] = [
    add("nurse", "Nadia Brooks", "nurse", admin),
    add("nurse", "Owen Castillo", "nurse2", admin),
  ];
  const reviewer = add("manager", "Priya Raman", "manager2", admin);
  return { nurses, manager, reviewer, admin };
}
