import { initial } from './0001-initial';

export interface Migration {
  /** Counts up from 1 without holes. */
  version: number;
  name: string;
  statements: string[];
}

/** Forward only: a migration that was once released is never edited, a correction is a new one. */
export const migrations: readonly Migration[] = [initial];
