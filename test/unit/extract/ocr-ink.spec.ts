import { asInked } from '../../../lib/extract/ocr/ink';
import type { RawLine, Rectangle } from '../../../lib/extract/ocr/engine';
import type { Grey } from '../../../lib/extract/ocr/picture';

/** A row 40 pixels high, its baseline at y = 60, on a page of 400 × 100. */
const line: RawLine = {
  words: [],
  bbox: { x0: 0, y0: 28, x1: 400, y1: 68 },
  baseline: { x0: 0, y0: 60, x1: 400, y1: 60 },
  height: 40,
};

function draw(inks: (x: number, y: number) => boolean, [ink, paper] = [0, 255]): Grey {
  const data = new Uint8Array(400 * 100).fill(paper);
  for (let y = 0; y < 100; y++) for (let x = 0; x < 400; x++) if (inks(x, y)) data[y * 400 + x] = ink;
  return { width: 400, height: 100, data };
}

const disc = (cx: number, cy: number, radius: number) => (x: number, y: number) => Math.hypot(x - cx, y - cy) <= radius;
const around = (cx: number, cy: number, radius: number): Rectangle => ({
  ...{ x0: cx - radius - 1, y0: cy - radius - 1, x1: cx + radius + 2, y1: cy + radius + 2 },
});

describe('a single sign on a scan', () => {
  const high = around(100, 48, 6);

  it.each(['«', 'e', '+', '*'])('is a bullet when its ink is a disc above the baseline, taken for %s', (read) =>
    expect(asInked(read, high, line, draw(disc(100, 48, 6)))).toBe('•'),
  );

  it('is one in white on a dark column too', () =>
    expect(asInked('*', high, line, draw(disc(100, 48, 6), [255, 40]))).toBe('•'));

  it('is a full stop on the baseline, and stays one', () =>
    expect(asInked('.', around(100, 57, 3), line, draw(disc(100, 57, 3)))).toBe('.'));

  it.each<[string, (x: number, y: number) => boolean]>([
    ['o', (x, y) => disc(100, 48, 8)(x, y) && !disc(100, 48, 5)(x, y)],
    ['+', (x, y) => (Math.abs(x - 100) < 2 && Math.abs(y - 48) < 8) || (Math.abs(y - 48) < 2 && Math.abs(x - 100) < 8)],
    ['-', (x, y) => Math.abs(x - 100) < 8 && Math.abs(y - 48) < 2],
    ['C', disc(100, 46, 13)],
  ])('stays what it was read as when its ink is no small disc: %s', (read, inks) =>
    expect(asInked(read, around(100, 48, 14), line, draw(inks))).toBe(read),
  );
});

describe('digits on a scan', () => {
  const digits = (starts: number[]) => draw((x, y) => y >= 34 && y < 60 && starts.some((s) => x >= s && x < s + 14));
  const word = (end: number): Rectangle => ({ x0: 10, y0: 33, x1: end, y1: 61 });

  it('stand in the groups in which they were printed', () =>
    expect(asInked('063998', word(151), line, digits([10, 28, 60, 78, 110, 128]))).toBe('06 39 98'));

  it('stay together when they stand together', () =>
    expect(asInked('2019', word(90), line, digits([10, 28, 46, 64]))).toBe('2019'));

  it('stay as read when their ink runs together', () =>
    expect(asInked('063998', word(151), line, digits([10, 24, 60, 78, 110, 128]))).toBe('063998'));
});
