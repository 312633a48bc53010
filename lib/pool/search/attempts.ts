import { sql, type RawBuilder } from 'kysely';
import type { PoolContext, Trx } from '../context';
import { identityKey, normaliseEmail, normalisePhone } from '../identity';
import type { Secrets } from '../secrets';
import type { IdentityKind } from '../tables';
import type { SearchResult } from '../types';
import type { Condition } from './filters';
import { byTsquery, compileQuery, parseQuery, withOpenEnd, type Compiled } from './query';
import { bySimilarWords } from './similar';

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
  if (words) yield byTsquery('words', words);
  const open = withOpenEnd(query);
  const prefix = open && (await compileQuery(trx, context.secrets, open));
  if (prefix) yield byTsquery('prefix', prefix);
  const similar = await bySimilarWords(context, trx, text, words);
  if (similar) yield similar;
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
