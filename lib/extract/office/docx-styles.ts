import { attribute, child, elementsOf, type XmlElement } from '../xml/parse';

/** What decides how a run of text looks; undefined where nothing says so. */
export interface RunLook {
  vanish?: boolean;
  bold?: boolean;
  /** Six hex digits. */
  colour?: string;
  /** Points. */
  size?: number;
  /** Ground of the run itself, six hex digits. */
  ground?: string;
}

interface Style extends RunLook {
  heading?: boolean;
}

export interface Styles {
  byId(id: string | undefined): Style;
}

/** `<w:b/>` is on, `<w:b w:val="0"/>` is off. */
function toggle(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = child(properties, name);
  if (!element) return undefined;
  return !['0', 'false', 'off', 'none'].includes(attribute(element, 'val') ?? '1');
}

/** Reads `w:rPr`. */
export function lookOf(properties: XmlElement | undefined): RunLook {
  const size = Number(attribute(child(properties, 'sz'), 'val')) / 2;
  const colour = attribute(child(properties, 'color'), 'val');
  const ground = groundOf(properties);
  const highlight = attribute(child(properties, 'highlight'), 'val');
  const look: RunLook = {
    vanish: toggle(properties, 'vanish'),
    bold: toggle(properties, 'b'),
    colour: colour && colour !== 'auto' ? colour : undefined,
    size: size > 0 ? size : undefined,
    ground: ground ?? (highlight && highlight !== 'none' && highlight !== 'white' ? '808080' : undefined),
  };
  return defined(look);
}

export const defined = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

/** The fill of a `w:shd` among the properties, six hex digits. */
export function groundOf(properties: XmlElement | undefined): string | undefined {
  const fill = attribute(child(properties, 'shd'), 'fill');
  return fill && /^[0-9a-f]{6}$/i.test(fill) ? fill : undefined;
}

const HEADING = /^(heading|titre|title|überschrift|berschrift|título|titolo|kop|subtitle|sous-titre)/i;

/** Styles with what they inherit (`w:basedOn`) and the document's defaults. */
export function readStyles(root: XmlElement | null): Styles {
  const elements = new Map(elementsOf(root ?? undefined, 'style').map((e) => [attribute(e, 'styleId') ?? '', e]));
  const defaults = lookOf(child(root ?? undefined, 'docDefaults', 'rPrDefault', 'rPr'));
  const cache = new Map<string, Style>();

  const resolve = (id: string, depth: number): Style => {
    const known = cache.get(id);
    if (known) return known;
    const element = elements.get(id);
    if (!element || depth > 20) return { ...defaults };
    const parent = attribute(child(element, 'basedOn'), 'val');
    const name = attribute(child(element, 'name'), 'val') ?? '';
    const isOutlined = child(element, 'pPr', 'outlineLvl') !== undefined;
    const own = lookOf(child(element, 'rPr'));
    const heading = HEADING.test(name) || HEADING.test(id) || isOutlined || undefined;
    const style = { ...(parent ? resolve(parent, depth + 1) : defaults), ...own, ...(heading && { heading }) };
    cache.set(id, style);
    return style;
  };
  return { byId: (id) => (id ? resolve(id, 0) : { ...defaults }) };
}
