import { createHash } from 'node:crypto';
import type { Locale } from '../errors';
import { clean } from './clean';
import { sortedJson } from './made';

/** Markup that was made here and needs no escaping. */
export class Html {
  constructor(readonly markup: string) {}
}

type Value = Html | Html[] | string | number | null | false;

/** Tagged template: everything put in is escaped unless it is Html already, so that nothing from a CV can become markup. */
export function markup(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.reduce((markup, part, index) => markup + render(values[index - 1]) + part));
}

function render(value: Value): string {
  if (value === null || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (Array.isArray(value)) return value.map((item) => item.markup).join('');
  return escapeHtml(clean(String(value)));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

/** A company's font by name, as the first of a list in a style sheet; nothing where none is named. */
export function ownFont(name: string | undefined): string {
  const plain = clean(name ?? '')
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .trim();
  return plain ? `"${plain}",` : '';
}

interface PageOptions {
  /** Allow pictures that stand in the page itself. */
  pictures?: boolean;
  /** A program of the page's own, allowed by its hash; nothing else runs. */
  script?: string;
  /** The one origin that a form may be sent to. */
  formOrigin?: string;
}

/**
 * A whole page that loads nothing and runs nothing but what it is given: the policy allows its own style sheet (by hash), where wanted pictures that stand in
 * the page itself, a script (by hash) and one address for forms, and no font, frame or connection of any kind.
 */
export function page(locale: Locale, title: string, styles: string, body: Html, options: PageOptions = {}): string {
  const { pictures = false, script, formOrigin = "'none'" } = options;
  const scripts = script ? ` script-src ${hashOf(script)};` : '';
  const policy = `default-src 'none'; style-src ${hashOf(styles)};${pictures ? ' img-src data:;' : ''}${scripts} base-uri 'none'; form-action ${formOrigin}`;
  return markup`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Html(styles)}</style>
</head>
<body>
${body}${script ? new Html(`\n<script>${script}</script>`) : false}
</body>
</html>
`.markup;
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** Data for a script of the page: JSON in which nothing can end the element, the same for the same data (a database gives keys back in an order of its own). */
export function dataBlock(id: string, data: unknown): Html {
  const json = sortedJson(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Html(`<script type="application/json" id="${id}">${json}</script>`);
}
