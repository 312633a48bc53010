import { intersect, type Edges } from './matrix';

/** Points from which a rule or the side of a box may part columns. */
const LONG = 100;
const MOST = 400;

/** Notes the part of a painted box that its clip lets through, if a side of it is long. */
export function addLongBox(boxes: Edges[], box: Edges, clip: Edges): void {
  const seen = intersect(box, clip);
  const isLong = seen.right - seen.left >= LONG || seen.bottom - seen.top >= LONG;
  if (isLong && boxes.length < MOST) boxes.push(seen);
}
