import { createHash } from 'node:crypto';
import { VivierError } from '../errors';
import { assemble } from './assemble';
import { complete } from './complete';
import { readerFor } from './formats';
import type { ReadContext, SourceFile } from './reader';
import { detectFormat } from './sniff';
import type { ExtractedDocument } from './types';

/** Recognises the format, reads, cleans and numbers. Throws what `extractDocument` throws, and whatever a parser throws on hostile files. */
export async function parseDocument(file: SourceFile, context: ReadContext): Promise<ExtractedDocument> {
  const started = performance.now();
  const { data, fileName } = file;
  const { limits } = context;
  const format = await detectFormat(file);
  const result = await readerFor(format).read(file, context);
  const document = assemble(result);
  if (document.text.length > limits.characters) {
    throw new VivierError('text-too-long', { fileName, actual: document.text.length, limit: limits.characters });
  }
  if (!/[\p{L}\p{N}]/u.test(document.text)) throw new VivierError('no-text', { fileName });
  return {
    fileName,
    bytes: data.length,
    sha256: createHash('sha256').update(data).digest('hex'),
    ...(await complete(result, document)),
    meta: { ...document.meta, ms: Math.round(performance.now() - started) },
  };
}
