import { csvStream } from "@/lib/csv-out";
import { downloadRejects } from "@/lib/rosters/rejects";
import { personRoute } from "@/lib/web/route";

/** The rows of a roster that were left out, as they are read: a file of half a million rows is never held whole. */
export const GET = personRoute<{ rosterId: string }>("exports", async (ctx, _request, { rosterId }) => {
  const day = ctx.now.toISOString().slice(0, 10);
  return new Response(csvStream(await downloadRejects(ctx, rosterId)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="rejected-rows-${day}.csv"`,
      "Cache-Control": "no-store",
    },
  });
});
