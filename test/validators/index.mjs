// Every kind of document, judged by others' programs (node test/validators/index.mjs):
// Word and Excel files by openxml-audit (the rules of Microsoft's Open XML SDK), the cells of Excel files read back with openpyxl, PDF files by veraPDF (PDF/A-2a and
// PDF/UA-1). Needs Python 3 with pip; veraPDF needs Java 17 and Maven, and is left out, saying so, where they are not installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../scripts/lib/build.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { writeDocuments } from './documents.mjs';

const HERE = join(root, 'test', 'validators');
const TOOLS = join(root, '.vivier', 'validators');
const PYTHON = ['openxml-audit==0.8.0', 'openpyxl==3.1.5'];
const JAVA = 'org.verapdf:validation-model:1.26.5';
/** A workbook may do without a theme (ECMA-376-1, 12.3.16: « shall be permitted to contain »); the fonts name their colours' fallback. */
const ACCEPTED = /required relationship type '[^']*\/theme' is missing/;

function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...{ encoding: 'utf8', maxBuffer: 1 << 28 },
    ...options,
  });
  return { status: error ? -1 : status, stdout: stdout ?? '', stderr: stderr ?? '' };
}

function must(result, what) {
  if (result.status !== 0) throw new Error(`${what}: ${result.stderr.slice(-800)}`);
  return result.stdout;
}

const pythonPath = join(TOOLS, 'python');
const python = (args) => run('python3', args, { env: { ...process.env, PYTHONPATH: pythonPath } });

function getPythonTools() {
  if (existsSync(join(pythonPath, 'openpyxl'))) return;
  must(run('python3', ['-m', 'pip', 'install', '--quiet', '--target', pythonPath, ...PYTHON]), 'pip');
}

function officeFaults(folder) {
  const { stdout } = python(['-m', 'openxml_audit', '-r', '-o', 'json', folder]);
  return JSON.parse(stdout).flatMap(({ file, errors }) =>
    errors.filter(({ description }) => !ACCEPTED.test(description)).map(({ description }) => `${file}: ${description}`),
  );
}

/** The cells as another program reads them, against what the file was made from: the shortlist's scores are numbers and the same. */
async function workbookFaults(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.xlsx'));
  const books = JSON.parse(
    must(python([join(HERE, 'workbooks.py'), ...files.map((file) => join(folder, file))]), 'openpyxl'),
  );
  const { ranked } = await import('../../scripts/gallery/reports.mjs');
  const [sheet] = Object.values(books['shortlist.xlsx']);
  const expected = ranked().map(({ profile, score }) => [profile.identity.fullName, score.score]);
  const scoreColumn = sheet[0].indexOf('Score');
  const read = sheet.slice(1).map((row) => [row[1], row[scoreColumn]]);
  const empty = files.filter((file) => Object.values(books[file]).some((rows) => rows.length < 2));
  return [
    ...(JSON.stringify(read) === JSON.stringify(expected) ? [] : [`shortlist.xlsx: ${JSON.stringify(read)}`]),
    ...empty.map((file) => `${file}: a sheet without rows`),
  ];
}

/** Null where Java or Maven is missing. */
function pdfFaults(folder) {
  const jars = join(TOOLS, 'java');
  if (run('java', ['-version']).status !== 0) return null;
  if (!existsSync(jars) && !getJars(jars)) return null;
  const files = readdirSync(folder).filter((file) => file.endsWith('.pdf'));
  const args = ['-cp', join(jars, '*'), join(HERE, 'VeraPdf.java'), ...files.map((file) => join(folder, file))];
  const lines = must(run('java', args), 'veraPDF').split('\n');
  const faults = lines.filter((line) => line.startsWith('BROKEN'));
  return lines.includes(`CHECKED ${files.length * 2}`) ? faults : [...faults, 'veraPDF did not check every file'];
}

function getJars(jars) {
  const [group, artifact, version] = JAVA.split(':');
  const pom = join(TOOLS, 'pom.xml');
  writeFileSync(
    pom,
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>vivier</groupId><artifactId>validators</artifactId><version>1</version><dependencies><dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency></dependencies></project>`,
  );
  const copied = run('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`]);
  if (copied.status !== 0) rmSync(jars, { recursive: true, force: true });
  return copied.status === 0;
}

await build();
mkdirSync(TOOLS, { recursive: true });
getPythonTools();
const folder = mkdtempSync(join(tmpdir(), 'vivier-documents-'));
try {
  await writeDocuments(folder);
  const count = (ending) => readdirSync(folder).filter((file) => file.endsWith(ending)).length;
  const pdf = pdfFaults(folder);
  const faults = [...officeFaults(folder), ...(await workbookFaults(folder)), ...(pdf ?? [])];
  for (const fault of faults) console.log(fault);
  console.log(
    `${count('.docx')} Word files, ${count('.xlsx')} Excel files, ${pdf ? count('.pdf') : 'no'} PDF files checked`,
  );
  if (!pdf) console.log('PDF files were not checked: Java or Maven is missing');
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
