import { createHash } from 'node:crypto';
import type { Locale } from '../errors';
import { clean } from './clean';

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

/**
 * A whole page that loads nothing and runs nothing: the policy allows its own style sheet (by hash) where wanted pictures that stand in the page itself, and no
 * script, font, frame, form or connection of any kind.
 */
export function page(locale: Locale, title: string, styles: string, body: Html, { pictures = false } = {}): string {
  const hash = createHash('sha256').update(styles, 'utf8').digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}';${pictures ? ' img-src data:;' : ''} base-uri 'none'; form-action 'none'`;
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
${body}
</body>
</html>
`.markup;
}
