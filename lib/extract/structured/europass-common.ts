import { child, textOf, type XmlElement } from '../xml/parse';

export const value = (element: XmlElement | undefined, ...path: string[]): string | undefined => {
  const found = path.length > 0 ? child(element, ...path) : element;
  return textOf(found).replace(/\s+/g, ' ').trim() || undefined;
};

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Europass puts HTML into its text fields: its items and paragraphs as plain texts. */
export function htmlItems(element: XmlElement | undefined): string[] {
  return textOf(element)
    .replace(/<(?:br|\/p|\/li|\/div|\/ul|\/ol|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** Drops what is undefined, null or an empty list, at every depth. */
export function compact<T>(data: T): T {
  if (Array.isArray(data)) return data.map(compact) as T;
  if (typeof data !== 'object' || data === null) return data;
  const kept = Object.entries(data)
    .map(([key, v]) => [key, compact(v as unknown)] as const)
    .filter(([, v]) => v !== undefined && v !== null && !(Array.isArray(v) && v.length === 0));
  return Object.fromEntries(kept) as T;
}

/** Highest first: what a person's level is named after when the five skills differ is the lowest of them. */
const CEFR = ['C2', 'C1', 'B2', 'B1', 'A2', 'A1'];

/** One level for a language from its five: the lowest, so that nothing is claimed that is not there. */
export function lowestLevel(levels: (string | undefined)[]): string | undefined {
  const known = levels.flatMap((l) => (l && CEFR.includes(l.toUpperCase()) ? l.toUpperCase() : []));
  return known.sort((a, b) => CEFR.indexOf(b) - CEFR.indexOf(a))[0];
}
