import { type Kysely, type Transaction } from 'kysely';
import { errorCode } from './codes';
import type { Secrets } from './secrets';
import type { Database } from './tables';

/** What each operation of the pool works with. */
export interface PoolContext {
  db: Kysely<Database>;
  secrets: Secrets;
  features: Features;
  now: () => Date;
  /** See Backend.scrub. */
  scrub: () => Promise<boolean>;
}

/** What the database at hand can do beyond plain PostgreSQL. Absent features narrow the search; nothing fails for them. */
export interface Features {
  /** Search by meaning will need it; see docs/decisions/0005-talent-pool.md. */
  pgvector: boolean;
  /** Finds misspelt words. */
  trigrams: boolean;
}

export type Trx = Transaction<Database>;

/** Deadlock, serialisation failure, and a unique key taken meanwhile (PostgreSQL manual, appendix A): all pass when tried again. */
const WORTH_ANOTHER_TRY = ['40P01', '40001', '23505'];
const TRIES = 4;

/** Runs `work` in one transaction, all or nothing, and again when another writer got in between. */
export async function transact<T>(context: PoolContext, work: (trx: Trx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await context.db.transaction().execute(work);
    } catch (error) {
      if (attempt === TRIES || !WORTH_ANOTHER_TRY.includes(errorCode(error) ?? '')) throw error;
    }
  }
}
