import { headingKind, type RowSection as Section, rowsIn } from '../../extract';
import type { Contact, Identity } from '../../profile';
import { evidenceOf } from '../evidence';
import { findPeriods } from '../dates';
import { fold, isUpperCase, key, trimEnds, words } from '../text';
import { countryOf, townCountry } from './place';
import type { Row } from './rows';
import { bestFirst, candidateOf, explain } from './explain';
import { EMPLOYER_FEATURES, isTitleWord, scoreOf, type Feature } from './score';
import {
  BIRTH_WORDS,
  CREDENTIALS,
  FIRST_NAME_LABEL,
  LAST_NAME_LABEL,
  NAME_LABELS,
  NATIONALITY_WORDS,
  NOT_NAME_WORDS,
  OTHER_DOCUMENT_WORDS,
  PARTICLES,
} from './vocabulary/personal';

/** A piece of text that could be the name, with what is known around it. */
export interface NameCandidate {
  text: string;
  rows: Row[];
  /** 0 for the document's first row. */
  order: number;
  largest: number;
  usual: number;
  /** Local part of the e-mail and names of personal pages. */
  handles: string[];
  /** Rows from it to the e-mail, null without one. */
  toEmail: number | null;
  inHeader: boolean;
  /** The next row goes on in the same large type. */
  goesOn: boolean;
}

const NAME_TOKEN = /^(?:(?:[dl]['’])?\p{Lu}[\p{L}'’.-]*|\p{Lu}\.)$/u;

/** The candidate's tokens without civilities, document titles and brackets. */
export function nameTokens(text: string): string[] {
  const [name, ...after] = text.split(/,\s*/);
  const rest = after.filter((part) => !isCredential(part)).join(' ');
  const tokens = `${name} ${rest}`
    .replace(/[(),]/g, ' ')
    .split(/\s+/)
    .filter((token) => token && !NOT_NAME_WORDS.includes(key(token)));
  while (
    tokens.length > 2 &&
    tokens.join('') !== tokens.join('').toUpperCase() &&
    isCredential(tokens[tokens.length - 1])
  )
    tokens.pop();
  return tokens;
}

const isCredential = (text: string) => CREDENTIALS.includes(key(text)) && /\p{Lu}.*\p{Lu}/u.test(text);

function isNameShaped(text: string): boolean {
  const tokens = nameTokens(text);
  if (tokens.length < 2 || tokens.length > 7 || /[\d@:/|&+]|-$/.test(text)) return false;
  const proper = tokens.filter((token) => NAME_TOKEN.test(token)).length;
  return (
    proper >= 2 &&
    tokens.every(
      (token) =>
        NAME_TOKEN.test(token) ||
        PARTICLES.includes(fold(token)) ||
        PARTICLES.some((p) => p.endsWith("'") && fold(token).startsWith(p)),
    )
  );
}

/** « Wünschmann-Ott » as an address may write it: without accents, with ü as ue, or in part. */
function spellings(token: string): string[] {
  const german = token
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? '');
  return [token, german].flatMap((text) => [text, ...text.split('-')].map((part) => key(part).replace(/ /g, '')));
}

/** Tokens of the name that a handle repeats (« karim_benali », « k.benali », « benalik »). */
function sharedWithHandle(text: string, handle: string): number {
  const local = fold(handle).replace(/[^a-z]/g, '');
  const named = nameTokens(text);
  const tokens = named.map((token) => key(token).replace(/ /g, '')).filter((token) => token.length > 1);
  const shared = named.filter((token) => spellings(token).some((one) => one.length > 2 && local.includes(one))).length;
  const initials = tokens.some(
    (token) => local.startsWith(token[0]) && tokens.some((other) => other !== token && local === token[0] + other),
  );
  return shared + (initials ? 0.5 : 0);
}

const shared = (c: NameCandidate) => Math.max(0, ...c.handles.map((handle) => sharedWithHandle(c.text, handle)));

const NAME_FEATURES: readonly Feature<NameCandidate>[] = [
  ['set in the largest type', (c) => (c.rows[0].size ?? 0) > 0 && (c.rows[0].size ?? 0) >= c.largest - 0.3, 3],
  ['larger than the text', (c) => (c.rows[0].size ?? 0) > c.usual * 1.2, 1.5],
  ['first row', (c) => c.order === 0, 2.5],
  ['among the first rows', (c) => c.order > 0 && c.order < 4, 1],
  ['before the first heading', (c) => c.inHeader, 1],
  ['near the e-mail', (c) => c.toEmail !== null && c.toEmail <= 6, 0.7],
  ['one word agrees with the e-mail', (c) => shared(c) >= 1, 3],
  ['two words agree with the e-mail', (c) => shared(c) >= 2, 2],
  ['marked as a title', (c) => c.rows[0].heading, 1],
  ['has a capitalised surname', (c) => nameTokens(c.text).some(isUpperCase) && !isUpperCase(c.text), 0.7],
  ['begins with a title word', (c) => isTitleWord(words(c.text)[0] ?? ''), -4],
  [
    'holds a title word',
    (c) =>
      words(c.text)
        .slice(1)
        .some((word) => word.length > 4 && isTitleWord(word)),
    -2,
  ],
  ['is a heading', (c) => headingKind(c.text) !== null, -10],
  ['is a place', (c) => townCountry(c.text) !== null || countryOf(c.text) !== null, -6],
  ['speaks of an employer', (c) => scoreOf(EMPLOYER_FEATURES, c.text) >= 2, -3],
  ['is the title of another document', (c) => OTHER_DOCUMENT_WORDS.some(([pattern]) => pattern.test(key(c.text))), -6],
  ['stands before a postcode', (c) => /^,?\s*\d{4,5}\s+\p{Lu}/u.test(c.rows[0].text.split(c.text)[1] ?? ''), -5],
  ['goes on in the next row', (c) => c.goesOn, -1.5],
  ['is a bullet', (c) => c.rows[0].bullet, -2],
];

const ENOUGH = 3;

/** The parts of a row that could be a name: cells, and what stands before a comma, a dash or a bar. */
function parts(text: string): string[] {
  const cells = text.split(/\t|\s[|•·]\s|\s[–—-]\s|,\s/).map(trimEnds);
  return [...new Set([trimEnds(text.replace(/\t/g, ' ')), ...cells])];
}

const isPartOfName = (text: string) =>
  headingKind(text) === null &&
  nameTokens(text).length <= 2 &&
  nameTokens(text).every((token) => NAME_TOKEN.test(token));

const agrees = (row: Row, handles: readonly string[]) =>
  !row.bullet && row.text.length < 50 && handles.some((handle) => sharedWithHandle(row.text, handle) >= 2);

function candidates(sections: readonly Section[], email: string | null, handles: string[]): NameCandidate[] {
  const header = rowsIn(sections, 'header');
  // « Lebenslauf », "Curriculum vitae": what the document is stands before the first row that counts.
  const telling = header.filter((row) => words(row.text).some((word) => !NOT_NAME_WORDS.includes(word)));
  const all = sections
    .flatMap((section) => (section.heading ? [section.heading, ...section.rows] : section.rows))
    .filter((row) => row.page === 1);
  const sizes = all.map((row) => row.size ?? 0).sort((a, b) => a - b);
  const emailRow = email ? all.find((row) => fold(row.text).includes(email.split('@')[0])) : undefined;
  const rows = [...all].filter(
    (row) =>
      header.includes(row) ||
      rowsIn(sections, 'contact', 'personal', 'summary').includes(row) ||
      agrees(row, handles) ||
      (row.size ?? 0) >= (sizes.at(-1) ?? 0) - 0.3,
  );
  const byNumber = [...all].sort((a, b) => a.number - b.number);
  return rows.flatMap((row, i) => {
    const base = {
      order: header.includes(row) ? telling.indexOf(row) : byNumber.indexOf(row),
      largest: sizes.at(-1) ?? 0,
      usual: sizes[Math.floor((sizes.length - 1) / 2)] ?? 0,
      handles,
      toEmail: emailRow ? Math.abs(emailRow.number - row.number) : null,
      inHeader: header.includes(row),
      goesOn: false,
    };
    const cut = /\p{L}-$/u.test(row.text);
    const own = cut
      ? []
      : parts(row.text.replace(/^cv\s+(?:de\s+)?/i, '')).map((text) => ({ ...base, text, rows: [row] }));
    if ((row.size ?? 0) <= base.usual) return own;
    const follows = (last: Row) => {
      const next = byNumber.find((other) => other.number === last.number + 1);
      return next?.block === last.block && next.size === last.size && isPartOfName(next.text);
    };
    // A name on two or three rows: each of one or two words, set alike.
    const lines = rows.slice(i, i + 3);
    const joined = [2, 3].flatMap((count) => {
      const part = lines.slice(0, count);
      const fits = part.every(
        (line, n) =>
          line.number === row.number + n &&
          line.size === row.size &&
          words(line.text).length <= (n || cut ? 4 - Number(!cut) : 2),
      );
      const text = part
        .map((line) => line.text)
        .join(' ')
        .replace(/(?<=\p{L}-) (?=\p{L})/gu, '');
      return fits && part.length === count ? [{ ...base, text, rows: part, goesOn: follows(part[count - 1]) }] : [];
    });
    return [...own.map((one) => ({ ...one, goesOn: follows(row) })), ...joined];
  });
}

function labelled(
  rows: readonly Row[],
): { text: string; rows: Row[]; first: string | null; last: string | null } | null {
  const find = (pattern: RegExp) => {
    const row = rows.find((candidate) => pattern.test(fold(candidate.text.replace(/\t/g, ': '))));
    const match = row ? pattern.exec(fold(row.text.replace(/\t/g, ': '))) : null;
    return row && match ? { row, value: trimEnds(row.text.slice(-match[1].length)) } : null;
  };
  const first = find(FIRST_NAME_LABEL);
  const last = find(LAST_NAME_LABEL);
  if (first && last)
    return { text: `${first.value} ${last.value}`, rows: [first.row, last.row], first: first.value, last: last.value };
  const written = (row: Row) => row.text.replace(/\t/g, ': ');
  const whole = rows.find((row) => NAME_LABELS.test(fold(written(row))));
  if (!whole) return null;
  const text = trimEnds(written(whole).slice(NAME_LABELS.exec(fold(written(whole)))?.[0].length ?? 0));
  return isNameShaped(text) ? { text, rows: [whole], first: null, last: null } : null;
}

/** First and last name: capitals mark the surname, else the e-mail's order, else the last word with its particles. */
export function splitName(
  text: string,
  email: string | null,
  language: string | null = null,
): { firstName: string | null; lastName: string | null } {
  const tokens = nameTokens(text);
  if (tokens.length < 2) return { firstName: null, lastName: null };
  const join = (list: string[]) => list.join(' ') || null;
  const whole = tokens.filter(
    (token) => token.replace(/[^\p{L}]/gu, '').length > 1 && !PARTICLES.includes(fold(token)),
  );
  const capital = whole.filter((token) => isUpperCase(token));
  if (capital.length > 0 && capital.length < whole.length) {
    const from = tokens.indexOf(capital[0]);
    const to = tokens.lastIndexOf(capital[capital.length - 1]);
    const start = from > 0 && PARTICLES.includes(fold(tokens[from - 1])) ? from - 1 : from;
    return {
      firstName: join([...tokens.slice(0, start), ...tokens.slice(to + 1)]),
      lastName: join(tokens.slice(start, to + 1)),
    };
  }
  const particle = tokens.findIndex((token, i) => i > 0 && PARTICLES.includes(fold(token)) && /^\p{Ll}/u.test(token));
  if (particle > 0) return { firstName: join(tokens.slice(0, particle)), lastName: join(tokens.slice(particle)) };
  const local = fold(email?.split('@')[0] ?? '')
    .split(/[^a-z]+/)
    .filter(Boolean);
  const first = key(tokens[0]).replace(/ /g, '');
  if (
    tokens.length === 2 &&
    local.length === 2 &&
    local[1] === first &&
    local[0] !== first &&
    local[0] === key(tokens[1]).replace(/ /g, '') &&
    isUpperCase(tokens[0])
  ) {
    return { firstName: tokens[1], lastName: tokens[0] };
  }
  // Spanish and Portuguese names end in two surnames.
  const surnames = tokens.length >= 3 && (language === 'es' || language === 'pt') ? 2 : 1;
  return { firstName: join(tokens.slice(0, -surnames)), lastName: join(tokens.slice(-surnames)) };
}

interface NameFound {
  text: string;
  rows: Row[];
  first: string | null;
  last: string | null;
}

function readName(sections: readonly Section[], contact: Contact): NameFound | null {
  const slugs = contact.links.flatMap((link) => /linkedin\.com\/in\/([^/?#]+)/i.exec(link.url)?.[1] ?? []);
  const handles = [...(contact.email ? [contact.email.split('@')[0]] : []), ...slugs];
  const byLabel = labelled(rowsIn(sections, 'header', 'personal', 'contact'));
  if (byLabel) {
    explain(() => ({ field: 'identity.fullName', chosen: byLabel.text, decidedBy: 'label', candidates: [] }));
    return byLabel;
  }
  const scored = candidates(sections, contact.email, handles)
    .filter((candidate) => isNameShaped(candidate.text))
    .map((candidate) => ({ candidate, score: scoreOf(NAME_FEATURES, candidate) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  const isEnough = best !== undefined && best.score >= ENOUGH;
  explain(() => ({
    field: 'identity.fullName',
    chosen: isEnough ? best.candidate.text : null,
    decidedBy: isEnough ? 'score' : 'nothing',
    candidates: bestFirst(scored.map(({ candidate: c }) => candidateOf(NAME_FEATURES, c, c.text, c.rows))),
  }));
  if (!isEnough) return null;
  return { text: nameTokens(best.candidate.text).join(' '), rows: best.candidate.rows, first: null, last: null };
}

function readBirth(rows: readonly Row[], referenceDate: string): { value: string; row: Row } | null {
  for (const row of rows) {
    const folded = fold(row.text);
    const label = BIRTH_WORDS.exec(folded);
    if (!label) continue;
    const after = folded.slice(label.index + label[0].length);
    const numeric = /(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?((?:19|20)\d{2})/.exec(after);
    if (numeric) {
      const [day, month] = Number(numeric[2]) > 12 ? [numeric[2], numeric[1]] : [numeric[1], numeric[2]];
      return { value: `${numeric[3]}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, row };
    }
    const exact = /((?:19|20)\d{2})-(\d{2})-(\d{2})/.exec(after);
    if (exact) return { value: exact[0], row };
    const period = findPeriods(after, referenceDate)[0];
    const day = /\b(\d{1,2})(?:er|st|nd|rd|th|\.)?\s+(?:de\s+)?\p{L}/u.exec(after)?.[1];
    if (period?.end)
      return { value: period.end.length === 7 && day ? `${period.end}-${day.padStart(2, '0')}` : period.end, row };
  }
  return null;
}

function readNationality(rows: readonly Row[]): { value: string; row: Row } | null {
  for (const row of rows) {
    const text = row.text.replace(/\t/g, ' : ');
    const match = NATIONALITY_WORDS.exec(fold(text));
    if (!match) continue;
    const value = trimEnds(text.slice(match.index + match[0].length).split(/\s[–|/•·-]\s|,|;|\s{2,}/)[0]);
    if (/^\p{L}[\p{L} -]{2,30}$/u.test(value)) return { value, row };
    const before = trimEnds(
      text
        .slice(0, match.index)
        .split(/\s[–|/•·-]\s|,|;/)
        .at(-1) ?? '',
    );
    if (/^\p{L}{4,20}$/u.test(before)) return { value: before, row };
  }
  return null;
}

/** Who the CV is about. A name that nothing speaks for stays empty. */
export function readIdentity(
  sections: readonly Section[],
  contact: Contact,
  { referenceDate, language }: { referenceDate: string; language: string | null },
): { identity: Identity; nameRows: Row[] } {
  const name = readName(sections, contact);
  const rows = rowsIn(sections, 'header', 'contact', 'personal', 'summary', 'other', 'interests');
  const birth = readBirth(rows, referenceDate);
  const nationality = readNationality(rows);
  const split = name ? splitName(name.text, contact.email, language) : { firstName: null, lastName: null };
  const evidence = name ? evidenceOf(name.rows, name.rows.map((row) => row.text).join(' ')) : null;
  return {
    nameRows: name?.rows ?? [],
    identity: {
      fullName: name?.text ?? null,
      firstName: name?.first ?? split.firstName,
      lastName: name?.last ?? split.lastName,
      birthDate: birth?.value ?? null,
      nationality: nationality?.value ?? null,
      evidence: {
        ...(evidence && { fullName: evidence, firstName: evidence, lastName: evidence }),
        ...(birth && { birthDate: evidenceOf([birth.row], birth.row.text) }),
        ...(nationality && { nationality: evidenceOf([nationality.row], nationality.row.text) }),
      },
    },
  };
}
