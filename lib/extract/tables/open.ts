import { VivierError } from '../../errors';
import { safeName } from '../containers/names';
import type { Part, Unpacked } from '../containers/types';
import type { ReadContext, SourceFile } from '../reader';
import { candidatesOf } from './candidates';
import { readCsv } from './csv';
import type { CandidateRow, Grid } from './types';
import { readXlsx } from './xlsx';

/**
 * A table with one candidate a row. Sheets of something else are passed over; when none lists candidates the table is refused, rather than people be made of
 * customers or goods. Throws `not-candidates` and what reading the file throws.
 */
export async function openTable(kind: 'csv' | 'xlsx', file: SourceFile, context: ReadContext): Promise<Unpacked> {
  const { fileName } = file;
  const { limits } = context;
  const grids = kind === 'csv' ? [await readCsv(file.data, limits.rows)] : readXlsx(file, context);
  context.check();
  const lists = grids.flatMap((grid) => {
    const candidates = candidatesOf(grid);
    return candidates ? [{ grid, candidates }] : [];
  });
  const rows = lists.flatMap((list) => list.candidates);
  if (rows.length === 0) throw new VivierError('not-candidates', { fileName });
  const parts = rows.slice(0, limits.rows).map((row) => rowPart(row, fileName, lists.length > 1));
  if (rows.length > limits.rows || lists.some(({ grid }: { grid: Grid }) => grid.isCut)) {
    const error = new VivierError('container-limit', { fileName, what: 'rows', limit: limits.rows });
    parts.push({ fileName, path: '…', role: 'row', error });
  }
  return { container: kind, parts };
}

function rowPart(row: CandidateRow, tableName: string, withSheet: boolean): Part {
  const sheet = withSheet ? `${safeName(row.sheet, 'sheet')}-` : '';
  const { cells, resume } = row;
  return {
    fileName: `${tableName}#${sheet}${row.number}`,
    path: `${row.sheet === '' ? '' : safeName(row.sheet, 'sheet')}#${row.number}`,
    role: 'row',
    format: 'table-row',
    mimeType: 'application/json',
    data: Buffer.from(JSON.stringify({ cells, resume }), 'utf8'),
  };
}
