import { initial } from './0001-initial';
import { rights } from './0002-rights';
import { applications } from './0003-applications';
import { search } from './0010-search';
import { madeDocuments } from './0030-made-documents';
import { widerSearch } from './0031-wider-search';
import { towns } from './0032-towns';
import { availability } from './0033-availability';
import { formerLogs } from './0034-former-logs';
import { apiKeys } from './0035-api-keys';
import { staff } from './0040-staff';
import { submittedDocuments } from './0041-submitted-documents';
import { lists } from './0045-lists';
import { waitingForModel } from './0047-waiting-for-model';

export interface Migration {
  /** In the order in which they are applied; numbers may be left out. */
  version: number;
  name: string;
  statements: string[];
}

/** Forward only: a migration that was once released is never edited, a correction is a new one. */
export const migrations: readonly Migration[] = [
  initial,
  rights,
  applications,
  search,
  madeDocuments,
  widerSearch,
  towns,
  availability,
  formerLogs,
  apiKeys,
  staff,
  submittedDocuments,
  lists,
  waitingForModel,
];

/** The version of the schema that this code makes. */
export const latestVersion = (known: readonly Migration[]): number =>
  Math.max(...known.map((migration) => migration.version));
