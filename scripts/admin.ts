import { connection } from "@/lib/database";
import { requireSettings } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { addFirstAdmin } from "@/lib/users/adding";
import { AddUserInput } from "@/lib/users/inputs";

// The first person of a new deployment:
// node --conditions=react-server --import tsx scripts/admin.ts "Rosa Marin" rosa@valleycare.example
requireSettings();
const [name, email] = process.argv.slice(2);
const { db, close } = connection();
try {
  const { error, data } = AddUserInput.safeParse({ name, email, role: "admin" });
  if (error) throw new DomainError("invalid", error.issues.map((issue) => issue.message).join(" "));
  const ctx = { actor: { kind: "loop", name: "first admin" }, db, now: new Date() } as const;
  const { password } = await addFirstAdmin(ctx, data);
  console.log(`${data.name} can sign in as ${data.email}.`);
  console.log(`Password, shown only now: ${password}`);
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  console.error(error.message);
  if (error.code === "invalid")
    console.error('Give a name and an address, such as: "Rosa Marin" rosa@valleycare.example');
  process.exitCode = 1;
} finally {
  await close();
}
