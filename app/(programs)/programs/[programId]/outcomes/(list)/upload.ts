import type { OutcomeKind } from "@/lib/outcomes/types";

type Answer =
  | { ok: true; fileId: string }
  | { ok: false; message: string; fields?: Record<string, string[]> };

const unknown =
  "We could not reach the server, so we don't know if the file arrived. Look at the list below before you upload it again. Nothing is imported by an upload.";

/** Sends the file as the body, so that neither browser nor server holds it whole. */
export async function upload(
  programId: string,
  { kind, file, codes }: { kind: OutcomeKind; file: File; codes: string },
): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api/uploads/outcomes?${new URLSearchParams({ program: programId, kind })}`, {
      method: "POST",
      body: file,
      headers: {
        "Content-Type": "text/csv",
        "x-file-name": encodeURIComponent(file.name),
        "x-codes": encodeURIComponent(codes),
      },
    });
  } catch {
    return { ok: false, message: unknown };
  }
  const answer = response.headers.get("content-type")?.includes("json")
    ? ((await response.json()) as { fileId?: string; message?: string; fields?: Record<string, string[]> })
    : {};
  if (response.ok && answer.fileId) return { ok: true, fileId: answer.fileId };
  return {
    ok: false,
    message: answer.message ?? unknown,
    ...(answer.fields ? { fields: answer.fields } : {}),
  };
}
