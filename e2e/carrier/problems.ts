import { randomUUID } from "node:crypto";
import { describe } from "./error-codes";

export type Fault = { name: string; reason: string };

export type Problem = {
  status: number;
  type: string;
  title: string;
  detail: string;
  invalid_parameters?: Fault[];
};

const errors = "https://developer.vonage.com/api-errors";

// Types, titles and status codes are those of Vonage's Messages specification 1.11.0, misspelling included.
export const badCredentials = (detail: string): Problem => ({
  status: 401,
  type: `${errors}/#unathorized`,
  title: "You did not provide correct credentials.",
  detail,
});

export const wrongApplication: Problem = {
  status: 401,
  type: `${errors}/#unprovisioned`,
  title: "The credentials provided do not have access to the requested product",
  detail: "Check that the application id is yours and may send messages",
};

export const notFound: Problem = {
  status: 404,
  type: `${errors}#not-found`,
  title: "Not Found",
  detail: "There is nothing at this address.",
};

export const tooLarge: Problem = {
  status: 413,
  type: `${errors}#too-large`,
  title: "Request too large",
  detail: "The request body is larger than this service reads.",
};

export const invalidJson = (detail: string): Problem => ({
  status: 422,
  type: `${errors}#invalid-json`,
  title: "The request body did not contain valid JSON",
  detail,
});

export const invalidParams = (faults: Fault[]): Problem => ({
  status: 422,
  type: `${errors}/messages#1150`,
  title: "Invalid params",
  detail: "The value of one or more parameters is invalid.",
  invalid_parameters: faults,
});

export const unsupportedChannel: Problem = {
  status: 422,
  type: `${errors}/messages#1100`,
  title: "Unsupported channel",
  detail: "The specified channel is not supported.",
};

export const invalidMessageType: Problem = {
  status: 422,
  type: `${errors}/messages#1140`,
  title: "Invalid message type",
  detail: "The specified message type is not supported for the given channel.",
};

export const invalidClientRef: Problem = {
  status: 422,
  type: `${errors}/messages#1060`,
  title: "Invalid client reference",
  detail: "The client reference can be a string of up to 100 characters.",
};

export const throttled: Problem = {
  status: 429,
  type: `${errors}/messages#1000`,
  title: "Rate Limit Hit",
  detail: "Please wait, then retry your request",
};

export const internalError: Problem = {
  status: 500,
  type: `${errors}/messages#1000`,
  title: "Internal error",
  detail: "There was an error processing your request in the Platform.",
};

const lowBalance: Problem = {
  status: 402,
  type: `${errors}/#low-balance`,
  title: "Low balance",
  detail: "This request could not be performed due to your account balance being low.",
};

// Some codes mean one thing in an HTTP answer and another in a status: these are the answers' own.
const answersOwn: Record<string, Problem> = {
  "1060": invalidClientRef,
  "1100": unsupportedChannel,
  "1110": {
    ...invalidParams([]),
    type: `${errors}/messages#1110`,
    title: "Invalid channel parameters",
  },
  "1120": {
    status: 422,
    type: `${errors}/messages#1120`,
    title: "Invalid sender",
    detail: "The `from` parameter is invalid for the given channel.",
  },
  "1140": invalidMessageType,
  "1150": invalidParams([]),
};

/** How Vonage words a refusal; an empty code asks for the usual one of this HTTP status. */
export function refusal(httpStatus: number, code: string): Problem {
  if (httpStatus === 401 && code === "unprovisioned") return wrongApplication;
  if (code === "") return usualRefusal(httpStatus);
  const own = httpStatus === 422 ? answersOwn[code] : undefined;
  return own ?? { status: httpStatus, type: errorAddress(code), ...describe(code) };
}

function usualRefusal(httpStatus: number): Problem {
  if (httpStatus === 401) return badCredentials("Check that you're using the correct credentials");
  if (httpStatus === 402) return lowBalance;
  // The specification has no 403; the codes of accounts that may not send are the nearest.
  if (httpStatus === 403) return { status: 403, type: errorAddress("1080"), ...describe("1080") };
  return invalidParams([]);
}

export function problemBody({ status, ...problem }: Problem) {
  return { ...problem, instance: traceId() };
}

export function errorAddress(code: string): string {
  return `${errors}/messages#${code}`;
}

export function traceId(): string {
  return randomUUID().replaceAll("-", "");
}
