import type { Migration } from './index';

/** What a document was made from, and what a conversation is: so that both can be explained, and documents made again. */
export const madeDocuments: Migration = {
  version: 30,
  name: 'made-documents',
  statements: [
    'alter table vivier_personal.records drop constraint records_kind_check',
    `update vivier_personal.records set kind = 'chat_history' where kind = 'chat'`,
    `alter table vivier_personal.records
      add constraint records_kind_check check (kind in ('generated-document', 'chat_history')),
      add column profile_version integer,
      add column details bytea`,
  ],
};
