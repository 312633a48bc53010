import type { Migration } from './index';

/** One statement an entry: the embedded database takes one at a time. */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  statements: [
    'create schema if not exists vivier_personal',

    `create table vivier.pool_keys (
      id smallint generated always as identity primary key,
      wrapped boolean not null,
      salt bytea not null,
      material bytea not null
    )`,

    `create table vivier.job_offers (
      id text primary key check (length(id) between 1 and 200),
      title text not null,
      text text not null,
      language text,
      criteria jsonb not null,
      is_open boolean not null default true,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      closed_at timestamptz
    )`,

    `create table vivier.audit_head (
      one boolean primary key default true check (one),
      seq integer not null,
      hash bytea not null
    )`,
    `insert into vivier.audit_head (seq, hash) values (0, '\\x')`,
    `create table vivier.audit_events (
      seq integer primary key,
      at timestamptz not null,
      actor text not null,
      action text not null,
      subject_kind text not null,
      subject_id text,
      details jsonb not null,
      key_id smallint not null,
      hash bytea not null
    )`,
    'create index audit_events_subject on vivier.audit_events (subject_id)',
    `create function vivier.refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'the audit log is append-only'; end
    $$`,
    `create trigger audit_events_append_only before update or delete or truncate on vivier.audit_events
      for each statement execute function vivier.refuse_change()`,

    'create table vivier.erasures (subject_hash bytea primary key, erased_at timestamptz not null)',

    `create table vivier_personal.candidates (
      id uuid primary key,
      profile_version integer not null,
      source text,
      skills text[] not null,
      languages text[] not null,
      experience_months integer,
      search_words text not null,
      search_vector tsvector not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`,
    'create index candidates_search on vivier_personal.candidates using gin (search_vector)',
    'create index candidates_recent on vivier_personal.candidates (updated_at desc, id)',

    `create table vivier_personal.identity_keys (
      kind text not null check (kind in ('email', 'phone', 'file')),
      hash bytea not null,
      candidate_id uuid not null references vivier_personal.candidates (id) on delete cascade,
      primary key (kind, hash)
    )`,
    'create index identity_keys_candidate on vivier_personal.identity_keys (candidate_id)',

    `create table vivier_personal.candidate_profiles (
      candidate_id uuid not null references vivier_personal.candidates (id) on delete cascade,
      version integer not null,
      body bytea not null,
      source text,
      created_at timestamptz not null,
      primary key (candidate_id, version)
    )`,

    `create table vivier_personal.documents (
      id uuid primary key,
      candidate_id uuid not null references vivier_personal.candidates (id) on delete cascade,
      file_key bytea not null,
      file_name bytea not null,
      mime_type text not null,
      byte_size integer not null,
      content bytea not null,
      text bytea not null,
      created_at timestamptz not null,
      unique (candidate_id, file_key)
    )`,

    `create table vivier_personal.applications (
      id uuid primary key,
      candidate_id uuid not null references vivier_personal.candidates (id) on delete cascade,
      offer_id text not null references vivier.job_offers (id),
      stage text not null
        check (stage in ('screening', 'test', 'interview', 'offer', 'hired', 'rejected', 'withdrawn')),
      source text,
      score double precision,
      score_version integer not null default 0,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      unique (candidate_id, offer_id)
    )`,
    'create index applications_ranking on vivier_personal.applications (offer_id, score desc nulls last)',

    `create table vivier_personal.application_scores (
      application_id uuid not null references vivier_personal.applications (id) on delete cascade,
      version integer not null,
      score double precision not null,
      body bytea not null,
      created_at timestamptz not null,
      primary key (application_id, version)
    )`,

    `create table vivier_personal.stage_changes (
      id integer generated always as identity primary key,
      application_id uuid not null references vivier_personal.applications (id) on delete cascade,
      from_stage text not null,
      to_stage text not null,
      changed_by text not null,
      reason text,
      at timestamptz not null,
      check (to_stage <> 'rejected' or (length(changed_by) > 1 and length(reason) > 0))
    )`,
    'create index stage_changes_application on vivier_personal.stage_changes (application_id)',
  ],
};
