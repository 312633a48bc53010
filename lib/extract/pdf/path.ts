import { apply, type Matrix } from './matrix';

/** pdf.js's own codes in a path's data. */
const enum Draw {
  Move = 0,
  Line = 1,
  Curve = 2,
  Close = 3,
}

/** Steps in which a Bézier curve is walked; a corner's radius needs no more. */
const CURVE_STEPS = 4;

type Point = [number, number];

function flatten(data: ArrayLike<number>, m: Matrix): Point[][] {
  const rings: Point[][] = [];
  let ring: Point[] = [];
  let [px, py] = [0, 0];
  for (let i = 0; i < data.length;) {
    const code = data[i++];
    if (code === Draw.Move) {
      ring = [];
      rings.push(ring);
    }
    if (code === Draw.Move || code === Draw.Line) {
      [px, py] = [data[i++], data[i++]];
      ring.push(apply(m, px, py));
    } else if (code === Draw.Curve) {
      const [x1, y1, x2, y2, x3, y3] = Array.from({ length: 6 }, (_, k) => data[i + k]);
      i += 6;
      for (let step = 1; step <= CURVE_STEPS; step++) {
        const t = step / CURVE_STEPS;
        const u = 1 - t;
        const at = (a: number, b: number, c: number, d: number) =>
          u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
        ring.push(apply(m, at(px, x1, x2, x3), at(py, y1, y2, y3)));
      }
      [px, py] = [x3, y3];
    } else if (code !== Draw.Close) {
      break;
    }
  }
  return rings;
}

/** Whether a point of the page lies inside the path (even-odd rule). The path is flattened on first use. */
export function pathHitTest(data: ArrayLike<number>, m: Matrix): (x: number, y: number) => boolean {
  let rings: Point[][] | null = null;
  return (x, y) => {
    rings ??= flatten(data, m);
    let inside = false;
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [xi, yi] = ring[i];
        const [xj, yj] = ring[j];
        if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
      }
    }
    return inside;
  };
}
