import { key } from '../text/fold';
import { readHeading, type Heading } from './headings';
import type { Row } from './rows';
import type { SectionKind } from './vocabulary/headings';

export interface RowSection {
  kind: SectionKind | 'header';
  heading: Row | null;
  rows: Row[];
}

/** Labels that résumé themes print inside entries; they are no content. */
const NOISE = new Set([
  'highlights',
  'keywords',
  'courses',
  'link',
  'responsibilities',
  'missions',
  'taches',
  'realisations',
]);

/** A length of time on a row of its own (« 5 ans 4 mois ») repeats what the dates say. */
const DURATION_ROW =
  /^\(?\d+\s(?:ans?|mois|years?|yrs?|months?|mos?|jahre?|monate?)(?:\s(?:et\s|and\s|und\s)?\d+\s(?:mois|months?|mos?|monate?))?\)?$/i;

const isNoise = (row: Row) => NOISE.has(key(row.text)) || DURATION_ROW.test(row.text);

/** Looks of a heading, compared over the whole document. */
interface Looks {
  row: Row;
  heading: Heading;
}

function shareOf(list: readonly Looks[], test: (row: Row) => boolean): number {
  return list.length === 0 ? 0 : list.filter((item) => test(item.row)).length / list.length;
}

/**
 * Keeps the candidates that look like the document's headings. Premise: headings of one CV share their looks (style of the format, a rule below,
 * size, weight), and a word such as « Formation » inside an entry does not have them. Colour is never used.
 */
function believable(candidates: readonly Looks[]): Set<Row> {
  const alone = candidates.filter((c) => c.heading.rest === null);
  const mostly = (test: (row: Row) => boolean) => alone.length >= 3 && shareOf(alone, test) >= 0.6;
  const styled = mostly((row) => row.heading);
  const ruled = mostly((row) => row.ruled);
  const sizes = alone.map((c) => c.row.size).filter((size): size is number => size !== null);
  const usual = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? null;
  const bold = mostly((row) => row.bold);
  return new Set(
    candidates
      .filter(({ row, heading }) => {
        if (heading.rest !== null) return true;
        if (styled) return row.heading;
        if (ruled) return row.ruled;
        if (usual !== null && row.size !== null && row.size < (row.recognised ? 0.75 * usual : usual - 0.8))
          return false;
        if (row.recognised) return true;
        return !(bold && !row.bold && !row.upper);
      })
      .map((c) => c.row),
  );
}

interface Column {
  page: number;
  x0: number;
  x1: number;
  section: RowSection;
}

function overlap(a: { x0: number; x1: number }, b: { x0: number; x1: number }): number {
  const shared = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  return shared / Math.max(1, Math.min(a.x1 - a.x0, b.x1 - b.x0));
}

/** The section that a new block goes on with: that of the last block above in the same column, or of the page before. */
function inherited(columns: readonly Column[], extent: { x0: number; x1: number; page: number }): RowSection | null {
  const sameColumn = columns.filter((c) => c.page >= extent.page - 1 && overlap(c, extent) > 0.5);
  return sameColumn.at(-1)?.section ?? null;
}

function extentOf(rows: readonly Row[]): { x0: number; x1: number; page: number } | null {
  const placed = rows.filter((row) => row.x0 !== null && row.x1 !== null);
  if (placed.length === 0) return null;
  return {
    x0: Math.min(...placed.map((row) => row.x0 ?? 0)),
    x1: Math.max(...placed.map((row) => row.x1 ?? 0)),
    page: rows[0].page,
  };
}

function blocksOf(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (last && last[0].page === row.page && last[0].block === row.block) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

/** A row whose heading shares the line keeps only what stands after it. */
function restOf(row: Row, rest: string): Row {
  return {
    ...row,
    text: rest,
    cells: rest.split('\t').filter(Boolean),
    bullet: false,
    gapAbove: true,
    size: null,
    x0: null,
  };
}

/**
 * Splits rows into sections by headings. A section goes on into another block only in the same column, or at the top of the next page.
 * What stands before the first heading of a column is the `header`.
 */
export function sectionsOf(rows: readonly Row[]): RowSection[] {
  const candidates: Looks[] = [];
  rows.forEach((row, i) => {
    const heading = readHeading(row, rows[i + 1], 'header');
    if (heading) candidates.push({ row, heading });
  });
  const believed = believable(candidates);

  const sections: RowSection[] = [];
  const columns: Column[] = [];
  let current: RowSection = { kind: 'header', heading: null, rows: [] };
  sections.push(current);
  for (const block of blocksOf(rows)) {
    const extent = extentOf(block);
    if (extent && columns.length > 0) {
      const from = inherited(columns, extent);
      if (!from) sections.push((current = { kind: 'header', heading: null, rows: [] }));
      else current = from;
    }
    let skip = 0;
    block.forEach((row, i) => {
      if (skip > 0) {
        skip--;
        return;
      }
      // « Missions : » inside a job is a label, though it may also head a section.
      const isLabel = current.kind === 'experience' && isNoise(row) && /:$/.test(row.text);
      const heading = believed.has(row) && !isLabel ? readHeading(row, block[i + 1], current.kind) : null;
      if (heading) {
        current = { kind: heading.kind, heading: row, rows: heading.rest ? [restOf(row, heading.rest)] : [] };
        sections.push(current);
        skip = heading.rows - 1;
      } else if (!isNoise(row)) current.rows.push(row);
    });
    if (extent) columns.push({ ...extent, section: current });
  }
  return sections.filter((section) => section.rows.length > 0 || section.heading);
}

export function rowsIn(sections: readonly RowSection[], ...kinds: RowSection['kind'][]): Row[] {
  return sections.filter((section) => kinds.includes(section.kind)).flatMap((section) => section.rows);
}
