import { decodeText } from '../text/encoding';
import { findColumns, listsCandidates } from './columns';
import type { Grid } from './types';

/** What spreadsheet programs write between cells; Papa Parse chooses by which gives rows of the same length. */
const DELIMITERS = [';', ',', '\t', '|'];
const MOST_COLUMNS = 300;

async function parse(text: string, rows: number): Promise<{ rows: string[][]; isCut: boolean }> {
  const { default: Papa } = await import('papaparse');
  // Excel may name the delimiter in a first line of its own.
  const named = /^sep=(.)\r?\n/i.exec(text);
  const { data, meta } = Papa.parse<string[]>(named ? text.slice(named[0].length) : text, {
    delimiter: named?.[1] ?? '',
    delimitersToGuess: DELIMITERS,
    preview: rows,
    skipEmptyLines: false,
  });
  return { rows: data.map((cells) => cells.slice(0, MOST_COLUMNS)), isCut: meta.truncated };
}

/** A table written as text. Cells stay text: what looks like a formula is one no more than anything else. */
export async function readCsv(data: Uint8Array, limitRows: number): Promise<Grid> {
  const text = (await decodeText(data)).text.replace(/^\uFEFF/, '');
  // The row of headers and what may stand above it come on top.
  const { rows, isCut } = await parse(text, limitRows + 20);
  return { name: '', rows, isCut };
}

/**
 * Whether a text without the name of a table is one of candidates all the same: its first line names several columns that only such lists have, and the next
 * line has as many cells. Cheap, for it is asked of every text.
 */
export function looksLikeCandidateText(head: string): boolean {
  const lines = head.replace(/^\uFEFF/, '').split(/\r?\n/, 3);
  if (lines.length < 2) return false;
  return DELIMITERS.some((delimiter) => {
    const rows = lines
      .slice(0, 2)
      .map((line) => line.split(delimiter).map((cell) => cell.replace(/^\s*"?|"?\s*$/g, '')));
    const columns = rows[0].length >= 3 && rows[1].length === rows[0].length ? findColumns(rows) : null;
    const known = columns?.fields.filter(Boolean).length ?? 0;
    return columns?.row === 0 && known >= 3 && known * 2 > columns.headers.length && listsCandidates(columns, rows);
  });
}
