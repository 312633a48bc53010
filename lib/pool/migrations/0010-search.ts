import type { Migration } from './index';

/** Search without identity: filters as keys, embeddings, stored facts, and events for workflows. */
export const search: Migration = {
  version: 10,
  name: 'search',
  statements: [
    `alter table vivier_personal.candidates
      add column spoken text[] not null default '{}',
      add column degree_level smallint,
      add column filter_keys text[] not null default '{}',
      add column index_version smallint not null default 0`,
    // The index held names in the clear: gone at once, and made again from the sealed profiles by whoever opens the pool with its key.
    `update vivier_personal.candidates set search_vector = '', search_words = ''`,
    'create index candidates_index_version on vivier_personal.candidates (index_version)',

    // A narrow row: what is read for every match stays apart from what is read for the best.
    `alter table vivier_personal.candidates
      alter column search_vector set storage external,
      alter column search_words set storage external,
      alter column filter_keys set storage external`,
    'alter table vivier_personal.candidates set (toast_tuple_target = 160)',
    'alter table vivier_personal.candidates alter column search_vector set statistics 1000',
    'alter table vivier_personal.candidates alter column filter_keys set statistics 1000',
    'drop index vivier_personal.candidates_search',
    // Words and filters in one index: a rare word then costs the same with any number of common filters.
    'create index candidates_search on vivier_personal.candidates using gin (search_vector, filter_keys)',
    'create index candidates_created on vivier_personal.candidates (created_at desc, id)',
    'create index applications_stage on vivier_personal.applications (stage, candidate_id)',

    `create table vivier_personal.embeddings (
      candidate_id uuid primary key references vivier_personal.candidates (id) on delete cascade,
      model text not null,
      dimensions integer not null check (dimensions between 1 and 16000),
      profile_version integer not null,
      text_hash bytea not null,
      floats real[] not null,
      at timestamptz not null,
      check (array_length(floats, 1) = dimensions)
    )`,
    'alter table vivier_personal.embeddings alter column floats set storage external',

    `create table vivier_personal.candidate_facts (
      candidate_id uuid primary key references vivier_personal.candidates (id) on delete cascade,
      profile_version integer not null,
      version text not null,
      body bytea not null
    )`,

    // Entries of the log are numbered under a lock held until the commit, so that a reader who remembers the last number misses none.
    `create table vivier_personal.pool_events (
      id integer primary key,
      kind text not null,
      candidate_id uuid not null references vivier_personal.candidates (id) on delete cascade,
      application_id uuid references vivier_personal.applications (id) on delete cascade,
      offer_id text,
      details jsonb not null,
      at timestamptz not null
    )`,
    'create index pool_events_candidate on vivier_personal.pool_events (candidate_id)',
    'create index pool_events_application on vivier_personal.pool_events (application_id)',
    `create function vivier_personal.tell_event() returns trigger language plpgsql as $$
      declare
        event_kind text := case new.action
          when 'candidate.created' then 'candidate-added'
          when 'candidate.updated' then 'profile-changed'
          when 'candidate.rectified' then 'profile-changed'
          when 'application.stage-changed' then 'stage-changed' end;
        person uuid;
      begin
        if event_kind is null then return null; end if;
        person := case when new.subject_kind = 'candidate' then new.subject_id else new.details ->> 'candidateId' end;
        if event_kind = 'profile-changed' and (new.details ->> 'profileVersion') is not distinct from (
          select last.details ->> 'profileVersion' from vivier_personal.pool_events last
          where last.candidate_id = person and last.kind <> 'stage-changed' order by last.id desc limit 1) then
          return null;
        end if;
        insert into vivier_personal.pool_events (id, kind, candidate_id, application_id, offer_id, details, at)
          select new.seq, event_kind, person, case when new.subject_kind = 'application' then new.subject_id::uuid end,
            new.details ->> 'offerId', jsonb_strip_nulls(jsonb_build_object('from', new.details -> 'from',
              'to', new.details -> 'to', 'profileVersion', new.details -> 'profileVersion')), new.at
          where exists (select 1 from vivier_personal.candidates where id = person)
          on conflict do nothing;
        perform pg_notify('vivier_events', new.seq::text);
        return null;
      end
    $$`,
    `create trigger audit_events_told after insert on vivier.audit_events
      for each row execute function vivier_personal.tell_event()`,
  ],
};
