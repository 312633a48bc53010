import { escapeHtml } from '../html';
import { colours } from '../theme';

const WIDTH = 720;
const HEIGHT = 190;
const FOOT = 26;
const HEAD = 18;

/**
 * Standing bars as an SVG picture: the number above each, its name below; where names would touch, only some are written. `font` is one the reader has
 * (a PDF knows only its own).
 */
export function columnsSvg(items: { label: string; value: number }[], font: string): string {
  const most = Math.max(1, ...items.map(({ value }) => value));
  const step = WIDTH / Math.max(items.length, 1);
  const width = Math.min(44, step * 0.7);
  const every = Math.max(1, Math.ceil((longest(items) * 6.2) / step));
  const bars = items.map(({ label, value }, index) => {
    const height = (value / most) * (HEIGHT - FOOT - HEAD);
    const middle = round(step * (index + 0.5));
    const top = round(HEIGHT - FOOT - height);
    const bar = `<rect x="${round(middle - width / 2)}" y="${top}" width="${round(width)}" height="${round(height)}" rx="2" fill="${colours.accent}"/>`;
    const number = text(middle, top - 5, String(value), colours.text);
    return (
      (value > 0 ? bar : '') + number + (index % every === 0 ? text(middle, HEIGHT - 8, label, colours.muted) : '')
    );
  });
  const line = `<line x1="0" y1="${HEIGHT - FOOT}" x2="${WIDTH}" y2="${HEIGHT - FOOT}" stroke="${colours.line}" stroke-width="1"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${font}" font-size="11">${line}${bars.join('')}</svg>`;
}

const longest = (items: { label: string }[]) => Math.max(0, ...items.map(({ label }) => label.length + 2));
const round = (value: number) => Math.round(value * 10) / 10;
const text = (x: number, y: number, words: string, colour: string) =>
  `<text x="${x}" y="${round(y)}" text-anchor="middle" fill="${colour}">${escapeHtml(words)}</text>`;
