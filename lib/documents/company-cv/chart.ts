import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Locale } from '../../errors';
import { fontFiles } from '../pdf';
import type { CvContent, Span } from './content';
import { fold } from './emphasis';
import { cvWords } from './words';

/** A picture with its words for those who don't see it. */
export interface Picture {
  png: Buffer;
  /** Points. */
  width: number;
  height: number;
  alt: string;
}

interface Row {
  label: string;
  spans: { from: number; to: number }[];
  /** What is said of the row in words. */
  alt: string;
}

export interface ChartColours {
  accent: string;
  text: string;
  muted: string;
  line: string;
}

const SCALE = 3;
const ROW = 15;
const BAR = 7;
const AXIS = 16;
const LABEL_SHARE = 0.36;
const FONT = 'Vivier Roboto';
const MOST_JOBS = 10;
const MOST_SKILLS = 12;

/** The jobs along the years, latest first; null where one bar at most could be drawn. */
export async function timelineOf(
  { timeline }: CvContent,
  width: number,
  colours: ChartColours,
): Promise<Picture | null> {
  if (timeline.length < 2) return null;
  const rows = timeline.slice(0, MOST_JOBS).map(({ label, from, to }) => ({
    ...{ label, spans: [{ from, to }] },
    alt: `${label} ${yearsOf(from, to)}`,
  }));
  return await draw(rows, width, colours);
}

/** Which skill is named in the description of which job; null where that would be fewer than two skills. */
export async function matrixOf(
  { timeline, skills }: CvContent,
  width: number,
  colours: ChartColours,
  locale: Locale,
): Promise<Picture | null> {
  if (timeline.length < 2) return null;
  const said = timeline.map((span) => ({ span, folded: fold(span.said) }));
  const rows = skills
    .flatMap(({ names }) => names)
    .map(({ text }) => ({ label: text, folded: fold(text) }))
    .filter(({ folded }) => folded.trim().length > 1)
    .map(({ label, folded }) => {
      const spans = said.filter((job) => job.folded.includes(folded)).map(({ span }) => span);
      return { label, spans, alt: `${label} ${cvWords[locale].cited(spans.map(spanInWords))}` };
    })
    .filter(({ spans }) => spans.length > 0)
    .sort((a, b) => b.spans.length - a.spans.length)
    .slice(0, MOST_SKILLS);
  return rows.length < 2 ? null : await draw(rows, width, colours);
}

const yearsOf = (from: number, to: number) => {
  const [first, last] = [Math.floor(from), Math.ceil(to) - 1];
  return last <= first ? String(first) : `${first}–${last}`;
};
const spanInWords = ({ label, from, to }: Span) => `${label} (${yearsOf(from, to)})`;

async function draw(rows: Row[], width: number, colours: ChartColours): Promise<Picture> {
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas');
  if (!GlobalFonts.has(FONT)) GlobalFonts.registerFromPath(fontFiles().Roboto.normal, FONT);
  const height = rows.length * ROW + AXIS;
  const canvas = createCanvas(Math.round(width * SCALE), Math.round(height * SCALE));
  const context = canvas.getContext('2d');
  context.scale(SCALE, SCALE);
  const spans = rows.flatMap((row) => row.spans);
  const from = Math.floor(Math.min(...spans.map((span) => span.from)));
  const to = Math.ceil(Math.max(...spans.map((span) => span.to)));
  const left = width * LABEL_SHARE;
  const at = (year: number) => left + ((year - from) / Math.max(1, to - from)) * (width - left - 1);
  drawAxis(context, { from, to, at, bottom: rows.length * ROW }, colours);
  for (const [index, row] of rows.entries()) drawRow(context, row, { top: index * ROW, left, at }, colours);
  return { png: canvas.toBuffer('image/png'), width, height, alt: `${rows.map(({ alt }) => alt).join(' ; ')}.` };
}

interface Axis {
  from: number;
  to: number;
  at: (year: number) => number;
  bottom: number;
}

/** A mark every one, two, five or ten years: eight at most. */
function drawAxis(context: SKRSContext2D, { from, to, at, bottom }: Axis, { line, muted }: ChartColours): void {
  const step = [1, 2, 5, 10, 20, 50].find((years) => (to - from) / years <= 8) ?? 100;
  context.font = `7px "${FONT}"`;
  context.textAlign = 'left';
  context.lineWidth = 0.5;
  let reached = -Infinity;
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    context.strokeStyle = line;
    context.beginPath();
    context.moveTo(at(year), 0);
    context.lineTo(at(year), bottom);
    context.stroke();
    const { left, right } = yearPlace(at(year), context.measureText(String(year)).width, at(to));
    if (left < reached + YEAR_GAP) continue;
    context.fillStyle = muted;
    context.fillText(String(year), left, bottom + 11);
    reached = right;
  }
}

const YEAR_GAP = 4;

/** Below the middle of its mark, but never over the picture's edge; one that would touch the year before is left out, its mark stays. */
function yearPlace(mark: number, width: number, edge: number): { left: number; right: number } {
  const left = Math.min(mark - width / 2, edge - width);
  return { left, right: left + width };
}

function drawRow(
  context: SKRSContext2D,
  { label, spans }: Row,
  { top, left, at }: { top: number; left: number; at: Axis['at'] },
  { accent, text }: ChartColours,
): void {
  context.font = `8px "${FONT}"`;
  context.textAlign = 'left';
  context.fillStyle = text;
  context.fillText(shortenedTo(context, label, left - 10), 0, top + ROW / 2 + 2.8);
  context.fillStyle = accent;
  for (const { from, to } of spans) {
    context.beginPath();
    context.roundRect(at(from), top + (ROW - BAR) / 2, Math.max(3, at(to) - at(from) - 0.8), BAR, 2);
    context.fill();
  }
}

function shortenedTo(context: SKRSContext2D, label: string, width: number): string {
  if (context.measureText(label).width <= width) return label;
  const letters = [...label];
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** A bar of six fields for a language level; `width` by 5 points. */
export async function levelBar(filled: number, { accent, line }: ChartColours): Promise<Omit<Picture, 'alt'>> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const canvas = createCanvas(LEVEL.width * 4, LEVEL.height * 4);
  const context = canvas.getContext('2d');
  context.scale(4, 4);
  const field = (LEVEL.width - 5 * LEVEL.gap) / 6;
  for (let place = 0; place < 6; place += 1) {
    context.fillStyle = place < filled ? accent : line;
    context.beginPath();
    context.roundRect(place * (field + LEVEL.gap), 0, field, LEVEL.height, 1.5);
    context.fill();
  }
  return { png: canvas.toBuffer('image/png'), width: LEVEL.width, height: LEVEL.height };
}

/** Points. */
export const LEVEL = { width: 72, height: 4, gap: 2 };
