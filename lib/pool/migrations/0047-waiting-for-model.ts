import type { Migration } from './index';

/** CVs that the rules have read and that the model shall read when it has time. */
export const waitingForModel: Migration = {
  version: 47,
  name: 'waiting for the model',
  statements: [
    `create table vivier_personal.waiting_for_model (
      candidate_id uuid primary key references vivier_personal.candidates (id) on delete cascade,
      document_id uuid not null references vivier_personal.documents (id) on delete cascade,
      reference_date text not null,
      person boolean not null,
      since timestamptz not null,
      attempts integer not null default 0,
      taken_until timestamptz,
      not_before timestamptz)`,
    'create index waiting_for_model_order on vivier_personal.waiting_for_model (person desc, since)',
  ],
};
