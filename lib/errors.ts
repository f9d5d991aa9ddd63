export type ErrorCode = "invalid" | "forbidden" | "not-found" | "conflict" | "blocked" | "unavailable";

/** Something that a person can understand and act on. The message is shown to them as it stands. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields?: Record<string, string[]>,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

export class Invalid extends DomainError {
  constructor(message: string, fields?: Record<string, string[]>) {
    super("invalid", message, fields);
  }
}

/** Shown outside as "not found": who may not see a thing is not told that it exists. */
export class Forbidden extends DomainError {
  constructor(readonly permission: string) {
    super("forbidden", "We could not find that, or it is not part of your programs.");
  }
}

export class NotFound extends DomainError {
  constructor(message = "We could not find that, or it is not part of your programs.") {
    super("not-found", message);
  }
}

export class Conflict extends DomainError {
  constructor(message: string) {
    super("conflict", message);
  }
}

export class Blocked extends DomainError {
  constructor(message: string) {
    super("blocked", message);
  }
}

export class Unavailable extends DomainError {
  constructor(message: string) {
    super("unavailable", message);
  }
}

/** The SQLSTATE of a database error, wherever in the chain of causes it stands. */
export function sqlState(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ("code" in e && typeof e.code === "string" && /^[0-9A-Z]{5}$/.test(e.code)) return e.code;
  }
  return undefined;
}
