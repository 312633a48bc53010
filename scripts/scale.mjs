// The tables of docs/scale.md and docs/scale.fr.md, from the measured costs and the assumptions in docs/scale.json.
//   node scripts/scale.mjs [--write | --check]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';

const SIZES = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8];
const SECONDS_A_YEAR = 365 * 24 * 3600;
const [BEGIN, END] = ['<!-- tables of scripts/scale.mjs -->', '<!-- end of tables -->'];

const { measured, assumed } = JSON.parse(readFileSync(join(root, 'docs', 'scale.json'), 'utf8'));
const given = Object.fromEntries(Object.entries({ ...measured, ...assumed }).map(([name, { value }]) => [name, value]));

/** What so many CVs a year need: processors, graphics cards, bytes and money. */
function needs(cvs) {
  const busy = SECONDS_A_YEAR * given.usefulShare;
  const reading = (1 - given.scanShare) * given.rulesMs + given.scanShare * given.scanMs;
  const cpuSeconds = (cvs * (given.n8nFactor * reading + given.saveMs)) / 1000;
  const gpuSeconds = cvs * (given.tokensIn / given.gpuTokensIn + given.tokensOut / given.gpuTokensOut);
  const cores = Math.max(2, Math.ceil(cpuSeconds / busy));
  const gpus = Math.ceil(gpuSeconds / busy);
  const kept = cvs * given.yearsKept;
  const terabytes = (kept * (given.candidateKB + given.fileKB)) / 1e9;
  const databaseGB = (kept * given.candidateKB) / 1e6;
  const more = databaseGB * given.memoryShare;
  return {
    cvs,
    cpuHours: cpuSeconds / 3600,
    cores,
    gpuHours: gpuSeconds / 3600,
    gpus,
    databaseGB,
    filesGB: (kept * given.fileKB) / 1e6,
    memoryGB: Math.ceil(cores * 4 + more),
    rankSeconds: (kept * given.scoreUs) / 1e6,
    euros: cores * given.coreEuro + more * given.memoryEuro + terabytes * given.tbEuro,
    eurosModel: gpus * given.gpuEuro,
  };
}

/** Minutes that the model takes for one CV on a machine without graphics card. */
const cpuMinutes = () => (given.tokensIn / given.cpuTokensIn + given.tokensOut / given.cpuTokensOut) / 60;

const words = {
  'scale.md': {
    locale: 'en-GB',
    head: 'CVs a year|CPU hours a year|cores|GPU hours a year|GPUs|database, GB|files, GB|memory, GB|s to rank all, one core|€ a year, rules|€ a year more, model',
    measured: ['measured', 'value', 'where'],
    assumed: ['assumed', 'value', 'means'],
    cpu: (minutes) =>
      `Without a graphics card the model takes about ${minutes} minutes a CV (from the assumed speeds).`,
  },
  'scale.fr.md': {
    locale: 'fr-FR',
    head: 'CV par an|heures de processeur par an|cœurs|heures de GPU par an|GPU|base, Go|fichiers, Go|mémoire, Go|s pour tout classer, un cœur|€ par an, règles|€ par an en plus, modèle',
    measured: ['mesuré', 'valeur', 'où'],
    assumed: ['supposé', 'valeur', 'sens'],
    cpu: (minutes) =>
      `Sans carte graphique, le modèle met environ ${minutes} minutes par CV (selon les vitesses supposées).`,
  },
};

const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (lines) => [row(lines[0]), row(lines[0].map(() => '---')), ...lines.slice(1).map(row)].join('\n');

function tables({ assumed: assumedHead, cpu, head, locale, measured: measuredHead }) {
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const lines = SIZES.map((size) => Object.values(needs(size)).map((value) => number.format(value)));
  const facts = (heads, entries, why) =>
    table([
      heads,
      ...Object.entries(entries).map(([name, one]) => [`\`${name}\``, number.format(one.value), one[why]]),
    ]);
  return [
    table([head.split('|'), ...lines]),
    cpu(number.format(cpuMinutes())),
    facts(measuredHead, measured, 'from'),
    facts(assumedHead, assumed, 'means'),
  ].join('\n\n');
}

/** The document with its tables made anew. */
async function remade(file) {
  const { format, resolveConfig } = await import('prettier');
  const path = join(root, 'docs', file);
  const text = readFileSync(path, 'utf8');
  const [from, to] = [text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)];
  const whole = `${text.slice(0, from)}\n\n${tables(words[file])}\n\n${text.slice(to)}`;
  return { path, text, whole: await format(whole, { ...(await resolveConfig(path)), filepath: path }) };
}

let stale = false;
for (const file of Object.keys(words)) {
  const { path, text, whole } = await remade(file);
  if (process.argv.includes('--write')) writeFileSync(path, whole);
  else if (process.argv.includes('--check')) stale ||= whole !== text;
  else process.stdout.write(whole);
}
if (stale) {
  console.error('docs/scale.md is not what docs/scale.json says: node scripts/scale.mjs --write');
  process.exitCode = 1;
}
