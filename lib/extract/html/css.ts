import { parseHex, type Rgb } from '../colour';

export type Declarations = Record<string, string>;

/** `a: b; c: d` as an object, names in lower case. */
export function parseDeclarations(text: string): Declarations {
  const out: Declarations = {};
  for (const part of text.replace(/\/\*[\s\S]*?\*\//g, '').split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      out[part.slice(0, colon).trim().toLowerCase()] = part
        .slice(colon + 1)
        .replace(/!important/i, '')
        .trim();
  }
  return out;
}

export interface Rule {
  /** A tag, class or id selector without combinators, for example `p.note`. */
  tag?: string;
  id?: string;
  classes: string[];
  declarations: Declarations;
}

/** The rules of a style sheet whose selectors are simple; `@media print` and the like are left out. */
export function parseStyleSheet(text: string): Rule[] {
  const flat = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@[^{};]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]+;/g, '');
  return [...flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors, body]) => {
    const declarations = parseDeclarations(body);
    return selectors.split(',').flatMap((selector) => simpleSelector(selector.trim(), declarations));
  });
}

function simpleSelector(selector: string, declarations: Declarations): Rule[] {
  const match = /^([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)$/i.exec(selector);
  if (!match || selector === '') return [];
  const names = match[2].match(/[.#][\w-]+/g) ?? [];
  return [
    {
      tag: match[1] && match[1] !== '*' ? match[1].toLowerCase() : undefined,
      id: names.find((n) => n.startsWith('#'))?.slice(1),
      classes: names.filter((n) => n.startsWith('.')).map((n) => n.slice(1)),
      declarations,
    },
  ];
}

const NAMED: Record<string, Rgb> = {
  white: [255, 255, 255],
  black: [0, 0, 0],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  whitesmoke: [245, 245, 245],
  ghostwhite: [248, 248, 255],
  red: [255, 0, 0],
  blue: [0, 0, 255],
  navy: [0, 0, 128],
  green: [0, 128, 0],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  silver: [192, 192, 192],
  lightgray: [211, 211, 211],
  lightgrey: [211, 211, 211],
  darkgray: [169, 169, 169],
};

/** A CSS colour; null when it is none that is known here; `transparent` for no colour at all. */
export function cssColour(value: string | undefined): Rgb | 'transparent' | null {
  const text = (value ?? '').trim().toLowerCase();
  if (text === 'transparent') return 'transparent';
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+%?))?\s*\)$/.exec(text);
  if (rgb) return rgb[4] && parseFloat(rgb[4]) === 0 ? 'transparent' : [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])];
  return NAMED[text] ?? parseHex(text);
}

/** A length in points; null for what is relative to something unknown. `em` and `%` refer to `parent`. */
export function cssLength(value: string | undefined, parent: number): number | null {
  const match = /^(-?[\d.]+)(px|pt|em|rem|%|mm|cm|in)?$/.exec((value ?? '').trim().toLowerCase());
  if (!match) return null;
  const factors: Record<string, number> = {
    px: 0.75,
    pt: 1,
    em: parent,
    rem: 12,
    '%': parent / 100,
    mm: 2.835,
    cm: 28.35,
    in: 72,
  };
  return Number(match[1]) * (factors[match[2] ?? 'px'] ?? 1);
}
