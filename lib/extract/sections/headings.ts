import { isUpperCase, key, words } from '../text/fold';
import { mentionsLanguage } from './language-names';
import type { Row } from './rows';
import { HEADING_ADJECTIVES, HEADING_FILLERS, HEADING_WORDS, type SectionKind } from './vocabulary/headings';

export interface Heading {
  kind: SectionKind;
  /** What stands on the same line after it: « Langues : français, anglais », or the cell beside it. */
  rest: string | null;
  /** Rows that the heading takes up (2 when a narrow column wrapped it). */
  rows: number;
}

const PHRASES = new Map<string, SectionKind>();
const COMPACT = new Map<string, SectionKind>();
for (const [kind, list] of Object.entries(HEADING_WORDS) as [SectionKind, readonly string[]][]) {
  for (const phrase of list) {
    const folded = key(phrase);
    if (!PHRASES.has(folded)) PHRASES.set(folded, kind);
    if (folded.length > 5 && !COMPACT.has(folded.replace(/ /g, ''))) COMPACT.set(folded.replace(/ /g, ''), kind);
  }
}
const FILLERS = new Set(HEADING_FILLERS.map(key));
const ADJECTIVES = new Set(HEADING_ADJECTIVES.map(key));
const LONGEST_PHRASE = 5;
/** Headings of the languages that are also a level. */
const NATIVE = new Set(
  ['langue maternelle', 'langues maternelles', 'mother tongue', 'muttersprache', 'lengua materna', 'madrelingua'].map(
    key,
  ),
);

/** Kinds whose words are common inside other sections; they need more than the word to be believed there. */
const INLINE_ANYWHERE: readonly SectionKind[] = ['languages', 'interests'];

function phraseAt(tokens: string[], from: number): { kind: SectionKind; length: number } | null {
  for (let length = Math.min(LONGEST_PHRASE, tokens.length - from); length > 0; length--) {
    const kind = PHRASES.get(tokens.slice(from, from + length).join(' '));
    if (kind) return { kind, length };
  }
  return null;
}

/** « P ROFESSIONAL »: small capitals after a larger first letter, read as two words. */
function closedCapitals(text: string): string {
  return text.replace(/(^|\s)(\p{L}) (?=\p{L}{3,})/gu, '$1$2');
}

/** The kind that a text names when all its words are heading words or fillers; null otherwise. */
export function headingKind(text: string): SectionKind | null {
  return kindOfWords(text) ?? (/(?:^|\s)\p{Lu} \p{L}{3,}/u.test(text) ? kindOfWords(closedCapitals(text)) : null);
}

/** « 2. Formation », « IV – Langues », « Expérience (15 ans) »: the number of a heading, and how long what it heads took. */
function unnumbered(text: string): string {
  const title = text.replace(/^(?:\d{1,2}|[ivx]{1,4}|[a-h])\s?[.)/–—-]\s*(?=\p{L}{3})/iu, '');
  return title.includes(')') ? title.replace(/\s*\([^()]*\d[^()]*\)\s*:?$/, '') : title;
}

function kindOfWords(text: string): SectionKind | null {
  const plain = unnumbered(text);
  if (/\d|[,;]\s*$/.test(plain)) return null;
  const tokens = words(plain.replace(/[:.]\s*$/, ''));
  if (tokens.length === 0 || tokens.length > 7) return null;
  const { kind, known } = readWords(tokens);
  return known === tokens.length ? kind : null;
}

/** The kind that the words speak of, and how many of them are words of headings at all. */
function readWords(tokens: string[]): { kind: SectionKind | null; known: number } {
  const whole = PHRASES.get(tokens.join(' ')) ?? COMPACT.get(tokens.join(''));
  if (whole) return { kind: whole, known: tokens.length };
  let kind: SectionKind | null = null;
  let weak = false;
  let known = 0;
  for (let i = 0; i < tokens.length;) {
    const phrase = phraseAt(tokens, i);
    const isWeak = phrase?.length === 1 && ADJECTIVES.has(tokens[i]);
    // « Compétences linguistiques » is about languages: the more precise word wins over the general one.
    const precise = kind === 'skills' && phrase?.kind === 'languages' && !tokens.includes('et');
    // « Permis et certificats » hold certificates; licences are found anywhere.
    const certified = kind === 'personal' && phrase?.kind === 'certifications';
    const wins =
      precise || certified || kind === null || ((weak || kind === 'other') && !isWeak && phrase?.kind !== 'other');
    if (phrase && wins) [kind, weak] = [phrase.kind, isWeak];
    if (phrase || FILLERS.has(tokens[i])) known += phrase?.length ?? 1;
    i += phrase?.length ?? 1;
  }
  return { kind, known };
}

/** Share of its words by which a row that looks like a heading is read as one. */
const ENOUGH_WORDS = 0.5;

/** The kind that most of a text's words speak of: for rows that look like the document's headings, though not all their words are known. */
export function likelyKind(text: string): SectionKind | null {
  const tokens = words(unnumbered(text)).filter((word) => word.length > 3 || !FILLERS.has(word));
  if (tokens.length === 0 || tokens.length > 6) return null;
  const { kind, known } = readWords(tokens);
  return known >= ENOUGH_WORDS * tokens.length ? kind : null;
}

/** Reads a row as a heading by its words alone; looks are judged in `sections`, over the whole document. */
export function readHeading(row: Row, next: Row | undefined, current: SectionKind | 'header'): Heading | null {
  const alone = row.cells.length === 1 ? (headingKind(row.text) ?? personalHeading(row, next)) : null;
  if (alone) {
    const wraps =
      next && next.cells.length === 1 && next.upper === row.upper && next.bold === row.bold && next.size === row.size;
    const joined =
      wraps && !next.bullet && words(next.text).length <= 2 ? headingKind(`${row.text} ${next.text}`) : null;
    const nextAlone = wraps ? headingKind(next.text) : null;
    const tight =
      next?.y != null && row.y !== null && row.size !== null && next.y - row.y < 1.6 * row.size && next.y > row.y;
    const takesNext = joined !== null && !next?.gapAbove && (nextAlone === null || tight);
    return { kind: takesNext ? joined : alone, rest: null, rows: takesNext ? 2 : 1 };
  }
  return row.bullet ? null : (inlineHeading(row, current) ?? marginHeading(row, current));
}

const MINE = /^(?:mon|ma|mes|my|mein|meine|mi|mis|il mio|la mia|le mie|mijn)\s+/i;
const MOST_HEADING_WORDS = 8;

/** « Mon parcours en boutique et en événementiel »: a heading in its owner's words, between white. */
function personalHeading(row: Row, next: Row | undefined): SectionKind | null {
  const text = row.text.trim();
  if (row.bullet || !row.gapAbove || next?.gapAbove !== true || !MINE.test(text) || /[.!?,;:]$/.test(text)) return null;
  const tokens = words(text.replace(MINE, ''));
  const phrase = tokens.length <= MOST_HEADING_WORDS ? phraseAt(tokens, 0) : null;
  return phrase && phrase.kind !== 'other' && phrase.kind !== 'contact' ? phrase.kind : null;
}

/** A heading in the margin that runs into the text beside it: "Work Cadre de santé", "LANGUAGES Français". */
function marginHeading(row: Row, current: SectionKind | 'header'): Heading | null {
  const tokens = row.text.split(/\s+/);
  for (let length = Math.min(3, tokens.length - 1); length > 0; length--) {
    const shouted = isUpperCase(tokens.slice(0, length).join('')) && !isUpperCase(tokens.slice(length).join(''));
    // « CACES R489 » is a certificate, wherever it stands.
    if ((!row.outdented && !shouted) || /^\p{L}?\d/u.test(tokens[length])) continue;
    const kind = headingKind(tokens.slice(0, length).join(' '));
    if (kind && kind !== 'other' && (row.outdented || kind !== current))
      return { kind, rest: tokens.slice(length).join(' '), rows: 1 };
  }
  return null;
}

function inlineHeading(row: Row, current: SectionKind | 'header'): Heading | null {
  const [first, ...others] = row.cells;
  const colon = /^([^:]{3,40}?)\s*:\s*(\S.*)$/.exec(row.text);
  const label = others.length > 0 ? first : colon?.[1];
  const rest = others.length > 0 ? others.join('\t') : colon?.[2];
  if (!label || !rest) return null;
  const kind = headingKind(label);
  if (!kind || kind === 'other' || kind === 'contact' || kind === 'personal') return null;
  if (kind === current) return null;
  const inside =
    current === 'experience' || current === 'education' || current === 'volunteer' || current === 'projects';
  // « Technical skills: Python, SQL » after the last degree; within a job it is what the job was done with.
  const afterStudies = current === 'education' && kind === 'skills' && row.gapAbove;
  if (inside && others.length === 0 && !INLINE_ANYWHERE.includes(kind) && !afterStudies) return null;
  if (current === 'skills' && kind !== 'languages' && others.length === 0) return null;
  // « Languages: Java, Python » names programming languages.
  if (kind === 'languages' && !mentionsLanguage(rest)) return null;
  // « Langue maternelle : français » heads a list and says the level of what is in it.
  return { kind, rest: NATIVE.has(key(label)) ? `${label} : ${rest}` : rest, rows: 1 };
}
