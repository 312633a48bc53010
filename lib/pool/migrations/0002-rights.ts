import type { Migration } from './index';

/** What people's rights need: retention clocks, holds, corrections, merges, where else a person's data went, and key rotation. */
export const rights: Migration = {
  version: 2,
  name: 'rights',
  statements: [
    `alter table vivier_personal.candidates
      add column last_contact_at timestamptz,
      add column consent_until timestamptz`,
    'update vivier_personal.candidates set last_contact_at = updated_at',
    'alter table vivier_personal.candidates alter column last_contact_at set not null',
    'create index candidates_last_contact on vivier_personal.candidates (last_contact_at, id)',

    'alter table vivier.pool_keys add column retired_at timestamptz',

    // Each fingerprint tells which key made it, so that a rotation can go on where it stopped.
    'alter table vivier_personal.identity_keys drop constraint identity_keys_kind_check',
    `alter table vivier_personal.identity_keys
      add constraint identity_keys_kind_check check (kind in ('email', 'phone', 'file', 'text')),
      add column key_id smallint`,
    'update vivier_personal.identity_keys set key_id = (select max(id) from vivier.pool_keys)',
    'alter table vivier_personal.identity_keys alter column key_id set not null',

    `create table vivier_personal.name_keys (
      candidate_id uuid not null references vivier_personal.candidates (id) on delete cascade,
      hash bytea not null,
      key_id smallint not null,
      primary key (candidate_id, hash)
    )`,
    'create index name_keys_hash on vivier_personal.name_keys (hash)',

    `alter table vivier_personal.documents
      add column text_sha256 bytea,
      add column replaced_by uuid references vivier_personal.documents (id)
        on delete set null deferrable initially deferred`,
    'create index documents_file on vivier_personal.documents (file_key)',

    `create table vivier_personal.legal_holds (
      id uuid primary key,
      candidate_id uuid not null references vivier_personal.candidates (id) on delete restrict,
      placed_by text not null,
      placed_at timestamptz not null,
      reason bytea not null,
      lifted_by text,
      lifted_at timestamptz
    )`,
    `create unique index legal_holds_active on vivier_personal.legal_holds (candidate_id) where lifted_at is null`,

    `create table vivier_personal.corrections (
      id uuid primary key,
      candidate_id uuid not null references vivier_personal.candidates (id) on delete cascade,
      profile_version integer not null,
      paths text[] not null,
      corrected_by text not null,
      reason bytea not null,
      at timestamptz not null
    )`,
    'create index corrections_candidate on vivier_personal.corrections (candidate_id)',

    // The identifiers that a person had before two files of theirs were joined: an erasure has to reach those in backups too.
    `create table vivier_personal.former_ids (
      id uuid primary key,
      candidate_id uuid not null references vivier_personal.candidates (id) on delete cascade,
      at timestamptz not null
    )`,
    'create index former_ids_candidate on vivier_personal.former_ids (candidate_id)',

    `create table vivier_personal.records (
      id uuid primary key,
      candidate_id uuid not null references vivier_personal.candidates (id) on delete cascade,
      application_id uuid references vivier_personal.applications (id) on delete cascade,
      kind text not null check (kind in ('generated-document', 'chat')),
      name bytea not null,
      mime_type text not null,
      byte_size integer not null,
      content bytea not null,
      created_by text not null,
      created_at timestamptz not null
    )`,
    'create index records_candidate on vivier_personal.records (candidate_id, created_at desc)',

    `create table vivier_personal.analysis_runs (
      id uuid primary key,
      candidate_id uuid not null references vivier_personal.candidates (id) on delete cascade,
      profile_version integer not null,
      engine text not null,
      status text not null,
      model text,
      model_digest text,
      prompt_version text,
      prompt_hash text,
      schema_version integer not null,
      requests integer not null,
      attempts integer not null,
      tokens_in integer not null,
      tokens_out integer not null,
      ms double precision not null,
      warnings integer not null,
      run jsonb,
      at timestamptz not null
    )`,
    'create index analysis_runs_candidate on vivier_personal.analysis_runs (candidate_id, at desc)',

    `create table vivier_personal.analysis_cache (
      key bytea primary key,
      subject bytea not null,
      body bytea not null,
      created_at timestamptz not null
    )`,
    'create index analysis_cache_subject on vivier_personal.analysis_cache (subject)',
    'create index analysis_cache_age on vivier_personal.analysis_cache (created_at)',

    `create table vivier_personal.execution_traces (
      candidate_id uuid not null references vivier_personal.candidates (id) on delete cascade,
      execution_id text not null,
      workflow_id text not null,
      at timestamptz not null,
      primary key (candidate_id, execution_id)
    )`,
  ],
};
