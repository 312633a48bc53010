import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isBornDigital, pathOf, readJson, resultOf, writeJson } from './corpus.mjs';
import { emptyFolder, runCli } from './run.mjs';

/**
 * @typedef {object} Person
 * @property {string} id
 * @property {string} file profile that `vivier score` reads
 * @property {string} text what a search by words would see
 */

/**
 * People as their CVs show them, read by Vivier: of each, the first born-digital document in the manifest's order.
 * @param {import('./options.mjs').Options} options
 * @param {import('./corpus.mjs').Entry[]} entries
 * @param {string} day `YYYY-MM-DD` that current jobs last until
 * @returns {Person[]}
 */
export function fromCvs(options, entries, day) {
  const ids = [...new Set(entries.map(({ persona }) => persona))];
  const firstOf = (id) => entries.find((entry) => entry.persona === id && isBornDigital(entry));
  const chosen = ids.map(firstOf).filter(Boolean);
  const files = chosen.map((entry) => pathOf(options, entry));
  const profiles = emptyFolder(join(options.out, 'score', 'profiles'));
  const texts = emptyFolder(join(options.out, 'score', 'text'));
  runCli(['parse', '--engine', 'rules', '--reference-date', day, '--out', profiles, ...files]);
  runCli(['text', '--out', texts, ...files]);
  return chosen.map((entry) => ({
    id: entry.persona,
    file: join(profiles, `${basename(entry.file)}.json`),
    text: resultOf(texts, entry)?.text ?? '',
  }));
}

/**
 * The same people as the corpus describes them: what was rendered into their CVs, without its own remarks (`x_truth`).
 * @returns {Person[]}
 */
export function fromTruth(options, entries) {
  const folder = emptyFolder(join(options.out, 'score', 'people'));
  const known = new Set(entries.map(({ persona }) => persona));
  const names = readdirSync(join(options.bench, 'personas')).filter((name) => known.has(basename(name, '.json')));
  return names.sort().map((name) => {
    const { x_truth: _, ...resume } = readJson(join(options.bench, 'personas', name));
    const file = join(folder, name);
    writeJson(file, resume);
    return { id: basename(name, '.json'), file, text: stringsIn(resume).join('\n') };
  });
}

/** All strings of a JSON value, in its order. */
export const stringsIn = (value) => {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
};
