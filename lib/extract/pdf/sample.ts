import type { Rgb } from '../colour';

export interface ImageData {
  width: number;
  height: number;
  /** 1: one bit grey, 2: RGB, 3: RGBA. */
  kind?: number;
  data?: Uint8Array | Uint8ClampedArray;
}

/** `u` and `v` in the picture's unit square, v upwards. */
export function samplePicture(picture: ImageData, u: number, v: number): { colour: Rgb; alpha: number } | null {
  const bytes = picture.kind === 3 ? 4 : picture.kind === 2 ? 3 : 0;
  if (bytes === 0 || !picture.data) return null;
  const column = Math.min(picture.width - 1, Math.max(0, Math.floor(u * picture.width)));
  const row = Math.min(picture.height - 1, Math.max(0, Math.floor((1 - v) * picture.height)));
  const at = (row * picture.width + column) * bytes;
  const d = picture.data;
  return { colour: [d[at], d[at + 1], d[at + 2]], alpha: bytes === 4 ? d[at + 3] / 255 : 1 };
}
