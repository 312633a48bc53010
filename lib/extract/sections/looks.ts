import { likelyKind, type Heading } from './headings';
import type { Row } from './rows';
import type { SectionKind } from './vocabulary/headings';

/** Looks of a heading, compared over the whole document. */
export interface Looks {
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
export function believable(found: readonly Looks[], rows: readonly Row[]): Set<Row> {
  const body = bodySize(rows);
  const candidates = found.filter(({ row }) => !row.bullet || isLoud(row, body));
  const alone = candidates.filter((c) => c.heading.rest === null);
  const mostly = (test: (row: Row) => boolean) => alone.length >= 3 && shareOf(alone, test) >= 0.6;
  const styled = mostly((row) => row.heading);
  const ruled = mostly((row) => row.ruled);
  const sizes = alone.map((c) => c.row.size).filter((size): size is number => size !== null);
  const usual = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? null;
  const ownSize = columnSizes(alone, rows);
  const second = headingSizes(alone, rows, body);
  const bold = mostly((row) => row.bold);
  return new Set(
    candidates
      .filter(({ row, heading }) => {
        if (heading.rest !== null) return true;
        if (styled) return row.heading;
        if (ruled) return row.ruled;
        if (usual !== null && row.size !== null && row.size < (row.recognised ? 0.75 * usual : usual - 0.8))
          return ownSize.get(columnOf(row)) === row.size || second.has(row.size);
        if (row.recognised) return true;
        return !(bold && !row.bold && !row.upper);
      })
      .map((c) => c.row),
  );
}

const columnOf = (row: Row) => `${row.page}/${row.block}`;

/**
 * Sizes of headings that a column has for itself (a sidebar set smaller than the main text, as LinkedIn's and many designers' are): one size that at least
 * two of its candidates have, of different kinds and that is larger than most else in the column.
 */
function columnSizes(alone: readonly Looks[], rows: readonly Row[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const place of new Set(alone.map(({ row }) => columnOf(row)))) {
    const own = alone.filter(({ row }) => columnOf(row) === place && row.size !== null && !row.recognised);
    const size = Math.max(...own.map(({ row }) => row.size ?? 0));
    const heads = own.filter(({ row }) => row.size === size);
    const kinds = new Set(heads.map(({ heading }) => heading.kind));
    const rest = rows.filter((row) => columnOf(row) === place && !own.some((one) => one.row === row));
    const smaller = rest.filter((row) => (row.size ?? 0) <= size - 0.8).length;
    if (kinds.size >= 2 && smaller >= 0.75 * rest.length) sizes.set(place, size);
  }
  return sizes;
}

/** Larger sizes than the text's in which hardly anything but headings is set, of two kinds at least: a CV may set those of its parts in two sizes. */
function headingSizes(alone: readonly Looks[], rows: readonly Row[], body: number | null): Set<number> {
  const printed = alone.filter(
    ({ row }) => row.size !== null && !row.recognised && row.size > (body ?? Infinity) + 0.8,
  );
  return new Set(
    printed
      .map(({ row }) => row.size ?? 0)
      .filter((size) => {
        const own = printed.filter(({ row }) => row.size === size);
        const kinds = new Set(own.map(({ heading }) => heading.kind));
        return kinds.size >= 2 && own.length >= 0.6 * rows.filter((row) => row.size === size).length;
      }),
  );
}

/** The size of most rows; null where the format has none. */
function bodySize(rows: readonly Row[]): number | null {
  const sizes = rows.flatMap((row) => row.size ?? []).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? null;
}

/** Set off from running text: an icon or a box before a heading is read as a bullet, and a bullet of a list is not set off. */
function isLoud(row: Row, body: number | null): boolean {
  return row.heading || row.upper || row.bold || (row.size !== null && body !== null && row.size > body + 0.8);
}

/** Longest heading, in characters. */
const LONGEST = 60;
/** So many headings whose words are known tell how headings look. */
const FEWEST = 3;

function sameSet(a: Row, b: Row): boolean {
  const sameSize = a.size === null || b.size === null ? a.size === b.size : Math.abs(a.size - b.size) <= 0.4;
  return sameSize && a.heading === b.heading && a.bold === b.bold && a.upper === b.upper && a.bullet === b.bullet;
}

/**
 * Rows set as the document's headings are, and as nothing else is, whose words are only partly known (« Expériences et jobs d’été »).
 * Premise: a CV sets its headings alike. Titles of jobs set in the same way show by their number, and then nothing is taken.
 */
export function lookalikes(rows: readonly Row[], believed: ReadonlySet<Row>): Map<Row, SectionKind> {
  const body = bodySize(rows);
  const known = [...believed].filter((row) => row.cells.length === 1 && !row.recognised && isLoud(row, body));
  const model = known.find(
    (row) => known.filter((other) => sameSet(row, other)).length >= Math.max(FEWEST, 0.6 * known.length),
  );
  if (!model) return new Map();
  const others = rows.filter((row) => !believed.has(row) && row.cells.length === 1 && sameSet(row, model));
  if (others.length > known.length) return new Map();
  return new Map(
    others.flatMap((row): [Row, SectionKind][] => {
      const kind = row.text.length <= LONGEST && !/[@;]|\.$/.test(row.text) ? likelyKind(row.text) : null;
      return kind ? [[row, kind]] : [];
    }),
  );
}
