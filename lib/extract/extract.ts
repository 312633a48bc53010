import { createHash } from 'node:crypto';
import { toVivierError, VivierError } from '../errors';
import { assemble } from './assemble';
import { readerFor } from './formats';
import { startGuard } from './guard';
import type { SourceFile } from './reader';
import { detectFormat } from './sniff';
import { detectLanguage } from './text/language';
import { DEFAULT_LIMITS, type ExtractedDocument, type ExtractOptions } from './types';

const megabytes = (bytes: number) => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;

/**
 * Reads a CV of any supported format (recognised by content, not by name) into numbered visible lines, with hidden text, links and properties apart.
 * Nothing is fetched from a network.
 *
 * Throws VivierError: `empty`, `too-large`, `unknown-type`, `corrupt`, `truncated`, `encrypted`, `zip-bomb`, `unsafe-xml`, `invalid-json`, `image`,
 * `no-text`, `text-too-long`, `ocr-language-missing`, `timeout`, `cancelled`, `internal`. A document that could be read in part has
 * `meta.status: 'partial'` with the reason in `meta.code`.
 */
export async function extractDocument(file: SourceFile, options: ExtractOptions = {}): Promise<ExtractedDocument> {
  const started = performance.now();
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { data, fileName } = file;
  if (data.length === 0) throw new VivierError('empty', { fileName });
  if (data.length > limits.fileBytes) {
    throw new VivierError('too-large', {
      fileName,
      actual: megabytes(data.length),
      limit: megabytes(limits.fileBytes),
    });
  }
  const guard = startGuard(fileName, limits.timeMs, options.signal);
  try {
    const format = await detectFormat(file);
    const reader = readerFor(format);
    const result = await guard.race(
      reader.read(file, {
        limits,
        password: options.password,
        ocr: options.ocr ?? 'auto',
        ocrLanguages: options.ocrLanguages ?? ['fra', 'eng'],
        check: guard.check,
        signal: guard.signal,
      }),
    );
    const document = assemble(result);
    if (document.text.length > limits.characters) {
      throw new VivierError('text-too-long', { fileName, actual: document.text.length, limit: limits.characters });
    }
    if (!/[\p{L}\p{N}]/u.test(document.text)) throw new VivierError('no-text', { fileName });
    return {
      fileName,
      bytes: data.length,
      sha256: createHash('sha256').update(data).digest('hex'),
      language: await detectLanguage(document.text),
      ...document,
      meta: { ...document.meta, ms: Math.round(performance.now() - started) },
    };
  } catch (error) {
    throw toVivierError(error, { fileName });
  } finally {
    guard.done();
  }
}
