import type { Migration } from './index';

/** When somebody can begin, as their CV says; both empty where it says nothing. */
export const availability: Migration = {
  version: 33,
  name: 'availability',
  statements: [
    `alter table vivier_personal.candidates
      add column available_from date,
      add column notice_days smallint`,
  ],
};
