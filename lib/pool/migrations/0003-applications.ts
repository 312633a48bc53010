import type { Migration } from './index';

/** Stages of an offer's own, and what people add to an application. */
export const applications: Migration = {
  version: 3,
  name: 'applications',
  statements: [
    `alter table vivier.job_offers
      add column stages jsonb,
      add column seniority text,
      add column refusal_months integer check (refusal_months between 1 and 120)`,

    'alter table vivier_personal.applications drop constraint applications_stage_check',
    `alter table vivier_personal.applications
      add constraint applications_stage_check check (length(stage) between 1 and 60),
      add column assigned_to text,
      add column consent_at timestamptz,
      add column consent_scope text check (consent_scope in ('application', 'pool')),
      add column rescore_needed boolean not null default false`,
    'create index applications_assigned on vivier_personal.applications (assigned_to) where assigned_to is not null',

    'alter table vivier_personal.stage_changes add column against_score boolean not null default false',

    // Nobody is rejected by a machine, whatever program writes: a rejected application has a person's decision beside it.
    `create function vivier_personal.require_decision() returns trigger language plpgsql as $$
      begin
        if not exists (select 1 from vivier_personal.stage_changes
            where application_id = new.id and to_stage = 'rejected')
          and exists (select 1 from vivier_personal.applications where id = new.id and stage = 'rejected') then
          raise exception 'a rejection needs a person and a reason' using errcode = '23514';
        end if;
        return null;
      end
    $$`,
    `create constraint trigger applications_rejected_by_a_person
      after insert or update of stage on vivier_personal.applications deferrable initially deferred
      for each row when (new.stage = 'rejected') execute function vivier_personal.require_decision()`,

    `create table vivier_personal.application_notes (
      id uuid primary key,
      application_id uuid not null references vivier_personal.applications (id) on delete cascade,
      author text not null,
      body bytea not null,
      at timestamptz not null
    )`,
    'create index application_notes_application on vivier_personal.application_notes (application_id, at)',

    `create table vivier_personal.external_tests (
      id uuid primary key,
      application_id uuid not null references vivier_personal.applications (id) on delete cascade,
      name text not null,
      status text not null check (status in ('invited', 'started', 'completed', 'expired', 'cancelled')),
      invited_by text not null,
      invited_at timestamptz not null,
      expires_at timestamptz,
      result bytea,
      result_by text,
      result_at timestamptz,
      check (status <> 'completed' or result_at is not null)
    )`,
    'create index external_tests_application on vivier_personal.external_tests (application_id, invited_at)',

    `create table vivier_personal.score_overrides (
      id uuid primary key,
      application_id uuid not null references vivier_personal.applications (id) on delete cascade,
      score_version integer not null,
      criterion_id text,
      decision text not null,
      decided_by text not null,
      reason bytea not null,
      at timestamptz not null
    )`,
    'create index score_overrides_application on vivier_personal.score_overrides (application_id)',
  ],
};
