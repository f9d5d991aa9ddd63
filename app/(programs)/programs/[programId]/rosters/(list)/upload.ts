type Answer = { ok: true; rosterId: string } | { ok: false; message: string };

const unknown =
  "We could not reach the server, so we don't know if the file arrived. Look at the list below before you upload it again. Nothing is imported by an upload.";

/** Sends the file as the body, so that neither browser nor server holds it whole. */
export async function upload(programId: string, file: File): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api/uploads?program=${encodeURIComponent(programId)}`, {
      method: "POST",
      body: file,
      headers: { "Content-Type": "text/csv", "x-file-name": encodeURIComponent(file.name) },
    });
  } catch {
    return { ok: false, message: unknown };
  }
  const answer = response.headers.get("content-type")?.includes("json")
    ? ((await response.json()) as { rosterId?: string; message?: string })
    : {};
  if (response.ok && answer.rosterId) return { ok: true, rosterId: answer.rosterId };
  return { ok: false, message: answer.message ?? unknown };
}
