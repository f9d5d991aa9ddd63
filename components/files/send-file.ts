export type Sent<Answer> =
  | ({ ok: true } & Answer)
  | { ok: false; message: string; fields?: Record<string, string[]> };

const unknown =
  "We could not reach the server, so we don't know if the file arrived. Look at the list below before you upload it again. Nothing is imported by an upload.";

/** Sends the file as the body, so that neither browser nor server holds it whole. */
export async function sendFile<Answer extends Record<string, string>>(
  address: string,
  file: File,
  headers: Record<string, string> = {},
): Promise<Sent<Answer>> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: "POST",
      body: file,
      headers: { "Content-Type": "text/csv", "x-file-name": encodeURIComponent(file.name), ...headers },
    });
  } catch {
    return { ok: false, message: unknown };
  }
  if (!response.headers.get("content-type")?.includes("json")) return { ok: false, message: unknown };
  if (response.ok) return { ok: true, ...((await response.json()) as Answer) };
  const refusal = (await response.json()) as { message?: string; fields?: Record<string, string[]> };
  return { ok: false, message: refusal.message ?? unknown, fields: refusal.fields };
}
