import { printable } from './output';

const GAP = '  ';

/** Rows as aligned columns; the last one is left as long as it is. */
export function table(cells: string[][]): string {
  const rows = cells.map((row) => row.map(printable));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...row[column]].length)));
  const padded = (cell: string, column: number) => cell + ' '.repeat(widths[column] - [...cell].length);
  return rows.map((row) => row.map(padded).join(GAP).trimEnd()).join('\n');
}
