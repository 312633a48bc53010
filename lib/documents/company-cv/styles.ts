import { ownFont } from '../html';
import { colours } from '../theme';
import type { CvStyleName } from './types';

/** What tells one style from another; every renderer reads the same values. Lengths in points. */
export interface CvStyle {
  name: CvStyleName;
  /** The PDF's font, carried by the file; embedded in Word files too. */
  font: 'Roboto' | 'Lora';
  /** What a browser takes instead. */
  webFont: string;
  /** `#rrggbb`. */
  accent: string;
  /** The accent, so light that dark text is read on it. */
  tint: string;
  text: string;
  muted: string;
  line: string;
  margins: { top: number; right: number; bottom: number; left: number };
  sizes: { name: number; headline: number; heading: number; title: number; body: number; small: number };
  /** Of the narrow column: dates at the left, or the sidebar at the right. */
  aside: number;
}

export const PAGE = { width: 595.28, height: 841.89 };
/** Between the text and the sidebar, and inside it. */
export const SIDEBAR = { gap: 26, padding: 20, top: 44 };

const ACCENTS: Record<CvStyleName, string> = { banner: '#1f4e63', sidebar: '#2f5d50', classic: '#6b2c3e' };
const SANS = 'Calibri,"Segoe UI",Roboto,"Noto Sans",system-ui,sans-serif';
const SERIF = 'Georgia,Cambria,"Noto Serif","Times New Roman",serif';

export function styleOf(name: CvStyleName, colour: string | undefined, font: string | undefined): CvStyle {
  const accent = readable(/^#[0-9a-f]{6}$/i.test(colour ?? '') ? (colour as string) : ACCENTS[name]);
  const shared = { name, accent, tint: mixed(accent, 0.08), text: colours.text, muted: colours.muted };
  const own = ownFont(font);
  switch (name) {
    case 'banner':
      return {
        ...{ ...shared, font: 'Roboto', webFont: own + SANS, line: colours.line, aside: 120 },
        margins: { top: 46, right: 48, bottom: 56, left: 48 },
        sizes: { name: 27, headline: 12.5, heading: 12, title: 10, body: 9.3, small: 8.3 },
      };
    case 'sidebar':
      return {
        ...{ ...shared, font: 'Roboto', webFont: own + SANS, line: colours.line, aside: 178 },
        margins: { top: 46, right: 178 + SIDEBAR.gap, bottom: 56, left: 46 },
        sizes: { name: 25, headline: 12, heading: 11, title: 10, body: 9.2, small: 8.3 },
      };
    case 'classic':
      return {
        ...{ ...shared, font: 'Lora', webFont: own + SERIF, line: mixed(accent, 0.3), aside: 0 },
        margins: { top: 50, right: 64, bottom: 58, left: 64 },
        sizes: { name: 25, headline: 12, heading: 10.5, title: 10, body: 9.3, small: 8.4 },
      };
  }
}

/** Points between the margins. */
export const contentWidth = ({ margins }: CvStyle): number => PAGE.width - margins.left - margins.right;

const channels = (colour: string) => [1, 3, 5].map((place) => Number.parseInt(colour.slice(place, place + 2), 16));
const toColour = (values: number[]) =>
  `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** `share` of the colour, the rest white. */
function mixed(colour: string, share: number): string {
  return toColour(channels(colour).map((value) => 255 + (value - 255) * share));
}

/** WCAG 2.1, relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour, darkened until white on it, and it on white, has a contrast of 4.5 (WCAG 2.1, AA). */
function readable(colour: string): string {
  let dark = colour;
  for (let step = 0; step < 20 && 1.05 / (luminance(dark) + 0.05) < 4.5; step += 1) {
    dark = toColour(channels(dark).map((value) => value * 0.9));
  }
  return dark;
}
