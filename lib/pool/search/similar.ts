import { sql } from 'kysely';
import type { PoolContext, Trx } from '../context';
import { normalise, withoutGender } from '../words';
import type { Attempt } from './attempts';
import { distance } from './distance';
import { byTsquery, type Compiled } from './query';

/** Below this share of common trigrams two words are different words; 0.4 still finds two swapped letters in a six-letter word. */
const SIMILARITY = '0.4';
/** Shorter words have too few letters to compare. */
const MIN_LENGTH = 4;
const MAX_WORDS = 12;
/** Above, every row that shares a few letters is not looked at any more: only words that many CVs have are guessed. */
const MOST_SCANNED = 50_000;
const MOST_GUESSES = 3;

/**
 * CVs with words that look like those asked for, which no CV has. In a small pool each CV's words are compared, by trigram; in a large one the words that its
 * CVs mostly use, as the database knows them, so that it costs the same whatever the pool's size.
 * @param asked the words as they stand, which found nobody
 * @returns null where there is nothing to guess, or guessing would go against what was asked.
 */
export async function bySimilarWords(
  context: PoolContext,
  trx: Trx,
  query: string,
  asked: Compiled | null,
): Promise<Attempt | null> {
  // A phrase, a word to leave out, alternatives, a beginning: meant as they stand.
  if (/["«“”*]|(?:^|\s)-\S|\sor\s/i.test(query)) return null;
  const words = [...new Set(normalise(query).match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, MAX_WORDS);
  const long = words.filter((word) => word.length >= MIN_LENGTH);
  if (long.length === 0) return null;
  if ((await sizeOf(trx)) > MOST_SCANNED) return byKnownWords(trx, long, asked);
  return context.features.trigrams ? byTrigrams(trx, long) : null;
}

/** As of the last upkeep of the table; none yet: a young pool. */
async function sizeOf(trx: Trx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select reltuples::float8 as n from pg_class
    where oid = 'vivier_personal.candidates'::regclass`.execute(trx);
  return rows[0].n;
}

async function byTrigrams(trx: Trx, words: string[]): Promise<Attempt> {
  await sql`select set_config('pg_trgm.word_similarity_threshold', ${SIMILARITY}, true)`.execute(trx);
  const similarity = words.map((word) => sql<number>`word_similarity(${word}, search_words)`);
  return {
    mode: 'similar',
    where: words.map((word) => sql<boolean>`${word} <% candidate.search_words`),
    rank: sql<number>`(${sql.join(similarity, sql` + `)})`,
    words: null,
  };
}

async function byKnownWords(trx: Trx, words: string[], before: Compiled | null): Promise<Attempt | null> {
  const { rows: known } = await sql<{ word: string }>`select word from vivier_personal.known_words() word`.execute(trx);
  const { rows: asked } = await sql<{ stems: string[] }>`
    select coalesce(ts_lexize('french_stem', word), '{}') || coalesce(ts_lexize('english_stem', word), '{}') as stems
    from unnest(${words.map(withoutGender)}::text[]) with ordinality as given (word, place) order by place`.execute(
    trx,
  );
  const vocabulary = known.map(({ word }) => word);
  const guesses = asked.map(({ stems }) => guess([...new Set(stems)], vocabulary));
  if (guesses.some((some) => some.length === 0)) return null;
  // All known, and none left out as too short: they were looked for as they stand.
  const looked = new Set(asked.flatMap(({ stems }) => stems));
  if (guesses.every(isExact) && before && [...before.stems].every((stem) => looked.has(stem))) return null;
  const chosen = guesses.map((some) => some.map(({ word }) => word));
  const text = chosen.map((some) => `(${some.map(quoted).join(' | ')})`).join(' & ');
  return byTsquery('similar', { text, stems: new Set(chosen.flat()), beginnings: [] });
}

interface Guess {
  word: string;
  /** Letters that differ. */
  steps: number;
}

const isExact = (guesses: Guess[]) => guesses.every(({ steps }) => steps === 0);

/** The word itself where CVs have it, else those that differ by a letter or two, nearest first. */
function guess(stems: string[], vocabulary: string[]): Guess[] {
  const near = vocabulary.flatMap((word) => {
    const steps = Math.min(...stems.map((stem) => distance(stem, word, mostSteps(stem))));
    return Number.isFinite(steps) ? { word, steps } : [];
  });
  near.sort((a, b) => a.steps - b.steps || (a.word < b.word ? -1 : 1));
  const exact = near.filter(({ steps }) => steps === 0);
  return exact.length > 0 ? exact : near.slice(0, MOST_GUESSES);
}

const mostSteps = (stem: string) => (stem.length < 6 ? 1 : 2);

/** A lexeme in a tsquery (PostgreSQL manual, 8.11.2). */
const quoted = (lexeme: string) => `'${lexeme.replace(/[\\']/g, '$&$&')}'`;
