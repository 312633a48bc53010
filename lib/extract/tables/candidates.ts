import { compact } from '../structured/europass-common';
import { findColumns, listsCandidates, type Columns } from './columns';
import { foldHeader } from './headers';
import type { CandidateRow, Field, Grid } from './types';

/** A cell of several values: `Excel, SAP; Sage / Anglais`. A slash parts only between blanks (`PL/SQL`, `24/7`). */
const BETWEEN = /\s*(?:[,;|\n•]|\s\/\s)\s*/;
const LONGEST_CELL = 5000;
const TOTAL = /^(?:sous-)?total(?:e|es)?\b|^(?:nombre|count|summe|anzahl|moyenne|average)\b/i;

/** The candidates of a sheet, or null when it lists something else. */
export function candidatesOf(grid: Grid): CandidateRow[] | null {
  const columns = findColumns(grid.rows);
  if (!columns || !listsCandidates(columns, grid.rows)) return null;
  const found: CandidateRow[] = [];
  for (let i = columns.row + 1; i < grid.rows.length; i++) {
    const cells = grid.rows[i].map((cell) => cell.trim().slice(0, LONGEST_CELL));
    if (!isCandidate(cells, columns)) continue;
    const filled = cells.flatMap((cell, c): [string, string][] =>
      cell === '' ? [] : [[columns.headers[c] ?? '', cell]],
    );
    found.push({ sheet: grid.name, number: i + 1, cells: filled, resume: resumeOf(cells, columns) });
  }
  return found;
}

/** Totals, notes and repeated headers name nobody. */
function isCandidate(cells: string[], { headers, fields }: Columns): boolean {
  const known = new Set(cells.flatMap((cell, c) => (cell !== '' && fields[c] ? [fields[c]] : [])));
  const isHeader = cells.every((cell, c) => cell === '' || foldHeader(cell) === foldHeader(headers[c] ?? ''));
  const named = ['name', 'lastName', 'firstName', 'email'].some((field) => known.has(field as Field));
  const isTotal = TOTAL.test(cells.find(Boolean) ?? '');
  return !isHeader && !isTotal && (named ? known.size >= 2 || cells.filter(Boolean).length >= 2 : known.size >= 3);
}

/** The row's values under JSON Resume's names. Nothing is concluded: a column that says no more than `Poste` gives the headline, not a job that is held today. */
function resumeOf(cells: string[], { headers, fields }: Columns): object {
  const all = (field: Field) => cells.filter((cell, c) => cell !== '' && fields[c] === field);
  const one = (field: Field): string | undefined => all(field)[0];
  const split = (field: Field) => all(field).flatMap((cell) => cell.split(BETWEEN).filter(Boolean));
  const [first, last] = [one('firstName'), one('lastName')];
  const title = one('title');
  const employer = one('employer');
  const isHeldNow = headers.some((h, c) => fields[c] === 'employer' && /actuel|current|huidige/.test(foldHeader(h)));
  return compact({
    basics: {
      name: one('name') ?? ([first, last].filter(Boolean).join(' ') || undefined),
      firstName: first,
      lastName: last,
      label: title ?? one('wantedTitle'),
      email: all('email')[0],
      otherEmails: all('email').slice(1),
      phone: all('phone')[0],
      otherPhones: all('phone').slice(1),
      birthDate: isoDay(one('birthDate')),
      nationality: one('nationality'),
      summary: one('summary'),
      location: { address: one('address'), postalCode: one('postalCode'), city: one('city'), region: one('country') },
      profiles: all('link').flatMap((cell) =>
        /^(?:https?:\/\/|www\.|[\w-]+\.linkedin\.com|linkedin\.com)/i.test(cell) ? [{ url: cell }] : [],
      ),
      drivingLicences: split('drivingLicences').filter((cell) => /^(?:permis\s+)?[A-E][1-9E]{0,2}$/i.test(cell)),
    },
    work: employer ? [{ name: employer, position: title, ...(isHeldNow && { current: true }) }] : [],
    education:
      one('degree') || one('school')
        ? [{ studyType: one('degree'), institution: one('school'), area: one('field') }]
        : [],
    skills: split('skills').map((name) => ({ name })),
    languages: split('languages').map(language),
  });
}

/** `Anglais (C1)`, `Anglais : courant`, `English - fluent`. */
function language(cell: string): { language: string; fluency?: string } {
  const [, name, level] = /^(.*?)\s*(?:\(([^)]*)\)|[:–-]\s+?(.*))$/.exec(cell) ?? [];
  const fluency = level ?? /^.*?\s*[:–-]\s+(.*)$/.exec(cell)?.[1];
  return name && fluency ? { language: name.replace(/\s*[:–-]$/, ''), fluency } : { language: cell };
}

/** `1990-05-17` as it stands; `17/05/1990` where only one reading is possible. */
function isoDay(cell: string | undefined): string | undefined {
  if (cell && /^\d{4}-\d{2}-\d{2}/.test(cell)) return cell.slice(0, 10);
  const [, a, b, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(cell ?? '') ?? [];
  if (!year) return undefined;
  const [day, month] =
    Number(a) > 12 || cell?.includes('.') ? [a, b] : Number(b) > 12 ? [b, a] : [undefined, undefined];
  return day && month && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}
