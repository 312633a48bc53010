import { VivierError } from '../../errors';
import type { PoolContext, Trx } from '../context';
import { nearest, type Nearest } from '../embeddings/nearest';
import type { Embedder, MeaningMode } from '../types';
import { requiredText } from '../validate';
import type { Condition } from './filters';

/** Reciprocal rank fusion, with the constant of its paper (Cormack, Clarke, Büttcher, SIGIR 2009). */
const K = 60;

export type Meaning = Nearest;

interface Asked {
  mode: MeaningMode;
  vector: number[] | null;
  nearest(context: PoolContext, trx: Trx, filters: Condition[], limit: number): Promise<Meaning>;
}

/** The query's vector. A model that can't be asked takes nothing from the search by words. */
export async function meaningOf(embedder: Embedder | undefined, text: string): Promise<Asked> {
  const without = (mode: MeaningMode): Asked => ({
    mode,
    vector: null,
    nearest: () => Promise.resolve({ ids: [], mode }),
  });
  if (!embedder || text === '') return without('off');
  const model = requiredText(embedder.model, 'meaning.model', 200);
  const vector = await embedder.embed([text], 'query').then(
    (vectors) => vectors[0],
    (error: unknown) => {
      if (error instanceof VivierError && error.code === 'cancelled') throw error;
      return undefined;
    },
  );
  if (!vector || !isVector(vector)) return without('failed');
  return {
    mode: 'index',
    vector,
    nearest: (context, trx, filters, limit) => nearest(context, trx, { model, vector, filters, limit }),
  };
}

export function isVector(value: unknown): value is number[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'number' && Number.isFinite(one))
  );
}

/** Adds up 1 / (60 + place) over the lists; equal sums keep the first list's order. */
export function fuse(lists: string[][]): { id: string; score: number }[] {
  const scores = new Map<string, number>();
  for (const list of lists) {
    list.forEach((id, index) => scores.set(id, (scores.get(id) ?? 0) + 1 / (K + index + 1)));
  }
  return [...scores].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
