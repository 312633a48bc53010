import { asOnPage, inReadingDirection } from './bidi';
import { median, type Word } from './types';

/** A gap wider than this (in font sizes) inside a line separates two statements and becomes a tab. */
const TAB_GAP = 2;
/** So does one that exceeds the blank painted in it by this much, where no justified text stretches its blanks: tags set beside each other. */
const TAG_GAP = 0.55;
/** The same where no blank was painted. */
const TAG_GAP_WITHOUT_BLANK = 0.6;
/** Letter-spaced capitals have wider blanks. */
const TAG_GAP_OF_SPACED = 1.3;
/** Capitals are this wide, in font sizes, where nothing spaces them; bold ones a little more. */
const CAPITAL = 0.78;
const BOLD_CAPITAL = 0.88;

export interface WordLine {
  words: Word[];
  y: number;
  size: number;
  x0: number;
  x1: number;
}

function belongs(line: WordLine, word: Word): boolean {
  const distance = Math.abs(line.y - word.y);
  if (distance > 0.6 * line.size && distance > 0.25 * word.size) return false;
  const small = Math.min(line.size, word.size);
  if (distance <= 0.25 * small) return true;
  // Set on one row but centred, not on a common baseline: a date in small type beside a title.
  if (distance <= 0.22 * Math.max(line.size, word.size)) return true;
  const isRaised = word.size < 0.85 * line.size && distance < 0.6 * line.size;
  return (
    isRaised &&
    line.words.some((w) => word.x0 - w.x1 < 0.15 * line.size && word.x0 > w.x0 && word.x0 - w.x1 > -0.3 * line.size)
  );
}

function measure(line: WordLine): void {
  line.size = Math.max(...line.words.map((w) => w.size));
  line.y = median(line.words.filter((w) => w.size > 0.85 * line.size).map((w) => w.y));
  line.x0 = Math.min(...line.words.map((w) => w.x0));
  line.x1 = Math.max(...line.words.map((w) => w.x1));
}

/** The line that a word belongs to; of several the one whose baseline is nearest. */
function nearest(lines: WordLine[], word: Word): WordLine | undefined {
  let best: WordLine | undefined;
  for (const line of lines) {
    if (!belongs(line, word)) continue;
    if (!best || Math.abs(line.y - word.y) < Math.abs(best.y - word.y)) best = line;
  }
  return best;
}

/** Words of one region as lines from top to bottom, each from left to right. */
export function wordsToLines(words: Word[]): WordLine[] {
  const lines: WordLine[] = [];
  // Larger words first, so that a raised or smaller word finds the line it belongs to.
  const bySize = [...words].sort((a, b) => b.size - a.size || a.y - b.y);
  for (const word of bySize) {
    const line = nearest(lines, word);
    if (line) {
      line.words.push(word);
      line.x0 = Math.min(line.x0, word.x0);
      line.x1 = Math.max(line.x1, word.x1);
    } else lines.push({ words: [word], y: word.y, size: word.size, x0: word.x0, x1: word.x1 });
  }
  for (const line of lines) {
    measure(line);
    line.words.sort((a, b) => a.x0 - b.x0);
  }
  return lines.sort((a, b) => a.y - b.y || a.x0 - b.x0);
}

/** White beyond the blank that was painted after a word. */
const excess = (before: Word, word: Word) => word.x0 - Math.max(before.x1, before.reach ?? before.x1);

/**
 * Whether this gap parts two statements. Blanks of a justified line are all stretched alike and end at the text's right edge; between tags
 * the gaps are wide where blanks inside a tag are not, or the line ends anywhere.
 */
function isTagGap(line: WordLine, at: number, isJustified: boolean): boolean {
  const [before, word] = [line.words[at - 1], line.words[at]];
  if (isJustified) return false;
  if (before.confidence !== undefined) return isRecognisedGap(line, at);
  const usual = (before.reach ?? 0) > before.x1 + 0.05 * before.size ? TAG_GAP : TAG_GAP_WITHOUT_BLANK;
  const limit = isSpaced(before) || isSpaced(word) ? TAG_GAP_OF_SPACED : usual;
  return excess(before, word) > limit * Math.min(before.size, word.size) && !isMark(before.text);
}

/** Font sizes, and times the line's narrowest blank, beyond which a gap between recognised words parts two tags. */
const RECOGNISED_GAP = 0.7;
const TIMES_NARROWEST = 2;

/** A picture has no blanks to tell from gaps: a gap is wide beside the other gaps of its own line. */
function isRecognisedGap(line: WordLine, at: number): boolean {
  const gaps = line.words.slice(1).map((word, i) => word.x0 - line.words[i].x1);
  const narrowest = Math.min(...gaps);
  const gap = gaps[at - 1];
  return gap > RECOGNISED_GAP * line.size && gap > TIMES_NARROWEST * narrowest && !isMark(line.words[at - 1].text);
}

/** Capitals set wider than any type draws them. */
function isSpaced({ text, x0, x1, size, bold }: Word): boolean {
  return !/\p{Ll}/u.test(text) && (x1 - x0) / (text.length * size) > (bold ? BOLD_CAPITAL : CAPITAL);
}

/** A bullet or a number in front of its text. */
const isMark = (text: string) => /^(?:[^\p{L}\p{N}]{1,2}|\d{1,2}[.)])$/u.test(text);

/** All of the line's blanks are wider than usual and alike. */
function isStretched(line: WordLine): boolean {
  const gaps = line.words.slice(1).map((word, i) => excess(line.words[i], word) / word.size);
  return gaps.length >= 3 && Math.min(...gaps) > 0.5 * Math.max(...gaps);
}

/**
 * The line's words with a space between them, a tab for a wide gap, nothing between pieces of one word.
 * @param right the right edge of the text that the line belongs to: stretched lines that reach it are justified.
 */
export function lineText(line: WordLine, right = Infinity): string {
  const isJustified = isStretched(line) && Math.abs(line.x1 - right) < 1.5;
  let text = '';
  line.words.forEach((word, i) => {
    const before = line.words[i - 1];
    if (before) {
      const gap = word.x0 - before.x1;
      const touches = before.glued || (Math.abs(word.y - before.y) > 0.1 * line.size && gap < 0.12 * line.size);
      const parts = gap > TAB_GAP * line.size || isTagGap(line, i, isJustified);
      text += touches ? '' : parts ? '\t' : ' ';
    }
    // A recognised word is in the order of reading already, the words of a line are not.
    text += word.confidence === undefined ? word.text : asOnPage(word.text);
  });
  return inReadingDirection(text);
}
