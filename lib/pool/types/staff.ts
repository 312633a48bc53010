/** What somebody may do in the talent pool pages; the same three as the database's roles (`poolRoles`). */
export const STAFF_ROLES = ['recruiter', 'auditor', 'administrator'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** A person of the staff who may sign in. */
export interface StaffMember {
  staffId: string;
  login: string;
  name: string;
  role: StaffRole;
  /** The password was made by somebody else. */
  mustChange: boolean;
  disabled: boolean;
  /** ISO 8601; after too many wrong passwords. */
  lockedUntil: string | null;
  createdAt: string;
  signedInAt: string | null;
}

export interface StaffInput {
  login: string;
  name: string;
  role: StaffRole;
  by: string;
  /** 12 characters or more; one is made when there is none. */
  password?: string;
}

export interface StaffChange {
  by: string;
  role?: StaffRole;
  disabled?: boolean;
  /** Makes a new password, to be changed at the next sign-in, and unlocks. */
  newPassword?: boolean;
}

/** A password that was made, to be told once: only its hash is kept. */
export type StaffWithPassword = StaffMember & { password: string | null };

/** Never says why: a wrong name, a wrong password and a locked account look the same. */
export type SignIn = { ok: true; token: string; member: StaffMember } | { ok: false };

/** How a person of the staff looked at somebody's data, for the log. */
export const VIEWS = ['card', 'review-sheet', 'file'] as const;
export type ViewOf = (typeof VIEWS)[number];
