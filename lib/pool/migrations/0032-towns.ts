import type { Migration } from './index';

/** Where somebody lives, blinded, in a column of its own: a search around a town asks for hundreds of them. */
export const towns: Migration = {
  version: 32,
  name: 'towns',
  statements: [
    'alter table vivier_personal.candidates add column town text',
    'create index candidates_town on vivier_personal.candidates (town) where town is not null',
  ],
};
