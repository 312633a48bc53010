// Draws in ARCHITECTURE.md who imports whom, from the imports themselves: `node scripts/diagram.mjs` writes it, `--check` only compares.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import ts from 'typescript';
import { root } from './lib/paths.mjs';

const PAGE = join(root, 'ARCHITECTURE.md');
const BEGIN = '<!-- imports: made by `node scripts/diagram.mjs` -->';
const END = '<!-- end of imports -->';
const TOPS = ['lib', 'nodes', 'cli', 'credentials'];

/** `lib/pool/search/words.ts` → `pool`; `nodes/…` → `nodes`; a file right in lib/ is nobody's. */
function partOf(path) {
  const [top, folder, ...rest] = path.split('/');
  if (top !== 'lib') return top;
  return rest.length ? folder : undefined;
}

function importsOf(file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'));
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(file), name));
}

/** Part → the parts that it imports from. */
function graph() {
  const edges = new Map();
  for (const top of TOPS) {
    for (const entry of readdirSync(join(root, top), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const file = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/');
      const part = partOf(file);
      if (!part) continue;
      const found = edges.get(part) ?? edges.set(part, new Set()).get(part);
      for (const path of importsOf(file)) {
        const other = partOf(path.startsWith('lib/') ? `${path}/index` : path);
        if (other && other !== part) found.add(other);
      }
    }
  }
  return edges;
}

/** Whether `to` is reached from `from` by more than the one step. */
function reachedOtherwise(edges, from, to) {
  const seen = new Set();
  const waiting = [...edges.get(from)].filter((part) => part !== to);
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (part === to) return true;
    if (seen.has(part)) continue;
    seen.add(part);
    waiting.push(...(edges.get(part) ?? []));
  }
  return false;
}

/** Mermaid's text. An arrow that follows from others is left out: what matters is who can reach whom. */
function draw(edges) {
  const arrows = [...edges]
    .flatMap(([from, tos]) =>
      [...tos].filter((to) => !reachedOtherwise(edges, from, to)).map((to) => `  ${from} --> ${to}`),
    )
    .sort();
  return [BEGIN, '', '```mermaid', 'flowchart TD', ...arrows, '```', '', END].join('\n');
}

/** ARCHITECTURE.md as it is and as it should be. */
function pages() {
  const page = readFileSync(PAGE, 'utf8');
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < 0) throw new Error(`${PAGE}: the lines around the diagram are gone.`);
  return { now: page, due: page.slice(0, begin) + draw(graph()) + page.slice(end + END.length) };
}

const { now, due } = pages();
if (!process.argv.includes('--check')) writeFileSync(PAGE, due);
else if (now !== due) {
  console.error(`${relative(dirname(PAGE), PAGE)}: the imports have changed. Run: node scripts/diagram.mjs`);
  process.exitCode = 1;
}
