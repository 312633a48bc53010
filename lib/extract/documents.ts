import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import { toVivierError, VivierError } from '../errors';
import type { Part, Unpacked } from './containers/types';
import { jobFor, refuseBySize, run, withSafeName } from './extract';
import { startGuard, type Guard } from './guard';
import type { SourceFile } from './reader';
import { detectKind, isContainer } from './sniff';
import {
  DEFAULT_LIMITS,
  type DocumentOrigin,
  type ExtractedDocument,
  type ExtractLimits,
  type ExtractOptions,
} from './types';

/** What became of one document: read, or refused with the reason. */
export type DocumentOutcome = {
  /** Sanitised, without folders. */
  fileName: string;
  mimeType?: string;
  /** Only for a part of another file. */
  origin?: DocumentOrigin;
  /** The document's own bytes, where it was part of another file; a row of a table has none. */
  data?: Uint8Array;
} & ({ document: ExtractedDocument; error?: undefined } | { document?: undefined; error: VivierError });

/** The last documents read in the same run, by what they hold; at most {@link MOST_REMEMBERED}. */
export type ReadBefore = Map<string, Promise<ExtractedDocument>>;

export interface DocumentsOptions extends ExtractOptions {
  /** Given to several calls, the same bytes are read only once, whatever they are called. */
  readBefore?: ReadBefore;
}

/** A run over an archive of thousands may not keep them all in memory; the same file twice stands mostly in one folder or mail. */
const MOST_REMEMBERED = 200;

/** Documents of one container that are read side by side. */
const CONCURRENCY = 2;

/** What all parts of one given file share: limits that hold for the whole, and what is left of them. */
interface Whole {
  name: string;
  limits: ExtractLimits;
  options: DocumentsOptions;
  left: { entries: number; bytes: number };
  guard: Guard;
}

/** Where in the whole a file stands. */
interface Place {
  depth: number;
  path: string[];
  role: DocumentOrigin['role'];
  mail?: DocumentOrigin['mail'];
}

/**
 * Every document in a file: the file itself, or what a mail, an archive or a table of candidates holds, also inside each other. One outcome a document, in the
 * container's order; a plain file gives exactly one. A document that can't be read never keeps the others from being read: its outcome has the error.
 *
 * Throws VivierError `cancelled` only. Errors of outcomes are those of `extractDocument` and `convert`, `container-limit`, `not-candidates`.
 */
export async function extractDocuments(given: SourceFile, options: DocumentsOptions = {}): Promise<DocumentOutcome[]> {
  const file = withSafeName(given);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const guard = startGuard(file.fileName, options.signal, limits.containerTimeMs);
  const left = { entries: limits.entries, bytes: limits.containerUnpackedBytes };
  try {
    return await read(file, { name: file.fileName, limits, options, left, guard });
  } finally {
    guard.done();
  }
}

async function read(file: SourceFile, whole: Whole, place?: Place): Promise<DocumentOutcome[]> {
  const given = { fileName: file.fileName, mimeType: file.mimeType, ...(place && { origin: originOf(whole, place) }) };
  // A row's data is our own, not the sender's.
  const own = place && file.format !== 'table-row' ? { ...given, data: file.data } : given;
  try {
    whole.guard.check();
    const opened = await open(file, whole);
    if ('unpacked' in opened) return await readParts(opened.unpacked, file, whole, place);
    const document = { ...opened.document, fileName: file.fileName, ...(own.origin && { origin: own.origin }) };
    return [{ ...own, mimeType: document.mimeType, document }];
  } catch (error) {
    if (whole.options.signal?.aborted) throw new VivierError('cancelled', { fileName: whole.name }, { cause: error });
    return [{ ...own, error: late(whole) ?? toVivierError(error, { fileName: file.fileName }) }];
  }
}

/** The whole's time is up: what was not read yet says so, rather than that somebody cancelled it. */
function late({ guard, name, limits }: Whole): VivierError | undefined {
  if (!guard.signal.aborted) return undefined;
  return new VivierError('container-limit', {
    fileName: name,
    what: 'time',
    limit: `${limits.containerTimeMs / 1000} s`,
  });
}

function originOf(whole: Whole, { path, role, mail }: Place): DocumentOrigin {
  return { container: whole.name, path: path.join('/'), role, ...(mail && { mail }) };
}

/** Opens the file, or gives what the same bytes gave before. */
async function open(file: SourceFile, whole: Whole): ReturnType<typeof run> {
  const { limits, options, guard, left } = whole;
  const { readBefore } = options;
  // Archives and mails may be larger than any one document.
  const isLarge = file.data.length > limits.fileBytes && isContainer(await detectKind(file));
  refuseBySize(file, isLarge ? limits.containerBytes : limits.fileBytes);
  const rest = { ...limits, entries: left.entries, containerUnpackedBytes: left.bytes };
  const job = jobFor(file, rest, options, true);
  const key = createHash('sha256').update(file.data).digest('hex');
  const known = await readBefore?.get(key)?.catch(() => undefined);
  if (known) return { document: known };
  const opening = run(job, guard.signal);
  const document = documentOf(opening);
  // Nobody may come to ask for it.
  document.catch(() => undefined);
  if (readBefore) remember(readBefore, key, document);
  return opening;
}

function remember(readBefore: ReadBefore, key: string, document: Promise<ExtractedDocument>): void {
  readBefore.set(key, document);
  const [oldest] = readBefore.keys();
  if (readBefore.size > MOST_REMEMBERED) readBefore.delete(oldest);
}

/** Only documents are kept: containers are opened again, and failures may be the name's fault. */
async function documentOf(opening: ReturnType<typeof run>): Promise<ExtractedDocument> {
  const opened = await opening;
  if ('document' in opened) return opened.document;
  throw new VivierError('unknown-type');
}

async function readParts(
  unpacked: Unpacked,
  file: SourceFile,
  whole: Whole,
  place?: Place,
): Promise<DocumentOutcome[]> {
  const { fileName } = file;
  const depth = (place?.depth ?? 0) + 1;
  const isTable = unpacked.container === 'csv' || unpacked.container === 'xlsx';
  if (depth > whole.limits.nesting) {
    throw new VivierError('container-limit', { fileName, what: 'nesting', limit: whole.limits.nesting });
  }
  // Rows have a limit of their own.
  const parts = isTable ? unpacked.parts : spend(unpacked.parts, whole, fileName);
  const limit = pLimit(CONCURRENCY);
  const outcomes = await Promise.all(
    parts.map((part) =>
      limit(() =>
        readPart(part, whole, {
          depth,
          path: [...(place?.path ?? []), part.path],
          role: part.role,
          mail: unpacked.mail ?? place?.mail,
        }),
      ),
    ),
  );
  return outcomes.flat();
}

/** Takes the parts off what the whole may still hold; what is too many is left out, and said. */
function spend(parts: Part[], { left, limits }: Whole, fileName: string): Part[] {
  const bytes = parts.reduce((sum, part) => sum + (part.data?.length ?? 0), 0);
  if (bytes > left.bytes) throw new VivierError('container-limit', { fileName, what: 'size' });
  const kept = parts.slice(0, left.entries);
  left.entries -= kept.length;
  left.bytes -= bytes;
  if (kept.length === parts.length) return kept;
  const error = new VivierError('container-limit', { fileName, what: 'entries', limit: limits.entries });
  return [...kept, { fileName, path: '…', role: 'entry', error }];
}

async function readPart(part: Part, whole: Whole, place: Place): Promise<DocumentOutcome[]> {
  const { data, error, fileName, mimeType, format } = part;
  if (data) return await read({ data, fileName, mimeType, format }, whole, place);
  return [
    { fileName, mimeType, origin: originOf(whole, place), error: error ?? new VivierError('empty', { fileName }) },
  ];
}

type Fingerprinted = Pick<ExtractedDocument, 'fileName' | 'sha256' | 'textSha256' | 'origin'>;

/**
 * For each document of a run, in order, the earlier one that it equals by its file or else by its text. The letter of a mail equals none: many say the same.
 * Undefined stands for what could not be read.
 */
export function findDuplicates(documents: (Fingerprinted | undefined)[]): ExtractedDocument['duplicateOf'][] {
  const files = new Map<string, string>();
  const texts = new Map<string, string>();
  return documents.map((document) => {
    if (!document || document.origin?.role === 'body') return undefined;
    const { sha256, textSha256, fileName } = document;
    const [sameFile, sameText] = [files.get(sha256), texts.get(textSha256)];
    if (sameFile === undefined) files.set(sha256, fileName);
    if (sameText === undefined) texts.set(textSha256, fileName);
    if (sameFile !== undefined) return { fileName: sameFile, by: 'file' };
    return sameText === undefined ? undefined : { fileName: sameText, by: 'text' };
  });
}

/** The day a document was received, as far as its mail tells: `YYYY-MM-DD`, what "present" in it means at the latest. Null when no mail was around it. */
export function receivedDay(document: Pick<ExtractedDocument, 'origin'>): string | null {
  return document.origin?.mail?.date?.slice(0, 10) ?? null;
}
