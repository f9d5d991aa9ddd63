import { sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import { rosters } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";
import { type FileColumns, openColumns } from "./columns";
import { changeRoster, type RosterRef } from "./failing";

/** By the database's clock: a worker that has not been heard of for so long is followed by another. */
const leaseSeconds = 30;

const renewed = sql`clock_timestamp() + make_interval(secs => ${leaseSeconds})`;

export interface Claim extends RosterRef {
  token: string;
  file: FileColumns;
  isFresh: boolean;
}

/** Somebody else checks this roster now, or its columns were changed: what we have read is not wanted. */
export class LostLease extends Error {}

export const isOurs = ({ token }: Claim) => sql`${rosters.checkingBy} = ${token}`;

/** Takes the next roster that nobody checks, by the database's clock. */
export async function claimRoster(ctx: Ctx, tired: string[]): Promise<Claim | undefined> {
  const token = newId();
  const [claimed] = await rowsOf<{ id: string; program_id: string; columns: Buffer; rows: number }>(
    ctx.db,
    sql`update rosters set checking_by = ${token}, checking_until = ${renewed}
        where id = (
          select id from rosters
          where state = 'checking' and coalesce(checking_until, '-infinity') < clock_timestamp()
            and id <> all (${uuids(tired)})
          order by id limit 1 for update skip locked)
        returning id, program_id, columns, rows`,
  );
  if (!claimed) return undefined;
  const { id, program_id: programId, columns, rows } = claimed;
  return { id, programId, token, file: openColumns(id, columns), isFresh: rows === 0 };
}

/** Renews the lease, or throws: only who holds it may write. */
export async function hold(tx: Ctx, claim: Claim, also: Parameters<typeof changeRoster>[3]): Promise<void> {
  if (!(await changeRoster(tx, claim, "checking", { ...also, checkingUntil: renewed }, isOurs(claim))))
    throw new LostLease();
}
