import type { Role } from "@/lib/context";

export const roleWords: Record<Role, string> = { nurse: "Nurse", manager: "Program manager", admin: "Admin" };

/** Lists of people stop here; a page that shows as many says so. */
export const staffListed = 500;

/** The person of a session, read anew on every request. */
export interface SignedIn {
  userId: string;
  name: string;
  email: string;
  role: Role;
}

export interface UserRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** ISO, business time. */
  disabledAt: string | null;
  /** ISO, business time; null when they are not signed in anywhere. */
  lastSeenAt: string | null;
  programs: string[];
}

/** Somebody who may be given a program's work. */
export interface StaffChoice {
  id: string;
  name: string;
  role: Role;
}

/** The password exists in clear only here: shown once, stored as a hash, never logged. */
export interface AddedUser {
  id: string;
  password: string;
}
