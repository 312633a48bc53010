import type { DraftLine } from '../reader';

/** Page heads and feet stand within this share of the page's height from its edge. */
const MARGIN = 0.09;
const PAGE_NUMBER = /^(?:page|seite|página|pagina|p\.)?\s*\d{1,3}\s*(?:(?:\/|\||sur|of|von|de|van|di)\s*\d{1,3})?$/i;

export interface PageLines {
  lines: DraftLine[];
  height: number;
}

type Zone = 'head' | 'foot' | null;

function zoneOf(line: DraftLine, height: number): Zone {
  if (!line.box || height <= 0) return null;
  if (line.box.y + line.box.height < height * MARGIN) return 'head';
  return line.box.y > height * (1 - MARGIN) ? 'foot' : null;
}

const keyOf = (line: DraftLine, zone: Zone) => `${zone} ${line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()}`;

/**
 * Lines of all pages, with what repeats at the edge of pages kept once: a head where it first stands, a foot at the very end, so that neither cuts a
 * sentence that runs from page to page. Bare page numbers of documents with several pages are left out.
 */
export function withoutFurniture(pages: PageLines[]): DraftLine[] {
  if (pages.length < 2) return pages.flatMap((p) => p.lines);
  const seenOn = new Map<string, number>();
  for (const { lines, height } of pages) {
    const keys = new Set(lines.flatMap((line) => (zoneOf(line, height) ? [keyOf(line, zoneOf(line, height))] : [])));
    for (const key of keys) seenOn.set(key, (seenOn.get(key) ?? 0) + 1);
  }
  const kept = new Set<string>();
  const feet: DraftLine[] = [];
  const body = pages.flatMap(({ lines, height }) =>
    lines.filter((line) => {
      const zone = zoneOf(line, height);
      if (!zone) return true;
      if (PAGE_NUMBER.test(line.text.trim())) return false;
      const key = keyOf(line, zone);
      if ((seenOn.get(key) ?? 0) < 2) return true;
      if (kept.has(key)) return false;
      kept.add(key);
      if (zone === 'foot') feet.push(line);
      return zone === 'head';
    }),
  );
  return [...body, ...feet];
}
