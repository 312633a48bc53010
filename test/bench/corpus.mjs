import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { say, SetupError } from '../../scripts/lib/words.mjs';

const WORD_AND_TEXT = ['docx', 'doc', 'odt', 'rtf', 'html', 'txt', 'md'];
const STRUCTURED = ['jsonresume', 'europass-xml'];

/**
 * @typedef {object} Entry one document of the corpus' manifest
 * @property {string} id
 * @property {string} file relative to the split's folder
 * @property {string} [truth]
 * @property {string} [persona]
 * @property {string} kind
 * @property {string} [language]
 * @property {boolean} [scanned]
 * @property {{type: string, visible?: boolean}} [attack]
 * @property {{type: string, expect: {status: string, codes: string[]}}} [broken]
 */

export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @param {string} path @param {unknown} value */
export function writeJson(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);
}

/** A PDF with text in it, whatever wrote it; scans and attacks are kinds of their own. */
export const isBornDigitalPdf = ({ kind }) => kind.startsWith('pdf-');

/** Written by a person for a reader: neither a picture, nor an attack, nor a data file. */
export const isBornDigital = (entry) => isBornDigitalPdf(entry) || WORD_AND_TEXT.includes(entry.kind);

/** What the tables tell apart: name → which documents. A document may be in several. */
export const KIND_GROUPS = {
  'born-digital PDF': isBornDigitalPdf,
  'of these, two columns': ({ kind }) => kind === 'pdf-2col',
  'Word, text, web': ({ kind }) => WORD_AND_TEXT.includes(kind),
  'JSON Resume, Europass': ({ kind }) => STRUCTURED.includes(kind),
  scans: ({ kind }) => kind === 'scan',
  adversarial: ({ kind }) => kind === 'adversarial',
};

/**
 * @param {import('./options.mjs').Options} options
 * @returns {Entry[]} in the manifest's order
 */
export function readCorpus({ bench, split, kinds }) {
  const all = readJson(join(bench, split, 'manifest.json'));
  const chosen = all.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  if (chosen.length > 0) return chosen;
  const known = [...new Set(all.map(({ kind }) => kind))].join(', ');
  throw new SetupError(say('No document is of that kind.', 'Aucun document n’est de ce type.'), known);
}

/** @returns {string} where the document itself is */
export const pathOf = ({ bench, split }, entry) => join(bench, split, entry.file);

/** @returns {object | null} what the CLI wrote about a document into `folder` */
export function resultOf(folder, entry) {
  try {
    return readJson(join(folder, `${basename(entry.file)}.json`));
  } catch {
    return null;
  }
}

/**
 * A manifest of some documents only. The scorers look for truths beside the manifest that they are given, so that it leads there from where it is written.
 * @returns {string} its path
 */
export function writeManifest(options, entries, path) {
  const base = relative(dirname(path), join(options.bench, options.split));
  const moved = entries.map((entry) => ({ ...entry, ...(entry.truth && { truth: join(base, entry.truth) }) }));
  writeJson(path, moved);
  return path;
}
