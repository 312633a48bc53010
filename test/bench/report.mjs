import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A measurement as Markdown, whole, as docs/benchmarks.md takes it: nothing of it is typed by hand. */
export function asMarkdown(sections, head) {
  const body = sections
    .filter(({ body: text }) => text !== '')
    .map(({ title, body: text }) => `## ${title}\n\n${text}`);
  return `${[...head, ...body].join('\n\n')}\n`;
}

/** Keeps it as `<out>/<name>.md`, beside the figures in JSON. @returns {string} the text */
export function writeReport({ out }, name, sections, head) {
  const text = asMarkdown(sections, head);
  writeFileSync(join(out, `${name}.md`), text);
  return text;
}
