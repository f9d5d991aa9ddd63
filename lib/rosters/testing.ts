import type { Ctx } from "@/lib/context";
import { checkRosters, commitRosters } from "./loops";
import { uploadRoster } from "./uploading";

type UserCtx = Parameters<typeof uploadRoster>[0];

/** The file in pieces; a small one in pieces of seven bytes, so that no piece ends where a cell does. */
export async function* bytesOf(file: string | Buffer) {
  const all = Buffer.from(file);
  const piece = all.length > 50_000 ? 60_000 : 7;
  for (let i = 0; i < all.length; i += piece) yield all.subarray(i, i + piece);
}

/** Uploads a file and lets the worker's loop check whatever waits for it. */
export async function uploadAndCheck(
  ctx: UserCtx,
  worker: Ctx,
  {
    programId,
    file,
    fileName = "march.csv",
  }: { programId: string; file: string | Buffer; fileName?: string },
): Promise<string> {
  const id = await uploadRoster(ctx, { programId, fileName, stream: bytesOf(file) });
  while ((await checkRosters(worker)) > 0);
  return id;
}

/** As the worker does it: again at once until nothing waits. */
export async function commitAll(worker: Ctx): Promise<number> {
  let total = 0;
  for (let done = await commitRosters(worker); done > 0; done = await commitRosters(worker)) total += done;
  return total;
}
