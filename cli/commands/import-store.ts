import { performance } from 'node:perf_hooks';
import { toVivierError } from '../../lib/errors';
import type { CandidateInput, TalentPool, UpsertOutcome } from '../../lib/pool';

/** What became of one document. No name and no word of the CV, but its file's name. */
export interface Outcome {
  file: string;
  /** In an archive, a mail or a table. */
  document: string;
  /** `waiting` until its batch is stored. */
  result: 'added' | 'updated' | 'known' | 'failed' | 'waiting';
  candidateId?: string;
  code?: string;
  message?: string;
}

const MOST_WAITING = 100;
const MOST_BYTES = 32 * 1024 * 1024;
/** Nothing that was read waits longer: a program that is killed loses a second's work, and a slow model's answer none. */
const LONGEST_WAIT_MS = 1_000;

/** Quick documents are stored together, slow ones at once. */
export interface Store {
  /** `outcome` is filled in when its batch is stored. */
  add(outcome: Outcome, input: CandidateInput): Promise<void>;
  /** It is time to `flush`. */
  isDue(): boolean;
  flush(): Promise<void>;
}

export function createStore({ candidates }: Pick<TalentPool, 'candidates'>): Store {
  let waiting: { outcome: Outcome; input: CandidateInput }[] = [];
  let bytes = 0;
  let stored = performance.now();
  const store: Store = {
    async add(outcome, input) {
      waiting.push({ outcome, input });
      bytes += input.document?.data.length ?? 0;
      // An archive may hold thousands.
      if (waiting.length >= MOST_WAITING || bytes > MOST_BYTES) await store.flush();
    },
    isDue: () => performance.now() - stored >= LONGEST_WAIT_MS,
    async flush() {
      const batch = waiting;
      waiting = [];
      bytes = 0;
      const results = await candidates.upsertMany(batch.map(({ input }) => input));
      batch.forEach(({ outcome }, index) => Object.assign(outcome, told(outcome, results[index])));
      stored = performance.now();
    },
  };
  return store;
}

function told({ document }: Outcome, { candidate, error }: UpsertOutcome): Partial<Outcome> {
  if (error) return failure(error, document);
  const { candidateId, created, duplicateOf } = candidate;
  // Twice in what is imported now: the pool did not know it yet when it was asked.
  const known = duplicateOf === 'file' || duplicateOf === 'text';
  return { result: created ? 'added' : known ? 'known' : 'updated', candidateId };
}

export function failure(caught: unknown, document: string): Pick<Outcome, 'result' | 'code' | 'message'> {
  const { code, message } = toVivierError(caught, { fileName: document });
  return { result: 'failed', code, message };
}
