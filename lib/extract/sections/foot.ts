import type { Row } from './rows';

/** Small print is set at most this large, as a share of the text's usual size. */
const SMALL = 0.86;
/** White above a page's foot, and between its own lines, in font sizes. */
const WHITE_ABOVE = 2.5;
const LEADING = 1.9;
const MOST_LINES = 3;
/** A page with fewer rows is a card or a cutting; nothing says what its usual size is. */
const LEAST_ROWS = 12;

function usualSize(rows: readonly Row[]): number {
  const sizes = rows.flatMap((row) => row.size ?? []).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/**
 * The rows at the foot of each page: a few lines of small print below everything else, parted from it by white. They belong to the page, not to the section
 * that happens to stand above them; what stands right below a heading is its section, though. Sizes that OCR guessed tell nothing.
 */
export function footRows(rows: readonly Row[], headings: ReadonlySet<Row>): Set<Row> {
  const placed = rows.filter((row) => row.y !== null && row.size !== null && !row.recognised);
  const usual = usualSize(placed);
  const feet = new Set<Row>();
  const isHeading = (row?: Row) => row !== undefined && row.cells.length === 1 && headings.has(row);
  if (placed.length < LEAST_ROWS) return feet;
  for (const page of new Set(placed.map((row) => row.page))) {
    const foot = footOf(
      placed.filter((row) => row.page === page),
      SMALL * usual,
    );
    const isHeaded = foot.some((row) => headings.has(row) || isHeading(rows[rows.indexOf(row) - 1]));
    if (!isHeaded) foot.forEach((row) => feet.add(row));
  }
  return feet;
}

function footOf(page: readonly Row[], largest: number): Row[] {
  const upwards = [...page].sort((a, b) => (b.y ?? 0) - (a.y ?? 0));
  const end = upwards.findIndex((row, i) => i > 0 && whiteBetween(row, upwards[i - 1]) >= LEADING);
  if (end < 0 || end > MOST_LINES || whiteBetween(upwards[end], upwards[end - 1]) < WHITE_ABOVE) return [];
  const foot = upwards.slice(0, end);
  return foot.every((row) => (row.size ?? Infinity) <= largest && !row.bold && !row.bullet) ? foot : [];
}

/** From one baseline to the next, in font sizes of the lower row. */
const whiteBetween = (above: Row, below: Row) => ((below.y ?? 0) - (above.y ?? 0)) / (below.size ?? 1);
