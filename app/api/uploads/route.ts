import { Invalid } from "@/lib/errors";
import { UploadRosterInput } from "@/lib/rosters/inputs";
import { uploadLimit } from "@/lib/rosters/types";
import { uploadRoster } from "@/lib/rosters/uploading";
import { check } from "@/lib/web/action";
import { json, personRoute } from "@/lib/web/route";
import { piecesOf, readRest } from "./body";

/** The body is the file itself, read as it arrives; its name is in a header, because addresses are logged. */
const upload = personRoute("uploads", async (ctx, request) => {
  if (Number(request.headers.get("content-length")) > uploadLimit.bytes)
    throw new Invalid(`The file is larger than ${uploadLimit.bytes / 1_000_000} MB. Nothing was uploaded.`);
  if (!request.body) throw new Invalid("There is no file. Nothing was uploaded.");
  const input = check(UploadRosterInput, {
    programId: new URL(request.url).searchParams.get("program"),
    fileName: fileNameOf(request),
  });
  return json({ rosterId: await uploadRoster(ctx, { ...input, stream: piecesOf(request.body) }) }, 201);
});

export const POST: typeof upload = async (request, context) => {
  try {
    return await upload(request, context);
  } finally {
    if (request.body) await readRest(request.body, uploadLimit.bytes);
  }
};

function fileNameOf(request: Request): string {
  try {
    return decodeURIComponent(request.headers.get("x-file-name") ?? "");
  } catch {
    throw new Invalid("The file's name cannot be read. Rename it and upload it again.");
  }
}
