/** What one call to the carrier came to. Only `never_left` and `refused` may lead to another call. */
export type SendOutcome =
  | { kind: "accepted"; carrierId: string }
  /** No byte of it reached the carrier. */
  | { kind: "never_left"; code: string }
  /** The carrier said no. `again` when the same text may pass later. */
  | { kind: "refused"; httpStatus: number; code: string; again: boolean; stopsAccount: boolean }
  /** The carrier may have it: it is never sent again by itself. */
  | { kind: "ambiguous"; code: string; httpStatus?: number };

const neverLeftCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Reads what the SDK threw. The error itself holds the phone, the text and the token: it goes no further. */
export function outcomeOf(error: unknown): SendOutcome {
  const httpStatus = statusOf(error);
  if (httpStatus === undefined) {
    const code = codeOf(error);
    return neverLeftCodes.has(code) ? { kind: "never_left", code } : { kind: "ambiguous", code };
  }
  if (httpStatus >= 500) return { kind: "ambiguous", code: "server_error", httpStatus };
  if (httpStatus < 400) return { kind: "ambiguous", code: "unreadable_answer", httpStatus };
  const stopsAccount = httpStatus === 401 || httpStatus === 402;
  return {
    kind: "refused",
    httpStatus,
    code: String(httpStatus),
    again: httpStatus === 429 || stopsAccount,
    stopsAccount,
  };
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("response" in error)) return undefined;
  const { response } = error;
  if (typeof response !== "object" || response === null || !("status" in response)) return undefined;
  return typeof response.status === "number" ? response.status : undefined;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "AbortError") return "timeout";
  return "code" in error && typeof error.code === "string" ? error.code : "unknown";
}
