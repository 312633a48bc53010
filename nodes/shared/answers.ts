import { createMemoryCache } from '../../lib/analyze';
import type { TalentPool } from '../../lib/pool';

/** Answers of the model for the whole process, a working day at most: a run that was stopped goes on where it ended. */
export const answersInMemory = createMemoryCache();

/** `memory`: some hours, in this process. `pool`: with the candidates, encrypted as they are, and deleted with them. `nowhere`: asked each time. */
export type KeepAnswers = 'memory' | 'pool' | 'nowhere';

/**
 * A pool whose erasures also empty this process's memory of answers: they quote CVs, also ones of the same person that were never saved, so no key finds
 * them all. Other people's answers go too; they are only asked for again.
 */
export function forgettingAnswers(pool: TalentPool): TalentPool {
  const afterwards = async <T>(done: Promise<T>): Promise<T> => {
    try {
      return await done;
    } finally {
      answersInMemory.clear();
    }
  };
  return {
    ...pool,
    candidates: { ...pool.candidates, erase: (...given) => afterwards(pool.candidates.erase(...given)) },
    retention: { ...pool.retention, purge: (...given) => afterwards(pool.retention.purge(...given)) },
  };
}
