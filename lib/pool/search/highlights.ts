import { sql } from 'kysely';
import type { Trx } from '../context';
import type { Highlight } from '../types';

/** Private-use characters: no CV's text has them once they are taken out, so that what comes back as a mark is one. */
const START = '\uE000';
const STOP = '\uE001';
const BETWEEN = '\uE002';
const MARKS = /[\uE000-\uE002]/gu;
const LONGEST = 60_000;
const OPTIONS = `StartSel=${START}, StopSel=${STOP}, FragmentDelimiter=${BETWEEN}, MaxFragments=3, MaxWords=22, MinWords=8`;

/**
 * Passages with the words found, as plain text and places: no markup, so that nothing of a CV can become one. Texts of one page only: they are
 * opened for it and not kept.
 * @param texts as the CV has them; accents are ignored where their letters have one form (`normalize`).
 */
export async function highlightsOf(trx: Trx, texts: string[], tsquery: string): Promise<Highlight[][]> {
  const found: Highlight[][] = [];
  for (const text of texts) {
    const clean = text.replace(MARKS, ' ').slice(0, LONGEST);
    const { rows } = await sql<{ fr: string; en: string }>`select
      ts_headline('french', ${bare(clean)}, ${tsquery}::tsquery, ${OPTIONS}) as fr,
      ts_headline('english', ${bare(clean)}, ${tsquery}::tsquery, ${OPTIONS}) as en`.execute(trx);
    const passages = [rows[0].fr, rows[0].en].find((headline) => headline.includes(START));
    found.push(passages ? toPassages(passages, clean) : []);
  }
  return found;
}

/** Without accents, character by character: places in it are places in the text. */
function bare(text: string): string {
  return [...text]
    .map((character) => {
      const plain = character.normalize('NFD').replace(/\p{M}/gu, '');
      return plain.length === character.length ? plain : character;
    })
    .join('');
}

function toPassages(headline: string, original: string): Highlight[] {
  const plainOriginal = bare(original);
  let from = 0;
  return headline.split(BETWEEN).map((passage) => {
    const plain = passage.replace(MARKS, '');
    const at = plainOriginal.indexOf(plain, from);
    if (at >= 0) from = at + plain.length;
    const marks: [number, number][] = [];
    let place = 0;
    let start = 0;
    for (const character of passage) {
      if (character === START) start = place;
      else if (character === STOP) marks.push([start, place]);
      else place += character.length;
    }
    return { text: at >= 0 ? original.slice(at, at + plain.length) : plain, marks };
  });
}
