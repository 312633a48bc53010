import type { CandidateInput, TalentPool, UpsertedCandidate } from '../../lib/pool';

/** Reading the items' files takes a moment: those that are ready within it go in together. */
const GATHER_MS = 15;

interface Waiting {
  input: CandidateInput;
  resolve: (candidate: UpsertedCandidate) => void;
  reject: (error: unknown) => void;
}

/**
 * The same pool, where candidates that are saved in the same moment go in as one batch (`upsertMany`). Each call still has an answer or an error of
 * its own.
 * @param most how many at once: no more are waited for.
 */
export function savingTogether(pool: TalentPool, most: number): TalentPool {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    try {
      const outcomes = await pool.candidates.upsertMany(batch.map(({ input }) => input));
      batch.forEach(({ resolve, reject }, index) => {
        const { candidate, error } = outcomes[index];
        if (error) reject(error);
        else resolve(candidate);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const upsert = (input: CandidateInput) =>
    new Promise<UpsertedCandidate>((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (waiting.length >= most) void flush();
      else timer ??= setTimeout(() => void flush(), GATHER_MS);
    });
  return { ...pool, candidates: { ...pool.candidates, upsert } };
}
