import type { DraftLine, DraftLink } from '../reader';
import type { Annotation } from './open';

/** Links that a reader can click, with the line that lies under each. Addresses are never fetched. */
export function linksOnPage(annotations: Annotation[], lines: DraftLine[], page: number): DraftLink[] {
  return annotations.flatMap((annotation) => {
    const url = annotation.url ?? annotation.unsafeUrl;
    if (annotation.subtype !== 'Link' || !url) return [];
    const [x0, y0, x1, y1] = annotation.rect;
    const draft = lineUnder((x0 + x1) / 2, (y0 + y1) / 2, lines);
    return [{ url, page, ...(draft !== null && { draft }) }];
  });
}

function lineUnder(x: number, y: number, lines: DraftLine[]): number | null {
  const at = lines.findIndex(({ box }) => {
    if (!box) return false;
    const slack = box.height * 0.25;
    return x > box.x - 2 && x < box.x + box.width + 2 && y > box.y - slack && y < box.y + box.height + slack;
  });
  return at < 0 ? null : at;
}
