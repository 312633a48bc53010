/**
 * Makes lib/taxonomy/esco.txt.gz from ESCO's labels: `node scripts/taxonomy.mjs SKILLS.csv OCCUPATIONS.csv`. Which files those are, and why:
 * docs/decisions/0008-esco-codes.md.
 *
 * SKILLS.csv: `id,description,…,type`, a label a row, `type` preferredLabel or altLabels.
 * OCCUPATIONS.csv: `id,description`, all labels of an occupation and its definition in one text.
 *
 * The result has a concept a line: kind (S, O), UUID, preferred label, then the keys (`termKey`) of that label and of the others.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './lib/paths.mjs';

/** Longer labels are sentences that no CV repeats word for word. */
const MOST_WORDS = 5;

const require = createRequire(import.meta.url);
require(join(root, 'test/unit/cli/register.cjs'));
const { termKey } = require(join(root, 'lib/taxonomy/words.ts'));

/** RFC 4180, as much of it as the two files use. */
function parseCsv(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  const [head, ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index]])));
}

const LEAST_PREFIX = 4;

/**
 * Whether another label says the same in much the same words: more than half of them begin like one of the preferred label's. ESCO's alternative
 * labels are meant for searching, and many are broader, narrower or only near ("reporting" for journalism, "wiring" for battery components).
 */
function saysTheSame(label, preferred) {
  const own = termKey(preferred).split(' ');
  const words = termKey(label).split(' ');
  // One word alone is mostly a whole field; Postgres and PostgreSQL are one.
  if (words.length === 1) return own.length === 1 && own[0].startsWith(words[0]);
  const shared = words.filter((word) =>
    own.some((one) => one === word || (word.length >= LEAST_PREFIX && one.startsWith(word.slice(0, LEAST_PREFIX)))),
  );
  return shared.length > words.length / 2;
}

function skillsOf(path) {
  const concepts = new Map();
  for (const { id, description: label, type } of parseCsv(readFileSync(path, 'utf8'))) {
    if (type !== 'preferredLabel' && type !== 'altLabels') continue;
    const concept = concepts.get(id) ?? { kind: 'S', id, label: null, others: [] };
    if (type === 'preferredLabel') concept.label = label;
    else if (label.split(' ').length <= MOST_WORDS) concept.others.push(label);
    concepts.set(id, concept);
  }
  const labelled = [...concepts.values()].filter(({ label }) => label);
  return labelled.map((concept) => ({
    ...concept,
    others: concept.others.filter((other) => saysTheSame(other, concept.label)),
  }));
}

const plurals = (label) => [
  `${label}s`,
  `${label}es`,
  label.replace(/man$/, 'men'),
  label.replace(/y$/, 'ies'),
  label.replace(/fe$/, 'ves'),
  label.replace(/^(\S+) /, '$1s '),
  label
    .split('/')
    .map((part) => (part.endsWith('ss') ? `${part}es` : `${part}s`))
    .join('/'),
];

/** The text begins with the preferred label, and the definition in it with that label's plural. No other label can be told from its neighbours. */
function preferredLabel(text) {
  const words = text.split(' ');
  for (let count = Math.min(8, words.length); count >= 1; count--) {
    const label = words.slice(0, count).join(' ').replace(/,$/, '');
    const rest = text.slice(label.length);
    const opens = plurals(label).filter((plural) => plural !== label);
    const found = opens.some((plural) => {
      const opening = ` ${plural.charAt(0).toUpperCase()}${plural.slice(1)}`;
      const at = rest.indexOf(opening);
      const after = rest.slice(at + opening.length);
      // "Nurses responsible for…": the label goes on as the definition does.
      const goesOn = words[count] !== undefined && after.startsWith(` ${words[count]} `);
      return at >= 0 && !goesOn && /^[ ,](?!of\b|and\b|or\b|in\b|for\b)/.test(after);
    });
    if (found && (count === 1 || words[0] !== words[count - 1])) return label;
  }
  return null;
}

const occupationsOf = (path) =>
  parseCsv(readFileSync(path, 'utf8')).flatMap(({ id, description }) => {
    const uuid = /\/occupation\/([\da-f-]{36})$/.exec(id)?.[1];
    const label = uuid ? preferredLabel(description.replace(/\s+/g, ' ').trim()) : null;
    return label ? [{ kind: 'O', id: uuid, label, others: label.includes('/') ? label.split('/') : [] }] : [];
  });

/** The preferred label's own key stands first. */
const lineOf = ({ kind, id, label, others }) => {
  const keys = new Set([termKey(label), ...others.map((other) => termKey(other)).filter((key) => key !== '')]);
  return [kind, id, label, [...keys].join('|')].join('\t');
};

const [skills, occupations] = process.argv.slice(2);
const concepts = [...skillsOf(skills), ...occupationsOf(occupations)].sort(
  (a, b) => a.kind.localeCompare(b.kind) || a.label.localeCompare(b.label),
);
const header = '# ESCO, © European Union; reuse under Commission Decision 2011/833/EU. See ATTRIBUTION.md.';
const data = gzipSync([header, ...concepts.map(lineOf), ''].join('\n'), { level: 9 });
writeFileSync(join(root, 'lib/taxonomy/esco.txt.gz'), data);
process.stdout.write(`${concepts.length} concepts, ${data.length} bytes\n`);
