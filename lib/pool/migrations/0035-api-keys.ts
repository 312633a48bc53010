import type { Migration } from './index';

/** Who may use the HTTP API. Nothing of a candidate stands in it. */
export const apiKeys: Migration = {
  version: 35,
  name: 'api-keys',
  statements: [
    `create table vivier.api_keys (
      id uuid primary key,
      name text not null,
      role text not null check (role in ('intake', 'recruiter', 'auditor', 'administrator')),
      -- SHA-256 of the key, which is 256 random bits: a slow hash guards words that people choose, and would add nothing here.
      key_hash bytea not null unique,
      created_by text not null,
      created_at timestamptz not null,
      expires_at timestamptz,
      revoked_at timestamptz,
      last_used_at timestamptz
    )`,
  ],
};
