import { existsSync } from 'node:fs';
import path from 'node:path';
import { toVivierError, VivierError } from '../errors';
import { createParserPool, type ParserPool } from './apart/pool';
import type { ParseJob } from './apart/wire';
import { safeName } from './containers/names';
import { openFile } from './containers/open';
import { documentOf, type Opened } from './containers/opened';
import { readConverted } from './convert';
import { startGuard } from './guard';
import { endWorkers } from './ocr';
import { drawPages } from './pages/draw';
import type { PageImage, PageSettings } from './pages/types';
import { parseDocument } from './parse';
import type { SourceFile } from './reader';
import { removeScratch } from './scratch';
import { DEFAULT_LIMITS, type ExtractedDocument, type ExtractLimits, type ExtractOptions } from './types';

const megabytes = (bytes: number) => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;

/** Compiled, documents are parsed in processes of their own; run from TypeScript sources, as the tests do, there is no such file and parsing happens here. */
const PARSER_FILE = path.join(__dirname, 'apart', 'parser.js');
const parsers: ParserPool | null = existsSync(PARSER_FILE) ? createParserPool({ parserFile: PARSER_FILE }) : null;

/**
 * Reads a CV of any supported format (recognised by content, not by name) into numbered visible lines, with hidden text, links and properties apart.
 * Nothing is fetched from a network. The work is done in another process, which is killed when the time is up or `signal` aborts.
 *
 * Throws VivierError: `empty`, `too-large` (also when reading takes too much memory), `unknown-type`, `corrupt` (also when the parser breaks down),
 * `truncated`, `encrypted`, `zip-bomb`, `unsafe-xml`, `invalid-json`, `image`, `no-text`, `text-too-long`, `ocr-language-missing`, `timeout`, `cancelled`,
 * `internal`. A document that could be read in part has `meta.status: 'partial'` with the reason in `meta.code`.
 */
export async function extractDocument(given: SourceFile, options: ExtractOptions = {}): Promise<ExtractedDocument> {
  const file = withSafeName(given);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  refuseBySize(file, limits.fileBytes);
  const opened = await run(jobFor(file, limits, options), options.signal);
  return documentOf(opened, file.fileName);
}

/** A name is shown in messages, on terminals and in lists: no folders, nothing that steers or turns around what is shown. */
export const withSafeName = (file: SourceFile): SourceFile => ({
  ...file,
  fileName: safeName(file.fileName, 'document'),
});

/** Throws `empty` or `too-large`. */
export function refuseBySize({ data, fileName }: SourceFile, limit: number): void {
  if (data.length === 0) throw new VivierError('empty', { fileName });
  if (data.length > limit) {
    throw new VivierError('too-large', { fileName, actual: megabytes(data.length), limit: megabytes(limit) });
  }
}

/** As many are tried on one file: each takes a locked PDF some hundredths of a second. */
const MOST_PASSWORDS = 100;

const passwordsOf = ({ password = [] }: Pick<ExtractOptions, 'password'>): string[] =>
  [...new Set([password].flat())].filter((one) => one !== '').slice(0, MOST_PASSWORDS);

export function jobFor(file: SourceFile, limits: ExtractLimits, options: ExtractOptions, open = false): ParseJob {
  const { ocr = 'auto', ocrLanguages = ['fra', 'eng'] } = options;
  const convert = process.env.VIVIER_CONVERT === 'never' ? 'never' : (options.convert ?? 'auto');
  return { file, limits, passwords: passwordsOf(options), ocr, ocrLanguages, convert, open };
}

const read = (job: ParseJob, signal?: AbortSignal) => (parsers ? parsers.open(job, signal) : parseHere(job, signal));

/** Does a job in a parsing process, or here where there is none; what can't be read directly is tried with LibreOffice. Throws VivierError only. */
export async function run(job: ParseJob, signal?: AbortSignal): Promise<Opened> {
  const { fileName } = job.file;
  const started = performance.now();
  try {
    return await read(job, signal);
  } catch (error) {
    const failure = toVivierError(error, { fileName });
    const timeMs = job.limits.timeMs - (performance.now() - started);
    const other = await readConverted(job, failure, { read, timeMs, signal }).catch((late: unknown) => {
      throw toVivierError(late, { fileName });
    });
    if (other) return other;
    throw failure;
  }
}

/** Draws pages in a parsing process, or here where there is none. Throws VivierError only. */
export async function drawFile(
  file: SourceFile,
  draw: PageSettings,
  { limits, password }: { limits: ExtractLimits; password?: ExtractOptions['password'] },
  signal?: AbortSignal,
): Promise<PageImage[]> {
  const job: ParseJob = { ...jobFor(file, limits, { password }), draw };
  const here = async () => {
    const guard = startGuard(file.fileName, signal, limits.timeMs);
    const context = { ...job, check: guard.check, signal: guard.signal };
    return guard.race(drawPages(file, draw, context)).finally(guard.done);
  };
  try {
    return await (parsers ? parsers.draw(job, signal) : here());
  } catch (error) {
    throw toVivierError(error, { fileName: file.fileName });
  }
}

/** In this process: time and cancellation are looked at wherever a reader stops to ask. */
async function parseHere({ file, open, ...settings }: ParseJob, signal?: AbortSignal): Promise<Opened> {
  const guard = startGuard(file.fileName, signal, settings.limits.timeMs);
  const context = { ...settings, check: guard.check, signal: guard.signal };
  const reading = async () => (open ? await openFile(file, context) : { document: await parseDocument(file, context) });
  try {
    return await guard.race(reading());
  } finally {
    guard.done();
  }
}

/** Ends the processes that parse and recognise (documents still being read are given up as `cancelled`) and removes their files. They start again when needed. */
export async function closeExtractors(): Promise<void> {
  await Promise.all([parsers?.close(), endWorkers()]);
  removeScratch();
}
