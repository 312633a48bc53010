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

/** A tag, class or id selector without combinators, for example `p.note`. */
interface Compound {
  tag?: string;
  id?: string;
  classes: string[];
}

/** Just what is asked of an element here, whoever parsed it. */
export interface Selectable {
  tag: string;
  id?: string;
  classes: ReadonlySet<string>;
  parent: Selectable | null;
}

export interface Rule {
  /** From the element itself outwards; `direct` when the next one must be its parent (`a > b`). */
  path: { compound: Compound; direct: boolean }[];
  declarations: Declarations;
}

/** Conditions that hold wherever the page is read on a screen; those on width, printing and the like don't always. */
const ON_SCREEN = /^@media\s+(?:only\s+)?(?:screen|all)\s*$/i;
const MEDIA = /(@[^{};]+)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}|@[^{};]+;/g;

/** The rules of a style sheet whose selectors are of tags, classes and ids, also inside each other. What holds only for print or some widths is left out. */
export function parseStyleSheet(text: string): Rule[] {
  const flat = text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(MEDIA, (_, condition?: string, body?: string) =>
      ON_SCREEN.test(condition?.trim() ?? '') ? (body ?? '') : '',
    );
  return [...flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors, body]) => {
    const declarations = parseDeclarations(body);
    return selectors.split(',').flatMap((selector) => ruleOf(selector.trim(), declarations));
  });
}

/** Selectors longer than this are no page's own. */
const DEEPEST_SELECTOR = 8;

function ruleOf(selector: string, declarations: Declarations): Rule[] {
  const steps = selector
    .replace(/\s*>\s*/g, ' >')
    .split(/\s+/)
    .reverse();
  if (steps.length > DEEPEST_SELECTOR) return [];
  const compounds = steps.map((step) => compoundOf(step.replace(/^>/, '')));
  if (compounds.includes(null)) return [];
  return [
    {
      path: compounds.map((compound, i) => ({ compound: compound as Compound, direct: steps[i].startsWith('>') })),
      declarations,
    },
  ];
}

function compoundOf(step: string): Compound | null {
  const match = /^([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)$/i.exec(step);
  if (!match || step === '') return null;
  const names = match[2].match(/[.#][\w-]+/g) ?? [];
  return {
    tag: match[1] && match[1] !== '*' ? match[1].toLowerCase() : undefined,
    id: names.find((n) => n.startsWith('#'))?.slice(1),
    classes: names.filter((n) => n.startsWith('.')).map((n) => n.slice(1)),
  };
}

const fits = ({ tag, id, classes }: Compound, element: Selectable) =>
  (!tag || tag === element.tag) && (!id || id === element.id) && classes.every((name) => element.classes.has(name));

/** Whether a rule holds for an element. */
export function matches(rule: Rule, element: Selectable, from = 0): boolean {
  const { compound, direct } = rule.path[from];
  if (!fits(compound, element)) return false;
  if (from === rule.path.length - 1) return true;
  if (direct) return element.parent !== null && matches(rule, element.parent, from + 1);
  for (let above = element.parent; above; above = above.parent) if (matches(rule, above, from + 1)) return true;
  return false;
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
