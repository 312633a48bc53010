import type { Migration } from './index';

/**
 * Documents about several people (shortlists, comparisons) and about nobody (activity reports). What is about a person stands in a record of
 * theirs, so that it goes with them; the head knows only how many they were.
 */
export const lists: Migration = {
  version: 45,
  name: 'lists',
  statements: [
    `create table vivier.lists (
      id uuid primary key,
      name text not null,
      mime_type text not null,
      people integer not null check (people >= 0),
      made jsonb not null,
      created_by text not null,
      created_at timestamptz not null)`,
    'create index lists_newest on vivier.lists (created_at desc, id)',
    'alter table vivier_personal.records add column list_id uuid references vivier.lists (id)',
    'alter table vivier_personal.records drop constraint records_kind_check',
    `alter table vivier_personal.records
      add constraint records_kind_check check (kind in ('generated-document', 'chat_history', 'submitted-document', 'list_entry')),
      add constraint records_list_check check ((kind = 'list_entry') = (list_id is not null))`,
    'create index records_list on vivier_personal.records (list_id) where list_id is not null',
  ],
};
