import { join } from 'node:path';
import { isBornDigitalPdf, KIND_GROUPS, pathOf, resultOf } from './corpus.mjs';
import { emptyFolder, runCli, runScorer, SCORERS } from './run.mjs';
import { decimal, outcomes, percent, table } from './tables.mjs';
import { medianAnalysisMs } from './timing.mjs';

/** The corpus' word for an employment of which employer, title, start and end are all right. */
const WHOLE_JOB = 'work.entry';

/** Profiles of every document by the rules alone, in JSON Resume's shape. */
export async function run(options, entries) {
  const folder = emptyFolder(join(options.out, 'analyze', 'vivier'));
  const files = entries.map((entry) => pathOf(options, entry));
  runCli(['parse', '--engine', 'rules', '--format', 'json-resume', '--out', folder, ...files]);

  const judged = entries.filter((entry) => entry.truth && !entry.broken);
  const groups = groupsOf(judged).map(({ name, chosen }) => {
    const scored = runScorer(options, SCORERS.profiles, folder, chosen, name);
    return { name, documents: chosen.length, ...scored };
  });
  const broken = entries
    .filter((entry) => entry.broken)
    .map((entry) => ({ ...entry.broken, meta: resultOf(folder, entry)?.meta }));
  const ms = await medianAnalysisMs(options, entries.filter(isBornDigitalPdf));

  const profiles = [
    { title: 'Profiles: F1 × 100, rules alone', body: groupsTable(groups) },
    { title: 'By field: F1 × 100', body: fieldsTable(groups) },
  ];
  const rest = { title: 'Damaged files, time', body: notes(broken, ms) };
  return {
    sections: groups.length > 0 ? [...profiles, rest] : [rest],
    result: { engine: 'rules', groups, broken, analysisMs: ms },
  };
}

/** All, by kind, by language; groups without a document are left out. */
function groupsOf(entries) {
  const languages = [...new Set(entries.map(({ language }) => language))];
  const groups = [
    ['all', () => true],
    ...Object.entries(KIND_GROUPS),
    ...languages.map((code) => [`language ${code}`, (entry) => entry.language === code]),
  ];
  return groups.map(([name, of]) => ({ name, chosen: entries.filter(of) })).filter(({ chosen }) => chosen.length > 0);
}

const groupsTable = (groups) =>
  table(
    ['group', 'documents', 'macro', 'name', 'whole job', 'degree', 'skills', 'languages'],
    groups.map(({ name, documents, macro, fields }) => [
      name,
      documents,
      percent(macro),
      ...['name', WHOLE_JOB, 'edu.degree', 'skills', 'languages'].map((field) => percent(fields[field].f)),
    ]),
  );

/** Fields as rows: the groups of kinds are few, the fields many. */
function fieldsTable(groups) {
  const shown = groups.filter(({ name }) => name === 'all' || name in KIND_GROUPS);
  const fields = Object.keys(shown[0].fields);
  return table(
    ['field', 'values', 'precision', 'recall', ...shown.map(({ name }) => name)],
    fields.map((field) => {
      const { p, r, n } = shown[0].fields[field];
      return [field, n, percent(p), percent(r), ...shown.map((group) => f1(group.fields[field]))];
    }),
  );
}

/** Nothing to find is not the same as nothing found. */
const f1 = ({ f, n }) => percent(n > 0 ? f : null);

function notes(broken, ms) {
  const lines = [];
  if (broken.length > 0) lines.push(outcomes(broken));
  if (ms !== null)
    lines.push(`Median of the analysis of a born-digital PDF, its text already read: ${decimal(ms, 1)} ms.`);
  return lines.map((line) => `- ${line}`).join('\n');
}
