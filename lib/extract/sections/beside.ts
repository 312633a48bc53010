import type { TextLine } from '../types';
import type { RowSection } from './split';

interface Placed extends TextLine {
  box: NonNullable<TextLine['box']>;
}

interface Head {
  line: Placed;
  section: RowSection;
}

const isPlaced = (line: TextLine): line is Placed => line.box !== undefined;
const sizeOf = (line: TextLine) => line.fontSize ?? 10;
/** Share of a margin's lines that need a neighbour on their baseline for the two columns to be one table. */
const ALIGNED = 0.6;

function aligned(margin: readonly Placed[], column: readonly Placed[]): boolean {
  const level = (a: Placed) => column.some((b) => Math.abs(a.box.y - b.box.y) < 0.5 * sizeOf(a));
  return margin.length > 0 && margin.filter(level).length >= ALIGNED * margin.length;
}

/**
 * A table without lines is read as two columns: dates and labels with the headings in the left one, what they are about in the right one. Gives lines of
 * a right column that has no heading of its own, nor goes on below one, to the heading that stands above them in the
 * nearest margin, when the margin's lines share their baselines.
 */
export function besideMargins(
  lines: readonly TextLine[],
  sections: readonly RowSection[],
  owners: (RowSection | undefined)[],
): void {
  const heads = sections.flatMap((section): Head[] => {
    const line = section.heading && lines[section.heading.number - 1];
    return line && isPlaced(line) ? [{ line, section }] : [];
  });
  const headed = new Set(heads.map(({ line }) => `${line.page}/${line.block}`));
  const columns = new Map<string, Placed[]>();
  for (const line of lines.filter(isPlaced)) {
    const place = `${line.page}/${line.block}`;
    columns.set(place, [...(columns.get(place) ?? []), line]);
  }
  for (const [place, column] of columns) {
    if (headed.has(place)) continue;
    const left = Math.min(...column.map((line) => line.box.x));
    const owner = owners[column[0].number];
    if (heads.some(({ line, section }) => section === owner && line.box.x + 10 >= left)) continue;
    const toTheLeft = heads.filter(({ line }) => line.page === column[0].page && line.box.x + 10 < left);
    const edge = Math.max(...toTheLeft.map(({ line }) => line.box.x));
    const beside = toTheLeft.filter(({ line }) => line.box.x + 10 > edge);
    const blocks = new Set(beside.map(({ line }) => line.block));
    const numbers = new Set(beside.map(({ line }) => line.number));
    const margin = lines
      .filter(isPlaced)
      .filter(
        (line) =>
          line.page === column[0].page && blocks.has(line.block) && !numbers.has(line.number) && overlaps(line, column),
      );
    if (!aligned(margin, column)) continue;
    for (const line of column) {
      const above = beside.filter((head) => head.line.box.y < line.box.y + 0.5 * sizeOf(line));
      const nearest = above.reduce<Head | undefined>(
        (best, head) => (best && best.line.box.y > head.line.box.y ? best : head),
        undefined,
      );
      if (nearest) owners[line.number] = nearest.section;
    }
  }
}

/** At the height of the column. */
function overlaps(line: Placed, column: readonly Placed[]): boolean {
  const top = Math.min(...column.map((other) => other.box.y));
  const bottom = Math.max(...column.map((other) => other.box.y));
  return line.box.y >= top - 0.5 * sizeOf(line) && line.box.y <= bottom + 0.5 * sizeOf(line);
}
