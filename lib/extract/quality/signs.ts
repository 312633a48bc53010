import type { DraftLine } from '../reader';
import type { ExtractedDocument, PageInfo } from '../types';

/** What is counted on a document before it is judged. Shares are 0 to 1. */
export interface Signs {
  letters: number;
  /** Pages read from their picture, and their mean confidence (1 where it is not known). */
  ocrShare: number;
  ocrConfidence: number;
  /** Pages on which nothing was found. */
  emptyPages: number;
  pages: number;
  /** Replacement characters, and private-use ones inside words: letters whose meaning the file does not tell. */
  lostShare: number;
  gluedShare: number;
  brokenShare: number;
}

/** Private-use characters between or beside letters are lost letters; alone they are icons and bullets. */
const LOST = /\uFFFD|(?<=[\p{L}\uE000-\uF8FF])[\uE000-\uF8FF]|[\uE000-\uF8FF](?=[\p{L}\uE000-\uF8FF])/gu;
/** None of these, nothing lost: most documents have none. */
const MAYBE_LOST = /[\uE000-\uF8FF\uFFFD]/;
/** Longest word, in letters, that is believed: German compounds and names of substances reach it. */
const LONGEST_WORD = 34;
/** Letters from which on a capital in the middle says that two words were glued (« ComptableCabinet »); product names are shorter. */
const GLUED = /^\p{Lu}?\p{Ll}{4,}\p{Lu}\p{Ll}{4,}\p{L}*$/u;
/** « C a r r i è r e »: this many single letters in a row are a word in pieces. */
const PIECES = 4;

const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);

function ocrOf(pages: readonly PageInfo[]): Pick<Signs, 'ocrShare' | 'ocrConfidence'> {
  const recognised = pages.filter((page) => page.source === 'ocr');
  return {
    ocrShare: recognised.length / Math.max(1, pages.length),
    ocrConfidence: recognised.length > 0 ? mean(recognised.map((page) => page.confidence ?? 1)) : 1,
  };
}

function isGlued(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, '');
  return letters.length > LONGEST_WORD ? /^\p{Script=Latin}+$/u.test(letters) : letters.length > 14 && GLUED.test(word);
}

function brokenWords(tokens: readonly string[]): number {
  let run = 0;
  let broken = 0;
  for (const token of [...tokens, '  ']) {
    if (/^\p{L}$/u.test(token)) run++;
    else {
      if (run >= PIECES) broken += run;
      run = 0;
    }
  }
  return broken;
}

/** `raw`: the reader's lines as they came, before unreadable characters were taken out. */
export function signsOf(
  document: Pick<ExtractedDocument, 'lines' | 'pages' | 'text'>,
  raw: readonly DraftLine[],
): Signs {
  const source = raw.map((line) => line.text).join('\n');
  const letters = (document.text.match(/\p{L}+/gu) ?? []).reduce((sum, run) => sum + run.length, 0);
  const lost = MAYBE_LOST.test(source) ? (source.match(LOST) ?? []).length : 0;
  const tokens = document.lines.map((line) => line.text.split(/\s+/).filter((word) => !/[@/]|\.\p{L}/u.test(word)));
  const words = Math.max(1, tokens.flat().length);
  return {
    letters,
    ...ocrOf(document.pages),
    emptyPages: document.pages.filter((page) => page.source === 'none').length,
    pages: document.pages.length,
    lostShare: lost / Math.max(1, lost + letters),
    gluedShare: tokens.flat().filter(isGlued).length / words,
    brokenShare: tokens.reduce((sum, line) => sum + brokenWords(line), 0) / words,
  };
}
