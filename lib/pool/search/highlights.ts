import { sql } from 'kysely';
import type { Trx } from '../context';
import type { Highlight } from '../types';
import { normalise, withoutGender } from '../words';
import type { Compiled } from './query';

const LONGEST = 60_000;
const MOST_PASSAGES = 3;
/** Characters before and after the first word found. */
const BEFORE = 50;
const LENGTH = 180;

interface Word {
  from: number;
  to: number;
  /** As the index has it, before stemming. */
  form: string;
}

/**
 * Passages with the words found, as plain text and places: no markup, so that nothing of a CV can become one. The texts are opened for one page of
 * results and not kept.
 */
export async function highlightsOf(trx: Trx, texts: string[], wanted: Compiled): Promise<Highlight[][]> {
  const words = texts.map((text) => wordsOf(text.slice(0, LONGEST)));
  const found = await formsFound(trx, [...new Set(words.flat().map(({ form }) => form))], wanted);
  return texts.map((text, index) =>
    passages(
      text,
      words[index].filter(({ form }) => found.has(form)),
    ),
  );
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    form: withoutGender(normalise(match[0])),
  }));
}

/** Those of the words that the query's stems are of. */
async function formsFound(trx: Trx, forms: string[], { stems, beginnings }: Compiled): Promise<Set<string>> {
  const { rows } = await sql<{ form: string; stems: string[] }>`
    select form, ts_lexize('french_stem', form) || ts_lexize('english_stem', form) as stems
    from unnest(${forms}::text[]) form`.execute(trx);
  const isWanted = (stem: string) => stems.has(stem) || beginnings.some((beginning) => stem.startsWith(beginning));
  return new Set(rows.filter((row) => row.stems?.some(isWanted)).map((row) => row.form));
}

function passages(text: string, found: Word[]): Highlight[] {
  const result: Highlight[] = [];
  let end = -1;
  for (const word of found) {
    if (word.from < end || result.length === MOST_PASSAGES) continue;
    const from = borderAfter(text, Math.max(end, word.from - BEFORE, 0), word.from);
    end = borderBefore(text, Math.min(text.length, from + LENGTH), word.to);
    const within = found.filter((one) => one.from >= from && one.to <= end);
    result.push({
      text: text.slice(from, end),
      marks: within.map((one): [number, number] => [one.from - from, one.to - from]),
    });
  }
  return result;
}

/** The first place behind white space from `at` on, at most `latest`. */
function borderAfter(text: string, at: number, latest: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, latest).search(/\s/u);
  return space < 0 ? latest : at + space + 1;
}

/** The last white space before `at`, at least `least`. */
function borderBefore(text: string, at: number, least: number): number {
  if (at === text.length) return at;
  const space = text.slice(least, at).search(/\s\S*$/u);
  return space < 0 ? least : least + space;
}
