import { sql } from 'kysely';
import type { Trx } from '../context';
import type { Secrets } from '../secrets';
import { normalise, withoutGender } from '../words';
import type { Attempt } from './attempts';
import { blindWord } from './names';

const MAX_TERMS = 32;
const SHORTEST_PREFIX = 2;

export interface Term {
  kind: 'word' | 'phrase' | 'prefix';
  /** Normalised. */
  text: string;
  without: boolean;
}

/** Alternatives of terms that all have to be there. */
export type Query = Term[][];

const TOKEN = /(-?)(?:["«“]\s*([^"»”]*?)\s*["»”]|([^\s"«»“”]+))/gu;

/** Words, « "a phrase" », `-without`, `begin*`, `or` between alternatives (« ou » is too common a word). */
export function parseQuery(text: string): Query {
  const alternatives: Query = [[]];
  for (const [, minus, phrase, word] of text.matchAll(TOKEN)) {
    if (!minus && word && /^or$/i.test(word)) {
      alternatives.push([]);
      continue;
    }
    const term = toTerm(phrase ?? word, phrase !== undefined, minus === '-');
    if (term && alternatives.flat().length < MAX_TERMS) alternatives.at(-1)?.push(term);
  }
  return alternatives.filter((terms) => terms.length > 0);
}

function toTerm(written: string, quoted: boolean, without: boolean): Term | null {
  const text = normalise(written);
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  if (quoted) return { kind: 'phrase', text, without };
  const prefix = /^([\p{L}\p{N}]+)\*$/u.exec(text)?.[1];
  if (prefix && prefix.length >= SHORTEST_PREFIX) return { kind: 'prefix', text: prefix, without };
  return { kind: 'word', text, without };
}

/** The last word as the beginning of a word, for who is still typing; null when it is none. */
export function withOpenEnd(query: Query): Query | null {
  const last = query.at(-1)?.at(-1);
  if (!last || last.kind !== 'word' || last.without || !/^[\p{L}\p{N}]{3,}$/u.test(last.text)) return null;
  return [...query.slice(0, -1), [...(query.at(-1) ?? []).slice(0, -1), { ...last, kind: 'prefix' }]];
}

interface Stems {
  fr: string;
  en: string;
}

export interface Compiled {
  /** For `::tsquery`. */
  text: string;
  /** What is looked for, to be marked in a CV: stems, and beginnings of stems. */
  stems: Set<string>;
  beginnings: string[];
}

/**
 * The query as PostgreSQL reads it: each word stemmed in French and in English, or as a blinded part of a name. Stop words of either language
 * are passed over unless there is nothing else.
 * @returns null when nothing can be looked for.
 */
export async function compileQuery(trx: Trx, secrets: Secrets, query: Query): Promise<Compiled | null> {
  const terms = query.flat();
  if (terms.length === 0) return null;
  const stems = await stemsOf(trx, terms);
  const meant = terms.some((term, index) => !term.without && !isStopped(term, stems[index]));
  let index = 0;
  const alternatives = query.flatMap((group) => {
    const parts = group.flatMap((term) => {
      const part = partOf(secrets, term, stems[index++], meant);
      return part === null ? [] : [term.without ? `!(${part})` : part];
    });
    return parts.length > 0 ? [`(${parts.join(' & ')})`] : [];
  });
  return alternatives.length > 0 ? { text: alternatives.join(' | '), ...wordsIn(terms, stems) } : null;
}

/** The words that were asked for, not those to leave out, from how the database quotes them. */
function wordsIn(terms: Term[], stems: Stems[]): Pick<Compiled, 'stems' | 'beginnings'> {
  const wanted = stems.filter((_, index) => !terms[index].without).flatMap(({ fr, en }) => [fr, en]);
  const lexemes = wanted.flatMap((part) => [...part.matchAll(/'((?:[^']|'')+)'(:\*)?/gu)]);
  return {
    stems: new Set(lexemes.filter(([, , open]) => !open).map(([, stem]) => stem)),
    beginnings: lexemes.filter(([, , open]) => open).map(([, stem]) => stem),
  };
}

const isStopped = ({ kind }: Term, { fr, en }: Stems) => kind !== 'prefix' && (fr === '' || en === '');

function partOf(secrets: Secrets, term: Term, stems: Stems, meant: boolean): string | null {
  const stopped = isStopped(term, stems);
  const named = stopped && meant ? null : blinded(secrets, term);
  const parts = stopped ? [] : [stems.fr, stems.en].filter((part) => part !== '');
  const all = [...(term.kind === 'prefix' ? shortest(parts) : new Set(parts)), ...(named ? [named] : [])];
  return all.length > 0 ? `(${all.map((part) => `(${part})`).join(' | ')})` : null;
}

/** `'compta':*` finds all that `'comptable':*` does, and each beginning costs a walk through all that begins with it. */
function shortest(parts: string[]): string[] {
  const beginnings = [...new Set(parts.flatMap((part) => part.split(' | ')))];
  const bare = (part: string) => part.replace(/':\*$/, '');
  return beginnings.filter((one) => !beginnings.some((other) => other !== one && one.startsWith(bare(other))));
}

/** A name's words in the order asked for; null for what is no name, as a word with digits. */
function blinded(secrets: Secrets, { kind, text }: Term): string | null {
  if (kind === 'prefix' || /\p{N}/u.test(text)) return null;
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  if (words.length === 0) return null;
  return words.map((word) => `(${blindWord(secrets, word).join(' | ')})`).join(' <-> ');
}

/** By the database's own dictionaries, and quoted by it. */
async function stemsOf(trx: Trx, terms: Term[]): Promise<Stems[]> {
  const kinds = terms.map(({ kind }) => kind);
  const texts = terms.map(({ text }) => withoutGender(text));
  const { rows } = await sql<Stems>`
    select
      case kind when 'phrase' then phraseto_tsquery('french', body)
        when 'prefix' then to_tsquery('simple', body || ':*') || to_tsquery('french', body || ':*')
        else plainto_tsquery('french', body) end::text as fr,
      case kind when 'phrase' then phraseto_tsquery('english', body)
        when 'prefix' then to_tsquery('english', body || ':*')
        else plainto_tsquery('english', body) end::text as en
    from unnest(${kinds}::text[], ${texts}::text[]) with ordinality as term (kind, body, place)
    order by place`.execute(trx);
  return rows;
}

/** CVs that match the words, those that say them most and closest together first. */
export function byTsquery(mode: 'words' | 'prefix' | 'similar', words: Compiled): Attempt {
  return {
    mode,
    where: [sql<boolean>`candidate.search_vector @@ ${words.text}::tsquery`],
    rank: sql<number>`ts_rank_cd(search_vector, ${words.text}::tsquery, 1)`,
    words,
  };
}
