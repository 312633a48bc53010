// The model engine beside n8n's Information Extractor: same model, same server, same text, both as nodes of a real n8n.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { freePort, itemsOf, N8n } from '../../scripts/lib/n8n.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { setUp } from '../../scripts/lib/setup.mjs';
import { startRealModel } from '../fixtures/ollama-server/start.mjs';
import { isBornDigital, pathOf, resultOf, writeJson } from './corpus.mjs';
import { benchCredentials, extractorFlow, vivierFlow } from './model-flows.mjs';
import { startRecorder } from './recorder.mjs';
import { writeReport } from './report.mjs';
import { emptyFolder, runScorer, SCORERS, step } from './run.mjs';
import { percent, spread, table } from './tables.mjs';

const requireBuilt = createRequire(join(root, 'dist', 'index.js'));
const CONTEXT_TOKENS = 4096;
const ONE_CV_MS = 3_600_000;

/**
 * @typedef {object} Reading
 * @property {string} file
 * @property {number} ms
 * @property {number} requests
 * @property {number} tokensIn
 * @property {number} tokensOut
 * @property {boolean} valid
 * @property {boolean} cut the model did not come to its end; what it said until then is taken
 * @property {number} values
 * @property {number} invented
 * @property {object} resume
 */

/** One document a person, so that few documents show many CVs; `options.count` of them. */
export async function run(options, entries) {
  const chosen = onePerPerson(entries.filter((entry) => entry.truth && isBornDigital(entry))).slice(0, options.count);
  await setUp({ n8n: true });
  const model = await startRealModel();
  const recorder = await startRecorder(model.host);
  const folder = mkdtempSync(join(tmpdir(), 'vivier-bench-n8n-'));
  const n8n = new N8n({ folder, port: await freePort(), env: { VIVIER_LANGUAGE: 'en' } });
  try {
    const where = { host: recorder.url, model: model.model, poolFolder: join(folder, 'pool') };
    const credentials = benchCredentials({ ...where, contextTokens: CONTEXT_TOKENS });
    await n8n.import({ workflows: [], credentials });
    await n8n.start();
    const readings = { vivier: [], rules: [], extractor: [] };
    for (const [index, entry] of chosen.entries()) {
      const file = `cv-${index}${extname(entry.file)}`;
      copyFileSync(pathOf(options, entry), join(folder, 'cvs', file));
      const one = { n8n, recorder, entry };
      step(`${index + 1}/${chosen.length} Vivier`);
      readings.vivier.push(await read(one, vivierFlow(file), vivierResult));
      readings.rules.push(await readWithRules(pathOf(options, entry)));
      step(`${index + 1}/${chosen.length} Information Extractor`);
      readings.extractor.push(await read(one, extractorFlow(file, model.model, CONTEXT_TOKENS), extractorResult));
      const soFar = report(options, chosen.slice(0, index + 1), model.model, readings);
      writeReport(options, 'model.partial', soFar.sections, [`After ${index + 1} of ${chosen.length} CVs.`]);
      writeJson(join(options.out, 'model.partial.json'), readings);
    }
    return report(options, chosen, model.model, readings);
  } finally {
    await n8n.stop();
    await recorder.stop();
    await model.stop();
    await requireBuilt('./lib').closeExtractors();
    rmSync(folder, { recursive: true, force: true });
  }
}

function onePerPerson(entries) {
  const seen = new Set();
  return entries.filter(({ persona, id }) => {
    const person = persona ?? id;
    return !seen.has(person) && seen.add(person);
  });
}

/** @returns {Promise<Reading>} */
async function read({ n8n, recorder, entry }, workflow, resultOfNode) {
  recorder.take();
  const { id } = await n8n.rest('/workflows', { method: 'POST', body: workflow });
  const ended = await n8n.run(id, 'Start', { timeoutMs: ONE_CV_MS });
  const [item] = itemsOf(ended, 'Reader');
  const text = itemsOf(ended, 'CV Extract')[0]?.json.cv?.text ?? '';
  const { valid, cut, resume } = resultOfNode(item?.json ?? {});
  const exchanges = recorder.take();
  const sum = (field) => exchanges.reduce((total, exchange) => total + exchange[field], 0);
  return {
    file: basename(entry.file),
    ms: ended.runData.Reader?.at(-1)?.executionTime ?? 0,
    requests: exchanges.length,
    tokensIn: sum('tokensIn'),
    tokensOut: sum('tokensOut'),
    ...{ valid, cut, resume },
    ...judge(resume, text),
  };
}

/** The floor that the model must not fall below: the same document without any model. */
async function readWithRules(path) {
  const { analyze, extractDocument, toJsonResume } = requireBuilt('./lib');
  const started = performance.now();
  const document = await extractDocument({ data: readFileSync(path), fileName: basename(path) });
  const profile = await analyze(document, { engine: 'rules', referenceDate: new Date().toISOString().slice(0, 10) });
  const resume = toJsonResume(profile);
  const ms = performance.now() - started;
  const spent = { requests: 0, tokensIn: 0, tokensOut: 0, valid: true, cut: false };
  return { file: basename(path), ms, ...spent, resume, ...judge(resume, document.text) };
}

function judge(resume, text) {
  const values = leaves(resume);
  return { values: values.length, invented: values.filter((value) => !standsIn(value, text)).length };
}

/** Valid when every request of the model got a usable answer; else the profile says that parts are the rules' own. */
function vivierResult({ profile }) {
  if (!profile) return { valid: false, cut: false, resume: {} };
  const { toJsonResume } = requireBuilt('./lib');
  const codes = profile.meta.warnings.map(({ code }) => code);
  const failed = !profile.meta.model || codes.includes('model-incomplete') || codes.includes('model-unavailable');
  const cut = codes.includes('answer-cut');
  return { valid: !failed, cut, resume: toJsonResume(profile) };
}

const extractorResult = ({ output }) => ({ valid: output !== undefined, cut: false, resume: output ?? {} });

/** What both were asked for, as strings. Dates are counted by their year, since both rewrite them. */
function leaves(resume) {
  const all = [];
  const add = (...values) => all.push(...values.filter((value) => typeof value === 'string' && value.trim() !== ''));
  const year = (value) => /\d{4}/.exec(value ?? '')?.[0];
  add(resume.basics?.name, resume.basics?.email, resume.basics?.location?.city);
  for (const job of resume.work ?? []) add(job?.name, job?.position, year(job?.startDate), year(job?.endDate));
  for (const one of resume.education ?? [])
    add(one?.institution, one?.studyType, year(one?.startDate), year(one?.endDate));
  for (const skill of resume.skills ?? []) add(skill?.name);
  for (const language of resume.languages ?? []) add(language?.language);
  return all;
}

const plain = (text) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** A year may stand with two digits. */
function standsIn(value, text) {
  if (/^\d{4}$/.test(value)) return text.includes(value) || new RegExp(`\\b${value.slice(2)}\\b`).test(text);
  return plain(text).includes(plain(value));
}

function report(options, chosen, model, readings) {
  const rows = Object.entries(readings).map(([reader, list]) => ({
    reader,
    ...summary(options, chosen, reader, list),
  }));
  const names = {
    vivier: '**Vivier, rules and model**',
    rules: 'Vivier, rules alone',
    extractor: 'n8n Information Extractor',
  };
  const body = table(
    [
      'reader',
      'CVs',
      'valid answers',
      'cut short',
      'requests',
      'tokens read a CV',
      'tokens written a CV',
      'seconds a CV',
      'values',
      'not in the CV',
      'macro F1',
    ],
    rows.map((row) => [
      names[row.reader],
      row.documents,
      row.requests === 0 ? '–' : `${row.valid} of ${row.documents}`,
      row.requests === 0 ? '–' : row.cut,
      row.requests,
      spread(row.tokensIn, 0),
      spread(row.tokensOut, 0),
      spread(row.seconds, 1),
      row.values,
      row.invented,
      percent(row.macro),
    ]),
  );
  const text = [
    body,
    '',
    ...comparison(rows),
    '',
    'Of each figure a CV the median, with the least and the most in brackets.',
  ].join('\n');
  return { sections: [{ title: `Model engine: ${model}`, body: text }], result: { model, rows, readings } };
}

/** The goals are shares of what the Information Extractor takes for the same CVs. */
function comparison(rows) {
  const [own, other] = ['vivier', 'extractor'].map((reader) => rows.find((row) => row.reader === reader));
  const total = (row, field) => row[field].reduce((sum, value) => sum + value, 0);
  const share = (field) => (total(other, field) === 0 ? null : total(own, field) / total(other, field));
  return [
    `Tokens written: ${percent(share('tokensOut'))} % of the Information Extractor’s; time: ${percent(share('seconds'))} %.`,
  ];
}

function summary(options, chosen, reader, list) {
  const folder = emptyFolder(join(options.out, 'model', reader));
  for (const { file, resume, ms } of list) {
    writeJson(join(folder, `${file}.json`), { ...resume, meta: { status: 'ok', code: null, ms } });
  }
  const judged = chosen.filter((entry) => resultOf(folder, entry) !== null);
  const { macro } = runScorer(options, SCORERS.profiles, folder, judged, reader);
  const sum = (field) => list.reduce((total, reading) => total + Number(reading[field]), 0);
  return {
    documents: list.length,
    valid: sum('valid'),
    cut: sum('cut'),
    requests: sum('requests'),
    tokensIn: list.map(({ tokensIn }) => tokensIn),
    tokensOut: list.map(({ tokensOut }) => tokensOut),
    seconds: list.map(({ ms }) => ms / 1000),
    values: sum('values'),
    invented: sum('invented'),
    macro,
  };
}
