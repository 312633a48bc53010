import { CAREER, fieldOf, foldHeader, isTradeHeader } from './headers';
import type { Field } from './types';

/** Titles, dates of export and groups of columns may stand above the row that names the columns. */
const DEEPEST_HEADER = 15;
/** Legal forms: names that carry one are a company's. */
const COMPANY =
  /\b(?:sarl|sas|sasu|eurl|sa|sci|snc|gmbh|ag|kg|ltd|llc|inc|plc|bv|nv|srl|spa|s\.?l\.?|association|mairie)\b/i;
/** How many rows are looked at to tell people from firms. */
const SAMPLE = 50;

export interface Columns {
  /** Index of the row that names the columns. */
  row: number;
  headers: string[];
  fields: (Field | null)[];
}

/** The row that names the columns: the one among the first with the most known names. Null when none names at least two. */
export function findColumns(rows: string[][]): Columns | null {
  let best: Columns | null = null;
  let most = 1;
  for (const [row, cells] of rows.slice(0, DEEPEST_HEADER).entries()) {
    const above = row > 0 ? rows[row - 1] : [];
    const headers = Array.from(
      { length: Math.max(cells.length, 1) },
      (_, i) => (cells[i] ?? '').trim() || (above[i] ?? '').trim(),
    );
    const own = new Set(cells.flatMap((cell) => fieldOf(cell) ?? []));
    if (own.size <= most) continue;
    most = own.size;
    best = { row, headers, fields: fieldsOf(headers) };
  }
  return best;
}

/** `Nom` beside `Prénom` is a family name, alone it is the whole name; so is `Name` beside `Vorname`. */
function fieldsOf(headers: string[]): (Field | null)[] {
  const fields = headers.map(fieldOf);
  const hasFirst = fields.includes('firstName');
  const hasLast = fields.includes('lastName');
  return fields.map((field, i) => {
    const header = foldHeader(headers[i]);
    if (field === 'lastName' && !hasFirst) return header === 'nom' ? 'name' : field;
    if (field === 'firstName' && !hasLast && (header === 'nombre' || header === 'nome')) return 'name';
    if (field === 'name' && hasFirst && !hasLast && (header === 'name' || header === 'naam')) return 'lastName';
    return field;
  });
}

/**
 * Whether a table lists candidates rather than customers, goods or firms. Its columns must name people, and something must tell that the people are at work
 * or look for it; a plain list of people with first name and a way to reach them passes when nothing in it speaks of trade.
 */
export function listsCandidates({ row, headers, fields }: Columns, rows: string[][]): boolean {
  const has = (...wanted: Field[]) => wanted.some((field) => fields.includes(field));
  const isNamed = has('name') || (has('firstName') && has('lastName')) || (has('lastName') && has('email'));
  if (!isNamed) return false;
  const careers = new Set(fields.filter((field) => field !== null && CAREER.has(field))).size;
  const trade = headers.filter(isTradeHeader).length;
  if (trade > 0) return careers > trade && has('email', 'phone');
  if (looksLikeFirms(fields, rows.slice(row + 1, row + 1 + SAMPLE))) return false;
  const isReachable = has('email', 'phone');
  if (careers >= 2 || (careers === 1 && (isReachable || has('firstName')))) return true;
  const isPerson =
    has('firstName') || headers.some((h) => /candid|applicant|bewerber|kandida|prenom|full ?name/.test(foldHeader(h)));
  return isReachable && (isPerson || namesLookPersonal(fields, rows.slice(row + 1, row + 1 + SAMPLE)));
}

function namesOf(fields: (Field | null)[], rows: string[][]): string[] {
  const column = fields.findIndex((field) => field === 'name' || field === 'lastName');
  return rows.flatMap((cells) => cells[column]?.trim() || []);
}

function looksLikeFirms(fields: (Field | null)[], rows: string[][]): boolean {
  const names = namesOf(fields, rows);
  return names.length > 0 && names.filter((name) => COMPANY.test(name)).length > names.length / 3;
}

/** Two to four words of letters, in most rows. */
function namesLookPersonal(fields: (Field | null)[], rows: string[][]): boolean {
  const names = namesOf(fields, rows);
  const personal = names.filter((name) => /^\p{L}[\p{L}’'.-]*(?:\s+\p{L}[\p{L}’'.-]*){1,3}$/u.test(name));
  return names.length > 0 && personal.length > names.length * 0.7;
}
