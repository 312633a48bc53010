import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import { VivierError } from '../../errors';
import type { Opened } from '../containers/opened';
import { startGuard } from '../guard';
import type { ParseJob } from '../apart/wire';
import type { ExtractedDocument } from '../types';
import { findHeicPrograms, heicToPng } from './heic';
import { convertible, type Convertible } from './kinds';
import { findSoffice, toPdf } from './soffice';

export { findSoffice, toPdf } from './soffice';

/** LibreOffice takes two hundred megabytes: one at a time. */
const turns = pLimit(1);
/** Below this many milliseconds it could not even start. */
const LEAST_TIME = 1000;

/** Another way to read: the file as PDF (a photo as PNG), or null. */
export type Converter = (job: ParseJob, kind: Convertible, signal: AbortSignal) => Promise<Uint8Array | null>;

/** Bytes of a photo of the largest size that is read, hardly packed. */
const MOST_PNG = 256 * 1024 * 1024;

let found: string | null | undefined;

/** With LibreOffice, or for a photo with what can read those, where it is installed: looked for when first needed, and never needed. */
const byInstalled: Converter = async ({ file, limits }, kind, signal) => {
  if (kind.to === 'png') return heicToPng(file.data, { programs: findHeicPrograms(), most: MOST_PNG, signal });
  found ??= findSoffice();
  return found === null ? null : toPdf(file.data, { soffice: found, kind, most: limits.unpackedBytes, signal });
};

export interface Fallback {
  /** Reads the converted file. */
  read: (job: ParseJob, signal?: AbortSignal) => Promise<Opened>;
  /** Milliseconds that are left of the document's time. */
  timeMs: number;
  signal?: AbortSignal;
  converter?: Converter;
}

/**
 * A document that our own readers gave up with `error`, read by way of PDF. It stays what it came as: its name, format and hash are its own. Null where there is
 * no other way to read it. Throws `timeout` and `cancelled`.
 */
export async function readConverted(job: ParseJob, error: VivierError, fallback: Fallback): Promise<Opened | null> {
  const { signal, timeMs, converter = byInstalled } = fallback;
  if (job.convert === 'never' || timeMs < LEAST_TIME) return null;
  const kind = await convertible(job.file, error);
  if (!kind) return null;
  const started = performance.now();
  const pdf = await turns(() => convertInTime(job, kind, converter, timeMs, signal));
  const spent = performance.now() - started;
  if (!pdf) return null;
  const { fileName } = job.file;
  const limits = { ...job.limits, timeMs: Math.max(LEAST_TIME, timeMs - spent) };
  const read = fallback.read(
    { ...job, file: { data: pdf, fileName, format: kind.to === 'png' ? 'image' : 'pdf' }, limits, open: false },
    signal,
  );
  const opened = await read.catch((failure: unknown) => {
    if (failure instanceof VivierError && ['cancelled', 'timeout'].includes(failure.code)) throw failure;
    return null;
  });
  if (!opened || !('document' in opened)) return null;
  return { document: asItCame(opened.document, job, kind, error, spent) };
}

async function convertInTime(
  job: ParseJob,
  kind: Convertible,
  converter: Converter,
  timeMs: number,
  signal?: AbortSignal,
): Promise<Uint8Array | null> {
  const guard = startGuard(job.file.fileName, signal, timeMs);
  try {
    const pdf = await converter(job, kind, guard.signal);
    guard.check();
    return pdf;
  } finally {
    guard.done();
  }
}

function asItCame(
  document: ExtractedDocument,
  { file }: ParseJob,
  kind: Convertible,
  error: VivierError,
  spent: number,
): ExtractedDocument {
  const { author, title } = document.properties;
  const { message } = new VivierError('converted', { fileName: file.fileName, ...(kind.to && { what: kind.to }) });
  const isDamaged = error.code === 'corrupt' || error.code === 'truncated';
  const { meta } = document;
  return {
    ...document,
    format: kind.format,
    mimeType: kind.mimeType,
    bytes: file.data.length,
    sha256: createHash('sha256').update(file.data).digest('hex'),
    // The PDF's dates are those of its making.
    properties: { ...(author !== undefined && { author }), ...(title !== undefined && { title }) },
    warnings: [{ code: 'converted', message }, ...document.warnings],
    meta: {
      ...meta,
      ...(isDamaged && { status: 'partial', code: meta.code ?? error.code }),
      ms: Math.round(meta.ms + spent),
    },
  };
}

/** Milliseconds for one document; LibreOffice alone takes a few seconds to start. */
const WORD_TIME = 120_000;
const WORD: Pick<Convertible, 'filter' | 'extension'> = { filter: 'MS Word 2007 XML', extension: 'docx' };
/** Bytes that the PDF may have. */
const MOST_PDF = 100 * 1024 * 1024;

/** A Word document that we made, as PDF, by LibreOffice in its closed profile. Throws `needs-libreoffice`, `convert`, `timeout` and `cancelled`. */
export async function wordToPdf(data: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
  found ??= findSoffice();
  const soffice = found;
  if (soffice === null) throw new VivierError('needs-libreoffice');
  const guard = startGuard('document.docx', signal, WORD_TIME);
  try {
    const pdf = await turns(() => toPdf(data, { soffice, kind: WORD, most: MOST_PDF, signal: guard.signal }));
    guard.check();
    if (!pdf) throw new VivierError('convert', { what: 'docx' });
    return pdf;
  } finally {
    guard.done();
  }
}
