import { SaxesParser } from 'saxes';
import { VivierError } from '../../errors';
import type { Grid } from './types';
import type { Book } from './xlsx';

const MOST_COLUMNS = 300;
/** Merged areas that are filled; more are drawn, not written. */
const MOST_MERGES = 2000;
/** Days between the epochs of Excel (with its 29 February 1900) and of Unix. */
const DAYS_1900 = 25_569;
const DAYS_1904 = 24_107;

interface Cell {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
}

/** Thrown to stop the parser where the limit of rows is met. */
class Enough extends Error {}

/** The cells of a worksheet's XML as texts. */
export function readSheet(xml: string, book: Book, limitRows: number, fileName: string): Pick<Grid, 'rows' | 'isCut'> {
  const rows: string[][] = [];
  const merges: string[] = [];
  let isCut = false;
  let cell: Cell | null = null;
  let isValue = false;
  let row = 0;
  const parser = new SaxesParser({ xmlns: false });
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('doctype', () => {
    throw new VivierError('unsafe-xml', { fileName });
  });
  parser.on('opentag', ({ name, attributes }) => {
    const tag = local(name);
    if (tag === 'row') row = Number(attributes.r) || row + 1;
    if (tag === 'c') cell = startCell(attributes as Record<string, string>, row, rows);
    if (tag === 'v' || tag === 't') isValue = true;
    // Readings (furigana) are no content.
    if (tag === 'rPh') cell = null;
    if (tag === 'mergeCell' && merges.length < MOST_MERGES) merges.push(String(attributes.ref ?? ''));
  });
  parser.on('text', (text) => {
    if (cell && isValue) cell.value += text;
  });
  parser.on('closetag', ({ name }) => {
    const tag = local(name);
    if (tag === 'v' || tag === 't') isValue = false;
    if (tag !== 'c' || !cell) return;
    if (cell.row > limitRows) throw new Enough();
    put(rows, cell, book);
    cell = null;
  });
  try {
    parser.write(xml.replace(/^\uFEFF/, '')).close();
  } catch (error) {
    if (error instanceof VivierError) throw error;
    if (!(error instanceof Enough)) throw new VivierError('corrupt', { fileName, reason: 'XLSX' }, { cause: error });
    isCut = true;
  }
  merges.forEach((ref) => fillMerged(rows, ref));
  return { rows: Array.from(rows, (cells) => Array.from(cells ?? [], (text) => text ?? '')), isCut };
}

function startCell(attributes: Record<string, string>, row: number, rows: string[][]): Cell {
  const place = position(attributes.r ?? '');
  return {
    row: place?.row ?? row,
    column: place?.column ?? rows[row - 1]?.length ?? 0,
    type: attributes.t ?? 'n',
    style: Number(attributes.s ?? 0),
    value: '',
  };
}

function put(rows: string[][], cell: Cell, book: Book): void {
  if (cell.row < 1 || cell.column >= MOST_COLUMNS) return;
  const text = shown(cell, book);
  if (text === '') return;
  (rows[cell.row - 1] ??= [])[cell.column] = text;
}

/** What a person sees in the cell, as far as data goes: dates in ISO 8601, numbers without their dress. */
function shown({ type, value, style }: Cell, book: Book): string {
  const text = value.trim();
  if (text === '') return '';
  switch (type) {
    case 's':
      return (book.strings[Number(text)] ?? '').trim();
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    case 'd':
      return text.slice(0, 10);
    case 'n': {
      const number = Number(text);
      if (!Number.isFinite(number)) return text;
      return book.dates[style] ? dateOf(number, book.is1904) : String(Math.round(number * 1e6) / 1e6);
    }
    default:
      return text;
  }
}

function dateOf(serial: number, is1904: boolean): string {
  const date = new Date(Math.round((serial - (is1904 ? DAYS_1904 : DAYS_1900)) * 86_400_000));
  // A time of day alone, or a number that no calendar has.
  if (serial < 1 || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return String(serial);
  return date.toISOString().slice(0, 10);
}

/** `BC12` as row 12 and column 54, 0 first. */
function position(reference: string): { row: number; column: number } | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (!letters) return null;
  return { row: Number(row), column: [...letters].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1 };
}

/** A merged area shows its first cell's text all over. */
function fillMerged(rows: string[][], reference: string): void {
  const [from, to] = reference.split(':').map(position);
  if (!from || !to || to.row - from.row > 1000) return;
  const text = rows[from.row - 1]?.[from.column];
  if (!text) return;
  for (let row = from.row; row <= Math.min(to.row, rows.length); row++) {
    for (let column = from.column; column <= Math.min(to.column, MOST_COLUMNS - 1); column++) {
      (rows[row - 1] ??= [])[column] ??= text;
    }
  }
}
