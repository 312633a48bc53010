import type { Migration } from './index';

/** Who may sign in to the talent pool pages, and who is signed in. Passwords and tokens are kept as hashes alone. */
export const staff: Migration = {
  version: 40,
  name: 'staff',
  statements: [
    `create table vivier.staff (
      id uuid primary key,
      login text not null unique,
      name text not null,
      role text not null check (role in ('recruiter', 'auditor', 'administrator')),
      password text not null,
      must_change boolean not null,
      failures integer not null default 0,
      locked_until timestamptz,
      disabled_at timestamptz,
      created_at timestamptz not null,
      signed_in_at timestamptz)`,
    `create table vivier.staff_sessions (
      token_hash bytea primary key,
      staff_id uuid not null references vivier.staff (id) on delete cascade,
      created_at timestamptz not null,
      seen_at timestamptz not null)`,
    'create index staff_sessions_by_staff on vivier.staff_sessions (staff_id)',
  ],
};
