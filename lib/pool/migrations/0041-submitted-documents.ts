import type { Migration } from './index';

/** What a person handed in beside their CV: letters, diplomas, certificates. */
export const submittedDocuments: Migration = {
  version: 41,
  name: 'submitted-documents',
  statements: [
    'alter table vivier_personal.records drop constraint records_kind_check',
    `alter table vivier_personal.records
      add constraint records_kind_check check (kind in ('generated-document', 'chat_history', 'submitted-document'))`,
  ],
};
