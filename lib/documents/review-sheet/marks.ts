import type { Box, HiddenText, TextLine } from '../../extract';
import type { ProfileSection } from '../profile-rows';

/** A rectangle on a page that backs one or several rows of the profile. */
export interface Mark {
  id: string;
  page: number;
  box: Box;
  /** Which section of the profile it belongs to: its index, for the colour. */
  section: number;
  /** The row that is shown when the rectangle is chosen. */
  rowId: string;
}

/** Something that a reader of the page would not see, where its place is known. */
export interface HiddenMark {
  id: string;
  page: number;
  box: Box;
}

/** A row's anchor and that of its first rectangle, when it has one. */
export interface RowLink {
  rowId: string;
  markId?: string;
}

export interface Marks {
  marks: Mark[];
  /** By section, then by row. */
  links: RowLink[][];
  hidden: HiddenMark[];
}

const MARGIN = 2;

/** Where each row of the profile stands on the pages. Lines without a place (formats without layout) give no rectangle. */
export function placeMarks(sections: ProfileSection[], lines: TextLine[], hiddenText: HiddenText[]): Marks {
  const marks: Mark[] = [];
  const links = sections.map(({ rows }, section) =>
    rows.map(({ evidence }, index): RowLink => {
      const rowId = `r${section}-${index}`;
      const ranges = new Map(evidence.map((proof) => [proof.lines.join('-'), proof.lines]));
      const boxes = [...ranges.values()].flatMap(([from, to]) => boxesOf(lines, from, to));
      const own = boxes.map((place, part): Mark => ({ id: `m${section}-${index}-${part}`, section, rowId, ...place }));
      marks.push(...own);
      return { rowId, markId: own[0]?.id };
    }),
  );
  const hidden = hiddenText.flatMap(({ page, box }, index) => (box ? [{ id: `h${index}`, page, box }] : []));
  return { marks, links, hidden };
}

/** One rectangle for lines that follow each other in one block of a page. */
function boxesOf(lines: TextLine[], from: number, to: number): { page: number; box: Box }[] {
  const groups = new Map<string, { page: number; box: Box }>();
  for (const { number, page, block, box } of lines) {
    if (!box || number < from || number > to) continue;
    const key = `${page}/${block ?? 0}`;
    const known = groups.get(key);
    groups.set(key, { page, box: known ? around(known.box, box) : widen(box) });
  }
  return [...groups.values()];
}

const widen = ({ x, y, width, height }: Box): Box => ({
  x: x - MARGIN,
  y: y - MARGIN,
  width: width + 2 * MARGIN,
  height: height + 2 * MARGIN,
});

function around(first: Box, second: Box): Box {
  const other = widen(second);
  const x = Math.min(first.x, other.x);
  const y = Math.min(first.y, other.y);
  const right = Math.max(first.x + first.width, other.x + other.width);
  const bottom = Math.max(first.y + first.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}
