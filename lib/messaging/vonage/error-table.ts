/** What follows from a carrier's refusal. Plain data: the caller decides how it is done. */
export type Consequence =
  /** Soon, with back-off: the same text may pass. */
  | { next: "retry" }
  /** Not before hours, a few times at most. */
  | { next: "back_off"; atLeastSeconds: number }
  /** This text only; to send it again is pointless. */
  | { next: "fail" }
  | { next: "stop_number"; as: "opted_out" | "not_textable" }
  /** It would befall every text: nothing may leave until a person looks. */
  | { next: "stop_account"; reason: string };

export interface ErrorRow {
  code: string;
  words: string;
  consequence: Consequence;
}

const retry: Consequence = { next: "retry" };
const fail: Consequence = { next: "fail" };
const inHours: Consequence = { next: "back_off", atLeastSeconds: 4 * 3_600 };
const nextDay: Consequence = { next: "back_off", atLeastSeconds: 24 * 3_600 };
const optedOut: Consequence = { next: "stop_number", as: "opted_out" };
const notTextable: Consequence = { next: "stop_number", as: "not_textable" };
const stopAccount = (reason: string): Consequence => ({ next: "stop_account", reason });

const credentials = stopAccount("The carrier does not accept our credentials.");
const credit = stopAccount("The carrier account has no credit left.");
const notAllowed = stopAccount("The carrier does not allow this account to send texts.");
const address = stopAccount("The carrier's address in our settings is wrong.");

const row = (code: string, words: string, consequence: Consequence): ErrorRow => ({
  code,
  words,
  consequence,
});

/** The error table of Vonage's Messages API, specification 1.11.0, whole: also what only other channels give. */
export const errorTable: readonly ErrorRow[] = [
  row("110", "Invalid recipient", notTextable),
  row("401", "Credentials refused", credentials),
  row("402", "Balance too low", credit),
  row("1000", "Throttled", retry),
  row("1010", "Missing parameters", fail),
  row("1020", "Invalid parameters", fail),
  row("1021", "Invalid tag", fail),
  row("1022", "Invalid template", fail),
  row("1030", "Internal error at the carrier", retry),
  row("1040", "Invalid message", fail),
  row("1050", "Number barred", notTextable),
  row("1060", "Account barred", notAllowed),
  row("1070", "Account out of credit", credit),
  row("1080", "Account not enabled for this API", notAllowed),
  row("1090", "Message too long", fail),
  row("1100", "Communication failed", retry),
  row("1110", "Invalid channel parameters", fail),
  row("1120", "Sender address refused", fail),
  row("1130", "Invalid time to live", fail),
  row("1140", "Facility not allowed", notAllowed),
  row("1150", "Invalid message class", fail),
  row("1160", "Number not on the account's allowed list", notAllowed),
  row("1170", "Invalid or missing number", notTextable),
  row("1180", "Phone absent for now", inHours),
  row("1190", "Number no longer in service", notTextable),
  row("1200", "Number changed carrier and cannot be reached", notTextable),
  row("1210", "Taken for spam", fail),
  row("1220", "Phone busy", inHours),
  row("1230", "Network error", retry),
  row("1240", "Opted out with the carrier", optedOut),
  row("1241", "Too many texts to this number", nextDay),
  row("1250", "No route to the number", fail),
  row("1251", "Routing rules forbid the number", fail),
  row("1260", "Number cannot be reached", notTextable),
  row("1270", "Blocked because of age", fail),
  row("1280", "Number blocked by its carrier", notTextable),
  row("1282", "Blocked by the provider", fail),
  row("1290", "Prepaid phone without credit", fail),
  row("1300", "Not a number of the network", notTextable),
  row("1310", "Device cannot receive texts", notTextable),
  row("1320", "Already sent", fail),
  row("1330", "Unknown error at the carrier", fail),
  row("1331", "Provider does not answer", retry),
  row("1340", "Outside of the allowed window", fail),
  row("1350", "Phone matching fee not paid", fail),
  row("1360", "Expired before delivery", inHours),
  row("1370", "Access token of a page expired", fail),
  row("1380", "Invalid attachment", fail),
  row("1381", "Attachment too large", fail),
  row("1382", "Attachment type not allowed", fail),
  row("1400", "Unsupported channel", fail),
  row("1410", "Invalid channel parameters", fail),
  row("1420", "Invalid sender", fail),
  row("1430", "Invalid recipient", notTextable),
  row("1440", "Invalid message type", fail),
  row("1450", "Invalid client reference", fail),
  row("1451", "Invalid context", fail),
  row("1460", "Daily limit reached", nextDay),
  row("1461", "Limited by the provider", nextDay),
  row("1470", "Fraud Defender: blocked prefix", fail),
  row("1472", "Fraud Defender: burst limit", fail),
  row("1473", "Fraud Defender: blocked as artificial traffic", fail),
  row("1480", "Entity not accepted", fail),
  row("1481", "Header not accepted", fail),
  row("1482", "Content not accepted", fail),
  row("1483", "Consent not accepted", fail),
  row("1484", "Regulation error", fail),
];

const byCode = new Map(errorTable.map((r) => [r.code, r]));

const byHttpStatus: Record<number, Consequence> = {
  307: address,
  308: address,
  401: credentials,
  402: credit,
  403: notAllowed,
  404: address,
  405: address,
  407: stopAccount("A proxy between us and the carrier refuses us."),
  408: retry,
  410: address,
  425: retry,
  429: retry,
};

/**
 * What follows from a code of the table: of an answer, with its HTTP status, or of a receipt that is final
 * (with `submitted` the carrier itself goes on trying). An unknown code is about this text only.
 */
export function followsFrom(code: string | undefined, httpStatus?: number): Consequence {
  if (httpStatus === 401 || httpStatus === 402 || httpStatus === 403)
    return byHttpStatus[httpStatus] ?? credentials;
  const listed = code === undefined ? undefined : byCode.get(code)?.consequence;
  if (httpStatus === undefined) return listed ?? fail;
  // In answers to a request the specification uses this number otherwise: we may not use the channel.
  if (httpStatus === 422 && code === "1100") return notAllowed;
  return listed ?? byHttpStatus[httpStatus] ?? fail;
}

/** The number at the end of a problem's address, such as 1000 of ".../api-errors/messages#1000". */
export const codeInType = (type: unknown): string | undefined =>
  typeof type === "string" ? /#(\d{1,5})$/.exec(type)?.[1] : undefined;
