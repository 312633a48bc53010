import { looksAlike, mix, WHITE, type Rgb } from '../colour';
import type { HiddenText } from '../types';
import { contains } from './matrix';
import type { Glyph, GlyphRun, PageContent, PaintedArea } from './types';

type Reason = HiddenText['reason'];

/** Below this many points on an A4 page nobody reads a letter. */
const SMALLEST_READABLE = 2;
const LEAST_ALPHA = 0.06;
const A4_HEIGHT = 842;
/** What lies under a point when the run is painted; null when it can't be told. */
function groundAt(areas: PaintedArea[], before: number, x: number, y: number): Rgb | null {
  let ground: Rgb | null = WHITE;
  for (const area of areas) {
    if (area.order >= before) break;
    if (!area.covers(x, y)) continue;
    const sample = area.sample?.(x, y);
    const colour = area.colour ?? sample?.colour ?? null;
    const alpha = area.alpha * (sample?.alpha ?? 1);
    if (alpha < 0.02) continue;
    if (!colour || !area.opaqueBlend) ground = null;
    else if (alpha > 0.98) ground = colour;
    else ground = ground && mix(ground, colour, alpha);
  }
  return ground;
}

function coverOver(areas: PaintedArea[], after: number, x: number, y: number): PaintedArea | null {
  for (const area of areas) {
    if (area.order <= after || !area.opaqueBlend || area.alpha < 0.9 || !area.covers(x, y)) continue;
    const sample = area.sample?.(x, y);
    if (sample && sample.alpha < 0.9) continue;
    return area;
  }
  return null;
}

function centre(glyph: Glyph, size: number): [number, number] {
  const dx = glyph.endX - glyph.x;
  const dy = glyph.endY - glyph.y;
  const length = Math.hypot(dx, dy) || 1;
  // A third of the font's height above the baseline, whatever the direction of writing.
  return [glyph.x + dx / 2 + (dy / length) * size * 0.3, glyph.y + dy / 2 - (dx / length) * size * 0.3];
}

/** The surfaces that can lie under or over any character of a run: the others need not be asked for each. */
function areasAt(run: GlyphRun, areas: PaintedArea[]): PaintedArea[] {
  if (areas.length === 0 || run.glyphs.length === 0) return [];
  const [first, last] = [run.glyphs[0], run.glyphs[run.glyphs.length - 1]];
  const [left, right] = [Math.min(first.x, last.endX) - run.size, Math.max(first.x, last.endX) + run.size];
  const [top, bottom] = [Math.min(first.y, last.endY) - run.size, Math.max(first.y, last.endY) + run.size];
  return areas.filter(({ box }) => box.left <= right && box.right >= left && box.top <= bottom && box.bottom >= top);
}

/** Why no character of a run can be seen, whatever is painted around it. */
function reasonForAll(run: GlyphRun, page: PageContent): Reason | null {
  if (!run.layerVisible || run.mode === 3 || run.mode === 7) return 'invisible';
  if (run.alpha < LEAST_ALPHA) return 'transparent';
  const smallest = SMALLEST_READABLE * Math.min(1, Math.max(page.width, page.height) / A4_HEIGHT);
  return run.size < smallest ? 'tiny' : null;
}

/** Nothing but white paper lies under it, and it is not white itself. */
function isInkOnPaper(run: GlyphRun, areas: PaintedArea[]): boolean {
  if (areas.length > 0 || !run.colour) return areas.length === 0;
  return !looksAlike(run.alpha < 1 ? mix(WHITE, run.colour, run.alpha) : run.colour, WHITE);
}

/** For each character of a run, why it can't be seen; null when all can, as on most pages. */
function reasonsFor(run: GlyphRun, page: PageContent): (Reason | null)[] | null {
  const all = reasonForAll(run, page);
  if (all) return run.glyphs.map(() => all);
  const areas = areasAt(run, page.areas);
  const isPlain = isInkOnPaper(run, areas);
  const reasons = run.glyphs.map((glyph) => reasonFor(run, glyph, page, isPlain ? null : areas));
  return reasons.every((reason) => reason === null) ? null : reasons;
}

/** `areas` is null where only the place of a character can hide it. */
function reasonFor(run: GlyphRun, glyph: Glyph, page: PageContent, areas: PaintedArea[] | null): Reason | null {
  const [x, y] = centre(glyph, run.size);
  if (x < 0 || y < 0 || x > page.width || y > page.height) return 'off-page';
  if (!contains(run.clip, x, y, run.size * 0.3)) return 'invisible';
  if (!areas) return null;
  if (coverOver(areas, run.order, x, y)) return 'covered';
  if (!run.colour) return null;
  const ground = groundAt(areas, run.order, x, y);
  const ink = ground && run.alpha < 1 ? mix(ground, run.colour, run.alpha) : run.colour;
  return ground && looksAlike(ink, ground) ? 'same-colour' : null;
}

/** Whether a character stands on or under a picture whose pixels aren't at hand. */
export function asksForPixels(page: PageContent): boolean {
  const unread = page.areas.filter((area) => area.isImage && !area.sample);
  return unread.length > 0 && page.runs.some((run) => run.glyphs.some((glyph) => stands(run, glyph, unread)));
}

function stands(run: GlyphRun, glyph: Glyph, areas: PaintedArea[]): boolean {
  return !glyph.isSpace && areas.some((area) => area.covers(...centre(glyph, run.size)));
}

/** Share of the page under its largest picture. */
export function pictureShare(page: PageContent): number {
  const share = (a: PaintedArea) =>
    ((Math.min(a.box.right, page.width) - Math.max(a.box.left, 0)) *
      (Math.min(a.box.bottom, page.height) - Math.max(a.box.top, 0))) /
    (page.width * page.height);
  return Math.max(0, ...page.areas.filter((a) => a.isImage).map(share));
}

/** Whether the second character goes on where the first one ends, in the same line and size. */
function continues(last: { run: GlyphRun; glyph: Glyph }, next: { run: GlyphRun; glyph: Glyph }): boolean {
  const size = next.run.size;
  const gap = Math.hypot(next.glyph.x - last.glyph.endX, next.glyph.y - last.glyph.endY);
  return gap < 0.15 * size && Math.abs(last.run.size - size) < 0.1 * size;
}

interface Marked {
  run: GlyphRun;
  glyph: Glyph;
  reason: Reason | null;
}

/** A word whose beginning or end a reader sees (it runs out of its column or off the page) is a seen word. */
function keepWholeWords(letters: Marked[]): void {
  let start = 0;
  for (let i = 1; i <= letters.length; i++) {
    const next = letters[i];
    if (next && !next.glyph.isSpace && !letters[i - 1].glyph.isSpace && continues(letters[i - 1], next)) continue;
    const word = letters.slice(start, i);
    if (word.some((m) => m.reason === null && !m.glyph.isSpace)) word.forEach((m) => (m.reason = null));
    start = i;
  }
}

export interface SeenText {
  visible: GlyphRun[];
  hidden: { text: string; reason: Reason; run: GlyphRun }[];
  /** Text laid under or over a full-page scan by an earlier OCR. */
  ocrLayer: boolean;
}

/**
 * Tells visible from hidden characters by what was painted before and after them.
 * An invisible or covered text over a picture of the whole page is the ordinary output of a scanner's OCR and counts as visible.
 */
export function separateHidden(page: PageContent): SeenText {
  const reasons = page.runs.map((run) => reasonsFor(run, page));
  // Nothing is hidden on most pages.
  if (reasons.every((list) => list === null)) return { visible: page.runs, hidden: [], ocrLayer: false };
  const marked = page.runs.map((run, i) =>
    run.glyphs.map((glyph, j): Marked => ({ run, glyph, reason: reasons[i]?.[j] ?? null })),
  );
  const all = marked.flat();
  keepWholeWords(all);
  const letters = all.filter((m) => !m.glyph.isSpace);
  const isLayered = (m: Marked) => m.reason === 'invisible' || m.reason === 'covered';
  const ocrLayer = pictureShare(page) > 0.5 && letters.filter(isLayered).length > 0.8 * letters.length;
  if (ocrLayer) all.forEach((m) => (m.reason = isLayered(m) ? null : m.reason));

  const visible: GlyphRun[] = [];
  const hidden: SeenText['hidden'] = [];
  page.runs.forEach((run, i) => {
    const seen = marked[i].filter((m) => m.reason === null);
    if (seen.length > 0) visible.push({ ...run, glyphs: seen.map((m) => m.glyph) });
    const reason = marked[i].find((m) => m.reason !== null && !m.glyph.isSpace)?.reason;
    if (reason) hidden.push({ text: marked[i].map((m) => (m.reason ? m.glyph.text : '')).join(''), reason, run });
  });
  return { visible, hidden, ocrLayer };
}
