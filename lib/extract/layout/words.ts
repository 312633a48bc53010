import { asOnPage } from './bidi';
import { median, type Letter, type Word } from './types';

/** In multiples of the font size. A space is about 0.25 em, 0.18 em where a justified line is tight; kerning moves letters by less than 0.06 em. */
const WORD_GAP = 0.15;
/** With real space characters in the text, only a gap this wide is a word's end without one. */
const WORD_GAP_BESIDE_SPACES = 0.35;
/** Wider than any word space: another column or a tab. */
const SEGMENT_GAP = 1.5;

/** One blank is never wider, even stretched as under a scan. */
const WIDEST_BLANK = 0.7;

interface Segment {
  letters: Letter[];
  /** `spaces[i]`: a space character stands between letter i and i + 1. */
  spaces: boolean[];
}

/** Letters of one baseline, whatever the order in which they were painted. */
function rowsOf(letters: Letter[]): Letter[][] {
  const sorted = [...letters].sort((a, b) => a.y - b.y);
  const rows: Letter[][] = [];
  let reference = -Infinity;
  for (const letter of sorted) {
    const row = rows[rows.length - 1];
    if (row && letter.y - reference <= 0.12 * Math.max(letter.size, 4)) row.push(letter);
    else {
      rows.push([letter]);
      reference = letter.y;
    }
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1);
  return rows.flatMap(strandsOf);
}

/** Letters that overlap by more than this, in font sizes, belong to texts that are painted over each other. */
const OVERPRINT = 0.3;

/** Two letters that can't stand in one text: neither an accent on its letter nor the same letter painted twice. */
function collide(a: Letter, b: Letter): boolean {
  if (a.run === b.run || a.isSpace || b.isSpace || b.x0 > a.x1 - OVERPRINT * Math.min(a.size, b.size)) return false;
  return !isRepaint(a, b) && !/^(?:\p{M}|\p{Sk})$/u.test(a.text) && !/^(?:\p{M}|\p{Sk})$/u.test(b.text);
}

/**
 * A row whose texts run into each other (an address too long for its column, a page's head over its text) as several: sorted by place, their letters would
 * mix. What one operator painted stays together, and goes on with what was painted next to it in time.
 */
function strandsOf(row: Letter[]): Letter[][] {
  if (!row.some((letter, i) => i > 0 && collide(row[i - 1], letter))) return [row];
  const byRun = new Map<number, Letter[]>();
  for (const letter of row) {
    const run = letter.run ?? 0;
    const letters = byRun.get(run);
    if (letters) letters.push(letter);
    else byRun.set(run, [letter]);
  }
  const strands: { letters: Letter[]; run: number }[] = [];
  for (const [run, letters] of byRun) {
    const free = strands.filter((strand) => !collide(strand.letters[strand.letters.length - 1], letters[0]));
    const next = free.sort((a, b) => Math.abs(run - a.run) - Math.abs(run - b.run))[0];
    if (next) {
      next.letters.push(...letters);
      next.run = run;
    } else strands.push({ letters: [...letters], run });
  }
  return strands.map((strand) => strand.letters);
}

/** Simulated bold and shadows paint the same letter again, a hair beside. */
function isRepaint(a: Letter, b: Letter): boolean {
  return a.text === b.text && Math.abs(a.x0 - b.x0) < 0.15 * a.size && Math.abs(a.size - b.size) < 0.1 * a.size;
}

function segmentsOf(row: Letter[]): Segment[] {
  const segments: Segment[] = [];
  let current: Segment | null = null;
  let space = false;
  for (const letter of row) {
    if (letter.isSpace) {
      const before = current?.letters[current.letters.length - 1];
      if (before && !space) before.blank = Math.min(letter.x1 - letter.x0, WIDEST_BLANK * before.size);
      space = true;
      continue;
    }
    const last = current?.letters[current.letters.length - 1];
    if (last && isRepaint(last, letter)) continue;
    const sameStyle = last && Math.abs(last.size - letter.size) < 0.05 * last.size && last.bold === letter.bold;
    if (current && last && sameStyle && letter.x0 - last.x1 < SEGMENT_GAP * letter.size) {
      current.spaces.push(space);
      current.letters.push(letter);
    } else {
      current = { letters: [letter], spaces: [] };
      segments.push(current);
    }
    space = false;
  }
  return segments;
}

/** For each gap of the segment, whether a word ends there. */
function wordEnds({ letters, spaces }: Segment): boolean[] {
  const size = letters[0].size;
  const gaps = spaces.map((_, i) => letters[i + 1].x0 - letters[i].x1);
  const spaced = spaces.filter(Boolean).length;
  const middle = median(gaps);
  if (gaps.length >= 3 && spaced >= 0.75 * gaps.length) {
    // « E X P É R I E N C E » typed with spaces: only a clearly wider gap ends a word.
    const limit = Math.max(1.5 * middle, middle + WORD_GAP * size);
    return gaps.map((gap) => gap > limit);
  }
  const tracking = Math.max(0, gaps.length >= 3 ? middle : 0);
  if (spaced > 0) {
    const limit = Math.max(WORD_GAP_BESIDE_SPACES * size, tracking + WORD_GAP_BESIDE_SPACES * size);
    return gaps.map((gap, i) => spaces[i] || gap > limit);
  }
  // Letter-spaced by the style sheet, without space characters: gaps are even but for the word ends.
  const limit = tracking > 0.06 * size ? tracking + Math.max(0.14 * size, 0.3 * tracking) : WORD_GAP * size;
  return gaps.map((gap) => gap > limit);
}

function toWord(letters: Letter[]): Word {
  const last = letters[letters.length - 1];
  let [text, bold, x0, x1] = ['', 0, Infinity, -Infinity];
  for (const letter of letters) {
    text += asOnPage(letter.text);
    if (letter.bold) bold++;
    x0 = Math.min(x0, letter.x0);
    x1 = Math.max(x1, letter.x1);
  }
  return {
    text,
    reach: last.x1 + (last.blank ?? 0),
    x0,
    x1,
    y: median(letters.map((l) => l.y)),
    size: median(letters.map((l) => l.size)),
    bold: bold * 2 > letters.length,
  };
}

const SPACING_ACCENTS: Record<string, string> = {
  '\u00b4': '\u0301',
  '\u02ca': '\u0301',
  '`': '\u0300',
  '\u02cb': '\u0300',
  '^': '\u0302',
  '\u02c6': '\u0302',
  '\u00a8': '\u0308',
  '~': '\u0303',
  '\u02dc': '\u0303',
  '\u00b8': '\u0327',
};

/** Older LaTeX paints « é » as an accent over an e: the two are put together again. */
function composeAccents(row: Letter[]): Letter[] {
  const used = new Set<Letter>();
  for (const accent of row) {
    const mark = SPACING_ACCENTS[accent.text];
    if (!mark) continue;
    const middle = (accent.x0 + accent.x1) / 2;
    const base = row.find((l) => l !== accent && /^\p{L}$/u.test(l.text) && l.x0 < middle && middle < l.x1);
    if (!base) continue;
    base.text = (base.text.replace('\u0131', 'i') + mark).normalize('NFC');
    used.add(accent);
  }
  return used.size > 0 ? row.filter((l) => !used.has(l)) : row;
}

function rowWords(row: Letter[]): Word[] {
  const words: Word[] = [];
  let previous: Letter | null = null;
  for (const segment of segmentsOf(composeAccents(row))) {
    const ends = wordEnds(segment);
    let start = 0;
    const first = segment.letters[0];
    const last = words[words.length - 1];
    if (last && previous && !spaceBetween(row, previous, first) && first.x0 - previous.x1 < WORD_GAP * first.size) {
      last.glued = true;
    }
    for (let i = 0; i < segment.letters.length; i++) {
      if (i < segment.letters.length - 1 && !ends[i]) continue;
      words.push(toWord(segment.letters.slice(start, i + 1)));
      start = i + 1;
    }
    previous = segment.letters[segment.letters.length - 1];
  }
  return words;
}

function spaceBetween(row: Letter[], left: Letter, right: Letter): boolean {
  return row.slice(row.indexOf(left) + 1, row.indexOf(right)).some((l) => l.isSpace);
}

/**
 * Words from letters, by place alone: the order of painting is not trusted, and neither are space characters where their spacing is even
 * (letter-spaced headings) or where there are none.
 */
export function lettersToWords(letters: Letter[]): Word[] {
  return rowsOf(letters).flatMap(rowWords);
}
