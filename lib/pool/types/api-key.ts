/**
 * What a program may do with the HTTP API: `intake` hands in CVs and sees nobody, `recruiter` works with people and offers, `auditor` reads state and
 * numbers and sees nobody, `administrator` may do all of it and erase.
 */
export const API_ROLES = ['intake', 'recruiter', 'auditor', 'administrator'] as const;

export type ApiRole = (typeof API_ROLES)[number];

export interface ApiKeyInput {
  /** What the key is for, for example `careers site`: no person's name is needed. */
  name: string;
  role: ApiRole;
  by: string;
  /** ISO 8601; without it, until it is withdrawn. */
  expiresAt?: string;
}

export interface ApiKey {
  keyId: string;
  name: string;
  role: ApiRole;
  createdBy: string;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  /** To the hour. */
  lastUsedAt: string | null;
}

/** The only time that the key itself is told. */
export interface NewApiKey extends ApiKey {
  key: string;
}
