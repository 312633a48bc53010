// Figures of a run, written into a document between two marks, as prettier writes tables.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';

const END = '<!-- end of figures -->';
const markOf = (script) => `<!-- figures of ${script} -->`;

/** @param {string} file in docs/ @param {string} script whose mark it is @param {string} text what shall stand between */
export function writeBetween(file, script, text) {
  const path = join(root, 'docs', file);
  const whole = readFileSync(path, 'utf8');
  const from = whole.indexOf(markOf(script)) + markOf(script).length;
  const to = whole.indexOf(END, from);
  if (from < markOf(script).length || to < 0) throw new Error(`${file} has no place for the figures of ${script}`);
  writeFileSync(path, `${whole.slice(0, from)}\n\n${text}\n\n${whole.slice(to)}`);
}

/** @param {string[][]} lines the first one is the head */
export function table(lines) {
  const widths = lines[0].map((_, column) => Math.max(3, ...lines.map((line) => line[column].length)));
  const row = (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [row(lines[0]), rule, ...lines.slice(1).map(row)].join('\n');
}
