/** A piece of XML that is already written. */
export type Xml = string;

/** What XML 1.0 can't hold (https://www.w3.org/TR/xml/#charsets): control characters, lone surrogates, non-characters. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const cleanText = (text: string): string => text.replace(NOT_XML, '');

export const escapeXml = (text: string): string =>
  cleanText(text).replace(/[&<>"]/g, (character) => ENTITIES[character]);

/** An element around written children; nothing at all when it would be empty. */
export function element(
  name: string,
  children: readonly (Xml | null)[],
  attributes: Record<string, string | null> = {},
): Xml | null {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === null ? [] : ` ${key}="${escapeXml(value)}"`))
    .join('');
  const content = children.filter((child): child is Xml => child !== null && child !== '');
  if (content.length === 0) return written === '' ? null : `<${name}${written}/>`;
  return `<${name}${written}>${content.join('')}</${name}>`;
}

/** An element with plain text; nothing at all when there is none. */
export const leaf = (name: string, text: string | null): Xml | null =>
  text === null || cleanText(text).trim() === '' ? null : `<${name}>${escapeXml(text.trim())}</${name}>`;

/** Europass keeps formatted text as HTML inside text fields: one paragraph, or a list when there are several items. */
export function htmlLeaf(name: string, items: readonly string[]): Xml | null {
  const texts = items.map((item) => escapeXml(item.trim())).filter((item) => item !== '');
  if (texts.length === 0) return null;
  const html =
    texts.length === 1 ? `<p>${texts[0]}</p>` : `<ul>${texts.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  return leaf(name, html);
}
