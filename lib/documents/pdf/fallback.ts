import type { Content } from 'pdfmake/interfaces';

/** What Lora has no letters for: Greek and other scripts, symbols, and the sign that shows where a long word may break. */
const NOT_IN_LORA =
  /[^\u0020-\u007E\u00A0-\u017F\u0218-\u021B\u02C6-\u02DD\u0400-\u045F\u048A-\u04FF\u1E80-\u1E85\u1EA0-\u1EF9\u2013\u2014\u2018-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2116\u2122\u2212\n]+/gu;

/** The same content with those letters in Roboto: pdfmake takes one font for a whole run and draws empty boxes for what it has not. */
export function withFallback(content: Content): Content {
  return walked(content) as Content;
}

function walked(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(walked);
  if (node === null || typeof node !== 'object' || Buffer.isBuffer(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]: [string, unknown]) => [
      key,
      key === 'text' && typeof value === 'string' ? runsOf(value) : walked(value),
    ]),
  );
}

function runsOf(text: string): string | object[] {
  const runs: object[] = [];
  let done = 0;
  for (const { 0: odd, index } of text.matchAll(NOT_IN_LORA)) {
    if (index > done) runs.push({ text: text.slice(done, index) });
    runs.push({ text: odd, font: 'Roboto' });
    done = index + odd.length;
  }
  return runs.length === 0 ? text : [...runs, { text: text.slice(done) }];
}
