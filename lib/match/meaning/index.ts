import { VivierError, type ErrorCode } from '../../errors';
import type { Profile } from '../../profile';
import { anonymize, isAnonymous, type AnonymousProfile } from '../anonymize';
import { stems } from '../text';
import type { JobOffer } from '../types';
import { passagesOf, passagesOfOffer } from './texts';

export { passagesOf, passagesOfOffer } from './texts';

/** Texts into vectors, one a text, and the model that made them: `OllamaClient.embed` behind two parameters. */
export type Embed = (texts: string[], purpose: 'document' | 'query') => Promise<{ vectors: number[][]; model: string }>;

/** How alike an offer and a profile are as texts. Shown beside the score, never a part of it. */
export interface Similarity {
  /** 0 to 1. Only values of one method and one model may be compared with each other. */
  value: number;
  /** `words`: no model had a part; shared words are counted. */
  method: 'embedding' | 'words';
  /** Name of the embedding model; null for `words`. */
  model: string | null;
  /** Why words were counted although a model was wished for. */
  fallback: ErrorCode | null;
}

/**
 * The likeness of each profile to the offer, all by the same method: by vectors of the anonymised texts (cosine of their passages' mean), or by shared
 * words where there is no `embed` or its model doesn't answer. Nothing of it enters the score.
 *
 * @returns one a profile, in their order
 * @throws VivierError `cancelled`; whatever else `embed` throws makes the method `words`, and `fallback` says why
 */
export async function similaritiesTo(
  offer: JobOffer,
  profiles: (Profile | AnonymousProfile)[],
  embed?: Embed,
): Promise<Similarity[]> {
  const wanted = passagesOfOffer(offer);
  const people = profiles.map((profile) => passagesOf(isAnonymous(profile) ? profile : anonymize(profile)));
  const byWords = (fallback: ErrorCode | null) =>
    people.map((passages): Similarity => {
      const value = sharedWords(wanted.join('\n'), passages.join('\n'));
      return { value, method: 'words', model: null, fallback };
    });
  if (!embed) return byWords(null);
  try {
    return await byVectors(wanted, people, embed);
  } catch (error) {
    if (!(error instanceof VivierError) || error.code === 'cancelled') throw error;
    return byWords(error.code);
  }
}

async function byVectors(wanted: string[], people: string[][], embed: Embed): Promise<Similarity[]> {
  const query = wanted.length === 0 ? { vectors: [], model: '' } : await embed(wanted, 'query');
  const texts = people.flat();
  const { vectors, model } = texts.length === 0 ? query : await embed(texts, 'document');
  const offer = meanDirection(query.vectors);
  let from = 0;
  return people.map((passages) => {
    const person = meanDirection(vectors.slice(from, from + passages.length));
    from += passages.length;
    return { value: rounded(cosine(offer, person)), method: 'embedding', model, fallback: null };
  });
}

/** Cosine of the square roots of how often each word's stem stands in the two texts. */
function sharedWords(one: string, other: string): number {
  const [a, b] = [countsOf(one), countsOf(other)];
  let shared = 0;
  for (const [stem, count] of a) shared += Math.sqrt(count * (b.get(stem) ?? 0));
  const size = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  return shared === 0 ? 0 : rounded(shared / Math.sqrt(size(a) * size(b)));
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stems(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** Mean of the vectors, each of length 1; an empty list has no direction. */
function meanDirection(vectors: number[][]): number[] {
  const sum = new Array<number>(vectors[0]?.length ?? 0).fill(0);
  for (const vector of vectors) {
    const length = Math.hypot(...vector) || 1;
    vector.forEach((value, at) => (sum[at] += value / length));
  }
  return sum;
}

function cosine(a: number[], b: number[]): number {
  const size = Math.hypot(...a) * Math.hypot(...b);
  return size === 0 ? 0 : a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) / size;
}

const rounded = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1e4) / 1e4;
