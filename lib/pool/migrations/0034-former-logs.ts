import type { Migration } from './index';

/** Decision logs of pools that a restore replaced, where they could not be carried on: kept as they were, named by their own hash. */
export const formerLogs: Migration = {
  version: 34,
  name: 'former-logs',
  statements: [
    `create table vivier.former_logs (
      log bytea not null,
      seq integer not null,
      at timestamptz not null,
      actor text not null,
      action text not null,
      subject_kind text not null,
      subject_id text,
      details jsonb not null,
      key_id smallint not null,
      hash bytea not null,
      primary key (log, seq)
    )`,
    `create trigger former_logs_append_only before update or delete or truncate on vivier.former_logs
      for each statement execute function vivier.refuse_change()`,
  ],
};
