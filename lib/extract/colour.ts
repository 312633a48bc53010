/** 0 to 255 each. */
export type Rgb = readonly [number, number, number];

export const WHITE: Rgb = [255, 255, 255];

/** WCAG contrast ratio under which text can't be told from its ground (black on white is 21, #EEEEEE on white 1.16). */
const LEAST_CONTRAST = 1.2;
/** Euclidean distance in RGB under which two colours of equal brightness can't be told apart. */
const LEAST_DISTANCE = 48;

function luminance([r, g, b]: Rgb): number {
  const linear = (v: number) => {
    const s = v / 255;
    return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** True when the two can't be told apart: neither by brightness nor by hue. */
export function looksAlike(a: Rgb, b: Rgb): boolean {
  if (Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) >= LEAST_DISTANCE) return false;
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05) < LEAST_CONTRAST;
}

/** `over` laid on `under` with an alpha of 0 to 1. */
export function mix(under: Rgb, over: Rgb, alpha: number): Rgb {
  return under.map((value, i) => value + (over[i] - value) * alpha) as unknown as Rgb;
}

/** `#1F3A5F`, `1F3A5F` or `#abc`; null for anything else. */
export function parseHex(value: string | undefined): Rgb | null {
  const long = /^#?([0-9a-f]{6})$/i.exec(value ?? '')?.[1];
  const short = /^#([0-9a-f]{3})$/i.exec(value ?? '')?.[1];
  const hex = long ?? (short && [...short].map((c) => c + c).join(''));
  return hex ? [parseInt(hex.slice(0, 2), 16), parseInt(hex.slice(2, 4), 16), parseInt(hex.slice(4, 6), 16)] : null;
}
