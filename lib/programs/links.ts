import { eq } from "drizzle-orm";
import { programs } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import type { AllowLinksInput } from "./inputs";

/** Sets the hosts that a program's texts may link to. Throws Conflict when `seen` is not what is set by now. */
export async function allowLinks(ctx: Ctx, { programId, seen, hosts }: AllowLinksInput): Promise<void> {
  authorize(ctx, "program.limit");
  await inTransaction(ctx, async (tx) => {
    await requireProgram(tx, programId);
    const [row] = await tx.db
      .select({ linkHosts: programs.linkHosts })
      .from(programs)
      .where(eq(programs.id, programId))
      .limit(1)
      .for("no key update");
    if (!row) throw new NotFound();
    const [from, to] = [row.linkHosts.join(", "), hosts.join(", ")];
    if (from !== seen)
      throw new Conflict(
        "Somebody else changed these hosts while you wrote. Nothing was saved: look again, then change them.",
      );
    if (from === to) return;

    await tx.db.update(programs).set({ linkHosts: hosts }).where(eq(programs.id, programId));
    await audit(tx, "program.links-allowed", { programId, from: from || "none", to: to || "none" });
    await record(tx, { kind: "program.changed", programId });
  });
}
