import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../../scripts/lib/paths.mjs';
import { readJson, writeJson } from './corpus.mjs';
import { emptyFolder, runCli, runNode, SCORERS, step } from './run.mjs';
import { decimal, median, percent, table } from './tables.mjs';

const STYLES = ['banner', 'sidebar', 'classic'];
/** Formats that people send on, and that must be read back. */
const SENT = ['docx', 'pdf'];
const REFERENCE_DATE = '2026-01-15';
const TIMED_RUNS = 12;

const require = createRequire(import.meta.url);
const lib = (folder) => require(join(root, 'dist', 'lib', folder));

/** Company CVs of all people of the corpus: how long one page takes, how many pages and warnings there are, and what Vivier reads in its own documents. */
export async function run(options) {
  const people = readPeople(options);
  const folder = emptyFolder(join(options.out, 'company-cv', 'made'));
  step('making');
  const made = await makeAll(people, folder);
  step('reading back');
  const back = readBack(options, made, folder);
  step('timing');
  const times = await timeOnePage(people);
  return {
    sections: [
      { title: 'Company CV of one page, after warm-up', body: timesTable(times) },
      { title: 'Read back: macro F1 × 100', body: backTable(back) },
    ],
    result: { people: people.length, back, times },
  };
}

function readPeople({ bench, split }) {
  const { fromJsonResume } = lib('profile');
  const files = readdirSync(join(bench, 'personas')).filter((file) => file.startsWith(`${split}-`));
  return files.sort().map((file) => {
    const person = readJson(join(bench, 'personas', file));
    const { language } = person.x_truth;
    const profile = fromJsonResume(person, REFERENCE_DATE);
    return { id: person.id, language, profile, phoneRegion: person.x_truth.country };
  });
}

/** Every person in every style and format; in French for the French, else in English. */
async function makeAll(people, folder) {
  const { renderCompanyCv } = lib('documents');
  const made = [];
  for (const person of people) {
    const locale = person.language === 'fr' ? 'fr' : 'en';
    for (const style of STYLES) {
      for (const format of SENT) {
        const { data } = await renderCompanyCv(person.profile, { locale, style, format, companyName: 'Vivier' });
        const file = `${person.id}-${style}.${format}`;
        writeFileSync(join(folder, file), data);
        made.push({ person, locale, style, format, file });
      }
    }
  }
  return made;
}

/** The real command on the files, judged by the corpus' own scorer against the profiles that they were made from. */
function readBack(options, made, folder) {
  const results = emptyFolder(join(options.out, 'company-cv', 'read'));
  const files = made.map(({ file }) => join(folder, file));
  runCli(['parse', '--engine', 'rules', '--format', 'json-resume', '--out', results, ...files]);
  const groups = STYLES.flatMap((style) =>
    SENT.flatMap((format) => ['fr', 'en'].map((locale) => ({ style, format, locale }))),
  );
  const all = groups.map((group) => {
    const chosen = made.filter((one) => Object.entries(group).every(([key, value]) => one[key] === value));
    return { ...group, ...score(options, chosen, results, Object.values(group).join('-')) };
  });
  return [...all, { style: 'all', format: '', locale: '', ...score(options, made, results, 'all') }];
}

function score(options, made, results, name) {
  const base = join(options.out, 'company-cv', 'scored');
  mkdirSync(base, { recursive: true });
  const entries = made.map(({ person, file, format }) => {
    writeJson(join(base, `${file}.truth.json`), truthOf(person));
    return { id: file, file, truth: `${file}.truth.json`, kind: format, language: person.language };
  });
  const manifest = join(base, `${name}.manifest.json`);
  const out = join(base, `${name}.json`);
  writeJson(manifest, entries);
  const { script, flag } = SCORERS.profiles;
  runNode(join(options.bench, script), [
    ...['--split', options.split, '--manifest', manifest],
    ...[flag, results, '--out', out],
  ]);
  return { documents: made.length, ...readJson(out) };
}

/** What the document shows, in the scorer's shape. */
function truthOf({ profile, phoneRegion }) {
  const { identity, contact, experiences, education, skills, languages, certifications } = profile;
  return {
    basics: {
      name: identity.fullName,
      email: contact.email,
      phone: contact.phone,
      phoneE164: e164(contact.phone, phoneRegion),
      phoneRegion,
      city: contact.city,
    },
    links: contact.links,
    work: experiences.map(({ employer, title, start, end, current }) => ({
      ...{ name: employer, position: title, startDate: start, endDate: end ?? undefined, current },
    })),
    education: education.map(({ institution, degree, field, start, end }) => ({
      ...{ institution, studyType: degree, area: field, startDate: start, endDate: end },
    })),
    skills: skills.map(({ name }) => name),
    skillGroups: skills.map(({ group }) => group).filter(Boolean),
    languages: languages.map(({ code, name }) => ({ code: code ?? lib('match').languageCode(name) })),
    certificates: certifications.map(({ name }) => name),
  };
}

function e164(phone, region) {
  const { parsePhoneNumberFromString } = require('libphonenumber-js');
  return phone ? parsePhoneNumberFromString(phone, region)?.number : undefined;
}

/** Wall clock and processor time of the person with a middling CV, shortened to one page. */
async function timeOnePage(people) {
  const { renderCompanyCv } = lib('documents');
  const { profile } = people.find(({ profile: { experiences } }) => experiences.length === 3) ?? people[0];
  const rows = [];
  for (const format of ['docx', 'pdf', 'html', 'md']) {
    for (const style of STYLES) {
      const wall = [];
      const cpu = [];
      const sections = ['summary', 'timeline', 'experiences', 'education', 'skills', 'languages'];
      for (let count = 0; count < TIMED_RUNS; count += 1) {
        const [start, used] = [performance.now(), process.cpuUsage()];
        await renderCompanyCv(profile, { locale: 'fr', style, format, sections });
        const { user, system } = process.cpuUsage(used);
        wall.push(performance.now() - start);
        cpu.push((user + system) / 1000);
      }
      // The first runs load libraries and fonts.
      rows.push({ format, style, wallMs: median(wall.slice(2)), cpuMs: median(cpu.slice(2)) });
    }
  }
  return rows;
}

const timesTable = (times) =>
  table(
    ['format', 'style', 'median ms', 'processor ms'],
    times.map(({ format, style, wallMs, cpuMs }) => [format, style, decimal(wallMs, 0), decimal(cpuMs, 0)]),
  );

const backTable = (back) =>
  table(
    ['style', 'format', 'language', 'documents', 'macro'],
    back.map(({ style, format, locale, documents, macro }) => [style, format, locale, documents, percent(macro)]),
  );
