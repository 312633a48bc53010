/** An affine transform as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transform that applies `inner` first and `outer` after it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const { 0: a, 1: b, 2: c, 3: d, 4: e, 5: f } = outer;
  const { 0: g, 1: h, 2: i, 3: j, 4: k, 5: l } = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function apply(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** Null when the transform flattens the plane. */
export function invert(m: Matrix): Matrix | null {
  const determinant = m[0] * m[3] - m[1] * m[2];
  if (Math.abs(determinant) < 1e-9) return null;
  const [a, b, c, d, e, f] = m;
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ];
}

/** Edges of an upright rectangle. */
export interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The upright rectangle around a transformed one. */
export function transformEdges(m: Matrix, x0: number, y0: number, x1: number, y1: number): Edges {
  const points = [apply(m, x0, y0), apply(m, x1, y0), apply(m, x0, y1), apply(m, x1, y1)];
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

export function intersect(a: Edges, b: Edges): Edges {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

export function contains(e: Edges, x: number, y: number, slack = 0): boolean {
  return x >= e.left - slack && x <= e.right + slack && y >= e.top - slack && y <= e.bottom + slack;
}

/** A matrix from an operator's arguments: six numbers, or a list of them. */
export function asMatrix(args: unknown[]): Matrix {
  const m = (args.length >= 6 ? args : args[0]) as ArrayLike<unknown>;
  return [Number(m[0]), Number(m[1]), Number(m[2]), Number(m[3]), Number(m[4]), Number(m[5])];
}
