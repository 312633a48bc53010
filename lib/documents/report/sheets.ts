import { renderWorkbook, type Sheet, type SheetCell } from '../spreadsheet';
import { statusColours } from '../theme';
import { words } from '../words';
import { dayInWords } from '../dates';
import type { Report, ReportBlock, ReportCell, RichCell } from './types';

/** Whole numbers without the point that `0.##` leaves behind them. */
const formatOf = (value: number, unit: RichCell['unit'] = 'number') =>
  unit === 'percent' ? '0.0%' : Number.isInteger(value) ? '0' : '0.0#';

const WIDEST = 60;

/** Each table and chart as a sheet named after the heading above it; what is written around them on the last one. */
export async function reportSheets(report: Report): Promise<Buffer> {
  const sheets: Sheet[] = [];
  let heading = report.eyebrow;
  for (const block of report.blocks) {
    if (block.kind === 'heading') heading = block.text;
    const sheet = sheetOf(block, heading);
    if (sheet) sheets.push(sheet);
  }
  return await renderWorkbook([...sheets, textSheet(report)], report.locale, report.generatedAt);
}

function sheetOf(block: ReportBlock, name: string): Sheet | null {
  switch (block.kind) {
    case 'table':
      return sheet(
        name,
        block.head.flatMap((title, column) => (smallColumn(block.rows, column) ? [title, `${title} (+)`] : [title])),
        block.rows.map((row) =>
          row.flatMap((cell, column) =>
            smallColumn(block.rows, column) ? [valueOf(cell), smallOf(cell)] : [valueOf(cell)],
          ),
        ),
      );
    case 'bars':
      return sheet(
        block.title || name,
        block.head,
        block.items.map(({ label, text, value, unit }) => [
          label,
          value === null ? text : { value, format: formatOf(value, unit) },
        ]),
      );
    case 'columns':
      return sheet(
        block.title || name,
        block.head,
        block.items.map(({ label, value, day }) => [dayOf(day) ?? label, value]),
      );
    default:
      return null;
  }
}

/** Text below the cells' own has a column of its own. */
const smallColumn = (rows: ReportCell[][], column: number) => rows.some((row) => smallOf(row[column]) !== null);
const smallOf = (cell: ReportCell | undefined) =>
  cell !== undefined && typeof cell !== 'string' && cell.small ? cell.small : null;

function valueOf(cell: ReportCell): SheetCell {
  if (typeof cell === 'string') return cell;
  const { text, value, unit, tone, day }: RichCell = cell;
  const date = dayOf(day);
  if (date) return date;
  const colour = tone ? statusColours[tone] : undefined;
  return value === undefined ? { value: text, colour } : { value, colour, format: formatOf(value, unit) };
}

/** Midnight UTC of an ISO 8601 moment's day, as the sheet shows it; null when there is none. */
function dayOf(day: string | undefined): Date | null {
  const date = new Date(`${day?.slice(0, 10) ?? ''}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

function sheet(name: string, head: string[], rows: SheetCell[][]): Sheet {
  const longest = (column: number) =>
    Math.max(head[column].length, ...rows.map((row) => shown(row[column]).split('\n')[0].length));
  return { name, rows, columns: head.map((title, column) => ({ title, width: width(longest(column)) })) };
}

const width = (letters: number) => Math.min(WIDEST, Math.max(10, letters + 3));

function shown(cell: SheetCell | undefined): string {
  const value = cell !== null && typeof cell === 'object' && 'value' in cell ? cell.value : cell;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value === null || value === undefined ? '' : String(value);
}

/** Sentences, lists and single figures, in their order. */
function textSheet(report: Report): Sheet {
  const w = words[report.locale];
  const rows: SheetCell[][] = report.blocks.flatMap((block): SheetCell[][] => {
    switch (block.kind) {
      case 'heading':
        return [[{ value: block.text, bold: true }, null]];
      case 'text':
        return [[null, block.text]];
      case 'note':
        return [[{ value: block.title, bold: true }, block.text]];
      case 'list':
        return block.items.map((item, index) => [index === 0 ? (block.title ?? null) : null, item]);
      case 'facts':
        return block.items.map(({ label, text, value, unit }) => [
          label,
          value === undefined ? text : { value, format: formatOf(value, unit) },
        ]);
      default:
        return [];
    }
  });
  const made = w.madeOn(dayInWords(report.generatedAt, report.locale));
  return {
    name: w.toRead,
    columns: [
      { title: report.eyebrow, width: 36 },
      { title: [report.title, report.subtitle, made].filter(Boolean).join(' · '), width: 100 },
    ],
    rows,
  };
}
