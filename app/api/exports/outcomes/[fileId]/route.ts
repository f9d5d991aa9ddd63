import { csvStream } from "@/lib/csv-out";
import { rejectedRows } from "@/lib/outcomes/queries-rejects";
import { personRoute } from "@/lib/web/route";

/** The rows that were left out, as they are read. The name says nothing of the file's own, which may name people. */
export const GET = personRoute<{ fileId: string }>("outcome exports", async (ctx, _request, { fileId }) => {
  const rows = await rejectedRows(ctx, fileId);
  return new Response(csvStream(rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="rows-left-out.csv"',
      "Cache-Control": "no-store",
    },
  });
});
