import { sql, type RawBuilder } from 'kysely';
import type { PoolContext, Trx } from '../context';
import { identityKey, normaliseEmail, normalisePhone } from '../identity';
import type { Secrets } from '../secrets';
import type { IdentityKind } from '../tables';
import type { SearchResult } from '../types';
import { normalise } from '../words';
import type { Condition } from './filters';
import { compileQuery, parseQuery, withOpenEnd, type Compiled } from './query';

/** Below this share of common trigrams two words are different words; 0.4 still finds two swapped letters in a six-letter word. */
const SIMILARITY = '0.4';
/** Shorter words have too few trigrams to compare. */
const MIN_SIMILAR_LENGTH = 4;
const MAX_WORDS = 12;

/** An expression, not a bare 0: `order by 0` would mean a column's number. */
const UNRANKED = sql<number>`0::real`;

export interface Attempt {
  mode: Exclude<SearchResult['mode'], 'hybrid'>;
  where: Condition[];
  /** Of a row with `search_vector` and `search_words`. */
  rank: RawBuilder<number>;
  /** Null where no words are looked for. */
  words: Compiled | null;
}

/** The ways to search, from what was written to what may have been meant; the first that finds somebody counts. */
export async function* attempts(context: PoolContext, trx: Trx, text: string): AsyncGenerator<Attempt> {
  if (text === '') return yield { mode: 'all', where: [], rank: UNRANKED, words: null };
  const contact = byContact(context.secrets, text);
  if (contact) yield contact;
  const query = parseQuery(text);
  const words = await compileQuery(trx, context.secrets, query);
  if (words) yield byWords('words', words);
  const open = withOpenEnd(query);
  const prefix = open && (await compileQuery(trx, context.secrets, open));
  if (prefix) yield byWords('prefix', prefix);
  const similar = context.features.trigrams ? bySimilarWords(text) : null;
  if (!similar) return;
  await sql`select set_config('pg_trgm.word_similarity_threshold', ${SIMILARITY}, true)`.execute(trx);
  yield similar;
}

function byContact(secrets: Secrets, query: string): Attempt | null {
  const email = normaliseEmail(query);
  const phone = /^\+?[\d\s().-]{8,}$/.test(query) ? normalisePhone(query) : null;
  const [kind, value]: [IdentityKind, string | null] = email ? ['email', email] : ['phone', phone];
  if (!value) return null;
  const { hash, older } = identityKey(secrets, kind, value);
  const where = sql<boolean>`candidate.id in (select known.candidate_id from vivier_personal.identity_keys known
    where known.kind = ${kind} and known.hash in (${sql.join([hash, ...older])}))`;
  return { mode: 'contact', where: [where], rank: UNRANKED, words: null };
}

function byWords(mode: 'words' | 'prefix', words: Compiled): Attempt {
  return {
    mode,
    where: [sql<boolean>`candidate.search_vector @@ ${words.text}::tsquery`],
    rank: sql<number>`ts_rank_cd(search_vector, ${words.text}::tsquery, 1)`,
    words,
  };
}

/** Null where guessing would go against what was asked: a phrase, a word to leave out, alternatives, a beginning. */
function bySimilarWords(query: string): Attempt | null {
  if (/["«»“”*]|(?:^|\s)-\S|\sor\s/i.test(query)) return null;
  const words = [...new Set(normalise(query).match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, MAX_WORDS);
  const long = words.filter((word) => word.length >= MIN_SIMILAR_LENGTH);
  if (long.length === 0) return null;
  const similarity = long.map((word) => sql<number>`word_similarity(${word}, search_words)`);
  return {
    mode: 'similar',
    where: long.map((word) => sql<boolean>`${word} <% candidate.search_words`),
    rank: sql<number>`(${sql.join(similarity, sql` + `)})`,
    words: null,
  };
}
