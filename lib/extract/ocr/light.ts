import type { Grey } from './picture';

/** Side of the tiles in which the paper's brightness is measured, as a share of the picture's longer side. */
const TILES = 48;
/** Paper is the brightest tenth of a tile. */
const PAPER_RANK = 0.9;

/** Brightness of the paper on a coarse grid, holes (photos, dark boxes) filled from their neighbours. */
function paperGrid(picture: Grey): { grid: Float32Array; columns: number; rows: number; tile: number } {
  const tile = Math.max(8, Math.ceil(Math.max(picture.width, picture.height) / TILES));
  const columns = Math.ceil(picture.width / tile);
  const rows = Math.ceil(picture.height / tile);
  const grid = new Float32Array(columns * rows);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) grid[r * columns + c] = tilePaper(picture, c * tile, r * tile, tile);
  }
  return { grid: smooth(dilate(grid, columns, rows), columns, rows), columns, rows, tile };
}

function tilePaper({ width, height, data }: Grey, x0: number, y0: number, tile: number): number {
  const histogram = new Uint32Array(256);
  let count = 0;
  for (let y = y0; y < Math.min(height, y0 + tile); y += 2) {
    for (let x = x0; x < Math.min(width, x0 + tile); x += 2) {
      histogram[data[y * width + x]]++;
      count++;
    }
  }
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += histogram[value];
    if (seen >= count * PAPER_RANK) return value;
  }
  return 255;
}

function neighbours(
  grid: Float32Array,
  columns: number,
  rows: number,
  pick: (values: number[]) => number,
): Float32Array {
  return grid.map((_, i) => {
    const [r, c] = [Math.floor(i / columns), i % columns];
    const values: number[] = [];
    for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++) {
      for (let x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1); x++) values.push(grid[y * columns + x]);
    }
    return pick(values);
  });
}

const dilate = (grid: Float32Array, columns: number, rows: number) =>
  neighbours(grid, columns, rows, (values) => Math.max(...values));
const smooth = (grid: Float32Array, columns: number, rows: number) =>
  neighbours(grid, columns, rows, (values) => values.reduce((a, b) => a + b, 0) / values.length);

/** Whether light falls unevenly on the page or the paper is dark: a photograph rather than a scan. */
function isUneven(grid: Float32Array): boolean {
  const sorted = [...grid].sort((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * 0.05)];
  const high = sorted[Math.floor(sorted.length * 0.95)];
  return high - low > 25 || sorted[sorted.length >> 1] < 215;
}

/** Whether the paper is about equally bright everywhere, as on a scan. */
export const isEvenlyLit = (picture: Grey) => !isUneven(paperGrid(picture).grid);

/** Divides by the paper's own brightness where light is uneven; an evenly lit page is returned as it is. */
export function evenLight(picture: Grey): Grey {
  const { grid, columns, rows, tile } = paperGrid(picture);
  if (!isUneven(grid)) return picture;
  const { width, height, data } = picture;
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const gy = Math.min(rows - 1, Math.max(0, y / tile - 0.5));
    const r0 = Math.floor(gy);
    const r1 = Math.min(rows - 1, r0 + 1);
    for (let x = 0; x < width; x++) {
      const gx = Math.min(columns - 1, Math.max(0, x / tile - 0.5));
      const c0 = Math.floor(gx);
      const c1 = Math.min(columns - 1, c0 + 1);
      const upper = grid[r0 * columns + c0] * (1 - gx + c0) + grid[r0 * columns + c1] * (gx - c0);
      const lower = grid[r1 * columns + c0] * (1 - gx + c0) + grid[r1 * columns + c1] * (gx - c0);
      const paper = upper * (1 - gy + r0) + lower * (gy - r0);
      const share = paper > 8 ? data[y * width + x] / paper : 1;
      // Paper to white, ink to black, a steep slope between: what is left of the shade goes.
      out[y * width + x] = Math.max(0, Math.min(255, ((share - 0.35) / 0.5) * 255));
    }
  }
  return { width, height, data: out };
}
