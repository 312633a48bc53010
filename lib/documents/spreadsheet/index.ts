import { clean } from '../clean';
import { zipped } from '../stamp';
import { neutral } from '../../profile';
import { colours } from '../theme';
import { printable } from './print';

export type SheetCell =
  | string
  | number
  | boolean
  | Date
  | null
  | {
      value: string | number | boolean | Date | null;
      /** As Excel writes it, for example `0.0` or `0%`. */
      format?: string;
      colour?: string;
      bold?: boolean;
    };

export interface Sheet {
  /** At most 31 characters are kept, without the signs that Excel refuses. */
  name: string;
  /** The first row, which stays in place; `width` in characters. */
  columns: { title: string; width: number }[];
  rows: SheetCell[][];
}

/** Excel takes no longer text in a cell. */
const LONGEST_TEXT = 32_767;
const DATE_FORMAT = { fr: 'dd/mm/yyyy', en: 'yyyy-mm-dd' };

/**
 * An Excel workbook (XLSX, ECMA-376) with real numbers and dates, frozen head rows and wrapped text, as wide as a page when it is printed. No text becomes a formula: cells are typed as text,
 * and what a program would run once the sheet is saved as CSV has an apostrophe before it (OWASP, "CSV Injection"). The same sheets give the same bytes.
 */
export async function renderWorkbook(sheets: Sheet[], locale: 'fr' | 'en', generatedAt: string): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node');
  const names = sheetNames(sheets);
  const drafts = sheets.map(({ columns, rows }, index) => ({
    sheet: names[index],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    dateFormat: DATE_FORMAT[locale],
    orientation: 'landscape' as const,
    showGridLines: false,
    data: [columns.map(({ title }) => head(title)), ...rows.map((row) => row.map(body))],
  }));
  const bytes = await write(drafts, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  return zipped(printable(bytes), generatedAt);
}

const head = (title: string) => ({
  ...{ value: textOf(title), type: String, format: '@', fontWeight: 'bold' as const, wrap: true },
  ...{ textColor: '#ffffff', backgroundColor: colours.accent, alignVertical: 'center' as const },
});

function body(cell: SheetCell) {
  const { value, format, colour, bold } =
    cell !== null && typeof cell === 'object' && !(cell instanceof Date) ? cell : { value: cell };
  if (value === null || value === '') return null;
  const style = {
    ...{ alignVertical: 'top' as const, wrap: true, bottomBorderStyle: 'thin' as const },
    ...{ bottomBorderColor: colours.line, ...(bold ? { fontWeight: 'bold' as const } : {}) },
    ...(colour ? { textColor: colour } : {}),
  };
  if (typeof value === 'string') return { ...style, value: textOf(value), type: String, format: '@' };
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null;
    return { ...style, value, type: Number, ...(format ? { format } : {}) };
  }
  if (typeof value === 'boolean') return { ...style, value, type: Boolean };
  return Number.isNaN(value.getTime()) ? null : { ...style, value, type: Date, ...(format ? { format } : {}) };
}

const textOf = (text: string) => neutral(clean(text).slice(0, LONGEST_TEXT - 1));

/** Excel's rules: 31 characters, none of `: \ / ? * [ ]`, no apostrophe at an end, each name once, whatever its case. */
function sheetNames(sheets: Sheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, index) => {
    const wanted = clean(name)
      .replace(/[:\\/?*[\]\n]+/g, ' ')
      .replace(/^['’\s]+|['’\s]+$/g, '')
      .trim();
    const base = inWords(wanted, LONGEST_NAME) || `${index + 1}`;
    const free = taken.has(base.toLowerCase()) ? `${inWords(wanted, LONGEST_NAME - 5)} ${index + 1}`.trim() : base;
    taken.add(free.toLowerCase());
    return free;
  });
}

const LONGEST_NAME = 31;

/** Cut between words where there are some. */
function inWords(name: string, most: number): string {
  if (name.length <= most) return name;
  const cut = name.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > most / 3 ? space : most - 1)}…`;
}
