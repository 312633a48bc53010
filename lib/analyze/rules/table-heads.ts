import type { RowSection as Section } from '../../extract';
import { key } from '../text';
import type { Row } from './rows';
import { COLUMN_LABELS, type Column } from './vocabulary/forms';

const COLUMN_OF = new Map<string, Column>(
  (Object.entries(COLUMN_LABELS) as [Column, readonly string[]][]).flatMap(([column, labels]) =>
    labels.map((label): [string, Column] => [key(label), column]),
  ),
);
/** Fewest columns that make a table's head. */
const LEAST_COLUMNS = 3;

const columnsOf = (row: Row) => row.cells.map((cell) => COLUMN_OF.get(key(cell)));
/** Whether a row holds nothing but names of columns. */
export const isHead = (row: Row) => columnsOf(row).every((column) => column !== undefined);

/** What the head of a table speaks of: « Période | Fonction | Établissement | Lieu ». */
function kindOf(head: readonly Row[]): Section['kind'] | null {
  const columns = head.flatMap(columnsOf);
  if (columns.length < LEAST_COLUMNS || !columns.includes('dates')) return null;
  if (columns.includes('degree')) return 'education';
  return columns.includes('post') ? 'experience' : null;
}

/** The rows of the first table's head, which cells of different height may part into several rows. */
function headIn(rows: readonly Row[]): { from: number; to: number; kind: Section['kind'] } | null {
  for (let from = 0; from < rows.length; from++) {
    let to = from;
    while (to < rows.length && isHead(rows[to])) to++;
    const kind = kindOf(rows.slice(from, to));
    if (kind) return { from, to, kind };
    from = Math.max(from, to - 1);
  }
  return null;
}

/** A table of jobs or studies that no heading announces is known by the names of its columns; they are no content. */
export function withTableHeads(sections: readonly Section[]): Section[] {
  return sections.flatMap((section): Section[] => {
    const head = headIn(section.rows);
    if (!head) return [section];
    const before = { ...section, rows: section.rows.slice(0, head.from) };
    const rows = section.rows.slice(head.to);
    if (section.kind === head.kind) return [{ ...section, rows: [...before.rows, ...rows] }];
    return [before, ...withTableHeads([{ kind: head.kind, heading: section.rows[head.from], rows }])];
  });
}
