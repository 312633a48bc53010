import type { Migration } from './index';

/** Misspelt words in large pools. */
export const widerSearch: Migration = {
  version: 31,
  name: 'wider-search',
  statements: [
    // What the database counted for its own planning: stems that CVs mostly have. Row policies hide it from the roles though it tells of nobody;
    // blinded names are left out, and a small pool's words are not told: there, few might mean one.
    `create function vivier_personal.known_words() returns setof text
      language sql stable security definer set search_path = pg_catalog as $$
      select word from pg_catalog.pg_stats, unnest(most_common_elems::text::text[]) word
      where schemaname = 'vivier_personal' and tablename = 'candidates' and attname = 'search_vector'
        and word not like 'zqx%'
        and (select reltuples from pg_catalog.pg_class where oid = 'vivier_personal.candidates'::regclass) > 50000
    $$`,
  ],
};
