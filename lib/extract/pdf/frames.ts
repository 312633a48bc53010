import type { LayoutLine, Letter, Rule } from '../layout';
import { cleanText, tidySpaces } from '../text/clean';
import { remember } from '../text/remember';
import type { Box, HiddenText } from '../types';
import type { Edges } from './matrix';
import type { Glyph, GlyphRun } from './types';
import type { SeenText } from './visibility';

export interface FramedLine {
  line: LayoutLine;
  box: Box;
}

/** Direction of writing in whole degrees, clockwise on the page; 0 for ordinary text. */
function angleOf(glyph: Glyph): number {
  const degrees = Math.round((Math.atan2(glyph.endY - glyph.y, glyph.endX - glyph.x) * 180) / Math.PI);
  return (degrees + 360) % 360;
}

/** Ascent and descent of a line, in font sizes: common to most text faces. */
const ASCENT = 0.8;
const DESCENT = 0.2;

/**
 * Lays out the text of each direction of writing on its own (the most used first), in a frame turned so that the text runs to the right, and gives the
 * lines' boxes on the page. `slope`: how much the lines of a scanned page fall to the right; `boxes`: rules and boxes painted on it.
 */
export function pageFrames(
  runs: GlyphRun[],
  layout: (letters: Letter[], rules: Rule[]) => LayoutLine[],
  { slope = 0, boxes = [] as Edges[] } = {},
): FramedLine[] {
  const byAngle = new Map<number, Letter[]>();
  for (const run of runs) {
    const first = run.glyphs.find((g) => Math.hypot(g.endX - g.x, g.endY - g.y) > 0.01);
    const angle = first ? nearest(angleOf(first)) : 0;
    const letters = byAngle.get(angle) ?? [];
    addLetters(letters, run, angle, slope * run.glyphs[0].x);
    byAngle.set(angle, letters);
  }
  const frames = [...byAngle].sort((a, b) => b[1].length - a[1].length);
  let block = 0;
  return frames.flatMap(([angle, letters]) => {
    const lines = layout(letters, rulesOf(boxes, angle)).map((line) => ({ ...line, block: line.block + block }));
    block = Math.max(block, ...lines.map((line) => line.block + 1));
    return lines.map((line) => ({ line, box: boxOf(line, angle) }));
  });
}

/** Scanners and slanted templates are off by a degree or two: taken as straight. */
function nearest(angle: number): number {
  const straight = [0, 90, 180, 270, 360].find((a) => Math.abs(a - angle) <= 3);
  return straight === undefined ? angle : straight % 360;
}

const turn = (degrees: number) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];

const cleaned = remember((text) => cleanText(text).text);

function addLetters(letters: Letter[], run: GlyphRun, angle: number, fall: number): void {
  const [cos, sin] = turn(angle);
  const { size, bold } = run;
  for (const glyph of run.glyphs) {
    const text = glyph.isSpace ? ' ' : cleaned(glyph.text);
    if (text === '') continue;
    const from = glyph.x * cos + glyph.y * sin;
    const to = glyph.endX * cos + glyph.endY * sin;
    const y = glyph.y * cos - glyph.x * sin - fall;
    const isSpace = text === ' ' || text.trim() === '';
    letters.push({ text, x0: Math.min(from, to), x1: Math.max(from, to), y, size, bold, isSpace, run: run.order });
  }
}

/** The upper and lower edges of what is painted, as this direction of writing sees them; none where the text stands aslant. */
function rulesOf(boxes: Edges[], angle: number): Rule[] {
  if (angle % 90 !== 0) return [];
  const [cos, sin] = turn(angle);
  return boxes.flatMap(({ left, right, top, bottom }) => {
    const xs = [left * cos + top * sin, right * cos + bottom * sin];
    const ys = [top * cos - left * sin, bottom * cos - right * sin];
    const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
    return [...new Set(ys)].map((y) => ({ x0, x1, y }));
  });
}

function boxOf(line: LayoutLine, angle: number): Box {
  const [cos, sin] = turn(angle);
  const corners = [
    [line.x0, line.y - ASCENT * line.size],
    [line.x1, line.y - ASCENT * line.size],
    [line.x0, line.y + DESCENT * line.size],
    [line.x1, line.y + DESCENT * line.size],
  ].map(([u, v]) => [u * cos - v * sin, u * sin + v * cos]);
  const xs = corners.map((c) => c[0]);
  const ys = corners.map((c) => c[1]);
  const round = (n: number) => Math.round(n * 100) / 100;
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x: round(x), y: round(y), width: round(Math.max(...xs) - x), height: round(Math.max(...ys) - y) };
}

/** Hidden runs that follow each other for the same reason, as one piece of text each. */
export function hiddenOf(hidden: SeenText['hidden'], page: number): HiddenText[] {
  const pieces: (HiddenText & { lastOrder: number; endX: number; y: number; size: number })[] = [];
  for (const { text, reason, run } of hidden) {
    const first = run.glyphs[0];
    const end = run.glyphs[run.glyphs.length - 1];
    const last = pieces[pieces.length - 1];
    const sameLine = last && Math.abs(last.y - first.y) < 0.3 * run.size;
    if (last && last.reason === reason) {
      last.text += (sameLine && first.x - last.endX < 0.15 * run.size ? '' : ' ') + text;
      Object.assign(last, { endX: end.endX, y: first.y });
      continue;
    }
    const box = { x: first.x, y: first.y - run.size * ASCENT, width: end.endX - first.x, height: run.size };
    pieces.push({ text, reason, page, box, lastOrder: run.order, endX: end.endX, y: first.y, size: run.size });
  }
  return pieces
    .map(({ text, reason, box }) => ({ text: tidySpaces(cleanText(text).text), reason, page, box }))
    .filter((piece) => piece.text !== '');
}
