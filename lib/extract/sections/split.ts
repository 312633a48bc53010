import { key } from '../text/fold';
import { footRows } from './foot';
import { mentionsLanguage } from './language-names';
import { readHeading, type Heading } from './headings';
import { believable, lookalikes, type Looks } from './looks';
import { blocksOf, type Row } from './rows';
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

/** « Rostock, 12.01.2026 », « Fait à Lyon, le 3/5/2025 »: where and when a CV was signed. */
const SIGNED_ROW = /^(?:fait à )?\p{Lu}[\p{L} -]{1,25},\s*(?:le |den |il )?\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}$/iu;

const isNoise = (row: Row) => NOISE.has(key(row.text)) || DURATION_ROW.test(row.text) || SIGNED_ROW.test(row.text);

/** « 2022 → aujourd’hui », "oct. 2016 - mars 2018", alone in its row. */
const PERIOD_ROW =
  /^\(?(?:\p{L}{2,9}\.?\s+|\d{1,2}[/.])?(?:19|20)\d{2}\s*(?:[-–—→~]|->|\s(?:à|au|to|bis|a|al|tot|until)\s)\s*(?:(?:\p{L}{2,9}\.?\s+|\d{1,2}[/.])?(?:19|20)\d{2}|\p{L}[\p{L}’' ]{1,17})\)?$/iu;

/** A summary tells no periods: where one stands alone after white, the jobs begin, though no heading says so. */
const beginsJobs = (row: Row, kind: RowSection['kind']) =>
  kind === 'summary' && row.gapAbove && row.cells.length === 1 && PERIOD_ROW.test(row.text);

interface Extent {
  page: number;
  x0: number;
  x1: number;
}

interface Column extends Extent {
  section: RowSection;
  /** Of its last row. */
  size: number | null;
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

/** Narrower or wider than this, a column is another one than the text's. */
const SAME_WIDTH = 0.75;

/**
 * The section that runs on at the top of the next column, where a text is set in columns like a newspaper: in the same size, as wide as the column before,
 * with text above its first heading that is no way to reach the owner.
 */
function flowsOn(
  block: readonly Row[],
  extent: Extent,
  columns: readonly Column[],
  believed: ReadonlySet<Row>,
): RowSection | null {
  const last = columns.at(-1);
  const first = block.findIndex((row) => believed.has(row));
  const top = first < 0 ? block : block.slice(0, first);
  if (!last?.section.heading || last.page !== extent.page || extent.x0 < last.x1 || top.some(reaches)) return null;
  const [wide, narrow] = [extent.x1 - extent.x0, last.x1 - last.x0].sort((a, b) => b - a);
  const isAlike = top.length > 0 && top.every((row) => row.size === null || row.size === last.size);
  return isAlike && narrow >= SAME_WIDTH * wide ? last.section : null;
}

/** A name stands in larger letters than any heading: no section runs on into the block that it heads, though the format tells no places (a table's cells in Word). */
const LARGER = 1.3;

function isHeaded(block: readonly Row[], { heading }: RowSection, believed: ReadonlySet<Row>): boolean {
  const first = block.findIndex((row) => believed.has(row));
  const least = LARGER * (heading?.size ?? Infinity);
  return block.slice(0, first < 0 ? undefined : first).some((row) => (row.size ?? 0) >= least);
}

function extentOf(rows: readonly Row[]): Extent | null {
  const placed = rows.filter((row) => row.x0 !== null && row.x1 !== null);
  if (placed.length === 0) return null;
  return {
    x0: Math.min(...placed.map((row) => row.x0 ?? 0)),
    x1: Math.max(...placed.map((row) => row.x1 ?? 0)),
    page: rows[0].page,
  };
}

const reaches = (row: Row) => /@|(?:\d[\s().-]?){8}/.test(row.text);

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
  const candidates = rows.flatMap((row, i): Looks[] => {
    const heading = readHeading(row, rows[i + 1], 'header');
    return heading ? [{ row, heading }] : [];
  });
  const believed = believable(candidates, rows);
  const alike = lookalikes(rows, believed);
  const feet = footRows(rows, believed);

  const sections: RowSection[] = [];
  const columns: Column[] = [];
  let current: RowSection = { kind: 'header', heading: null, rows: [] };
  sections.push(current);
  for (const block of blocksOf(rows)) {
    const extent = extentOf(block);
    if (extent && columns.length > 0) {
      // A heading at a column's foot heads what stands at the top of the next, unless that is how to reach the owner.
      const open = current.heading && current.rows.length === 0 && !block.some(reaches) ? current : null;
      const above = inherited(columns, extent);
      const from = open ?? (above?.heading ? above : (flowsOn(block, extent, columns, believed) ?? above));
      if (!from) sections.push((current = { kind: 'header', heading: null, rows: [] }));
      else current = from;
    }
    if (!extent && isHeaded(block, current, believed))
      sections.push((current = { kind: 'header', heading: null, rows: [] }));
    let skip = 0;
    // The section that a label inside it (« Sprachen », beside its languages) stands in; the table's next labels go on with it.
    let table: RowSection | null = null;
    block.forEach((row, i) => {
      if (skip > 0) {
        skip--;
        return;
      }
      if (feet.has(row)) {
        sections.push({ kind: 'header', heading: null, rows: [row] });
        return;
      }
      // « Missions : » inside a job is a label, though it may also head a section.
      const isLabel = current.kind === 'experience' && isNoise(row) && /:$/.test(row.text);
      const heading = isLabel ? null : headingAt(row, block[i + 1], current.kind, believed, alike);
      if (heading) {
        if (heading.rest === null) table = null;
        else if (row.cells.length > 1) table ??= current;
        current = { kind: heading.kind, heading: row, rows: heading.rest ? [restOf(row, heading.rest)] : [] };
        sections.push(current);
        skip = heading.rows - 1;
        return;
      }
      if (table && current.kind === 'languages' && row.cells.length > 1 && !mentionsLanguage(row.text))
        sections.push((current = { kind: table.kind, heading: null, rows: [] }));
      if (beginsJobs(row, current.kind)) sections.push((current = { kind: 'experience', heading: null, rows: [] }));
      if (!isNoise(row)) current.rows.push(row);
    });
    if (extent) columns.push({ ...extent, section: current, size: block.at(-1)?.size ?? null });
  }
  return sections.filter((section) => section.rows.length > 0 || section.heading);
}

function headingAt(
  row: Row,
  next: Row | undefined,
  current: RowSection['kind'],
  believed: ReadonlySet<Row>,
  alike: ReadonlyMap<Row, SectionKind>,
): Heading | null {
  if (believed.has(row)) return readHeading(row, next, current);
  const kind = alike.get(row);
  return kind ? { kind, rest: null, rows: 1 } : null;
}

export function rowsIn(sections: readonly RowSection[], ...kinds: RowSection['kind'][]): Row[] {
  return sections.filter((section) => kinds.includes(section.kind)).flatMap((section) => section.rows);
}
