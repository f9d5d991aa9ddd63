import { piecesOf, readRest } from "@/app/api/uploads/body";
import { Invalid } from "@/lib/errors";
import { UploadOutcomesInput } from "@/lib/outcomes/inputs";
import { outcomeLimit } from "@/lib/outcomes/types";
import { uploadOutcomes } from "@/lib/outcomes/uploading";
import { check } from "@/lib/web/action";
import { json, personRoute } from "@/lib/web/route";

/** The body is the file itself, read as it arrives; its name and the codes are in headers, because addresses are logged. */
const upload = personRoute("outcome uploads", async (ctx, request) => {
  if (Number(request.headers.get("content-length")) > outcomeLimit.bytes)
    throw new Invalid(`The file is larger than ${outcomeLimit.bytes / 1_000_000} MB. Nothing was uploaded.`);
  if (!request.body) throw new Invalid("There is no file. Nothing was uploaded.");
  const said = new URL(request.url).searchParams;
  const input = check(UploadOutcomesInput, {
    programId: said.get("program"),
    kind: said.get("kind"),
    fileName: headerOf(request, "x-file-name"),
    codes: headerOf(request, "x-codes"),
  });
  return json({ fileId: await uploadOutcomes(ctx, { ...input, stream: piecesOf(request.body) }) }, 201);
});

export const POST: typeof upload = async (request, context) => {
  try {
    return await upload(request, context);
  } finally {
    if (request.body) await readRest(request.body, outcomeLimit.bytes);
  }
};

function headerOf(request: Request, name: string): string {
  try {
    return decodeURIComponent(request.headers.get(name) ?? "");
  } catch {
    throw new Invalid("The file's name or the codes cannot be read. Write them anew and upload again.");
  }
}
