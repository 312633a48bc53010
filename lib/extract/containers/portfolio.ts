import { VivierError } from '../../errors';
import { packageUrls, pdfJs, readingWorker } from '../pdf/library';
import type { ReadContext, SourceFile } from '../reader';
import { distinct } from './mail';
import { safeName } from './names';
import type { Part, Unpacked } from './types';

interface Embedded {
  filename: string;
  content: Uint8Array;
}

/**
 * The files in a PDF portfolio, whose own pages only ask for another reader. Null for any other PDF: what those have attached (the data of a Europass CV, of a
 * bill) says again what their pages say.
 */
export async function openPortfolio(file: SourceFile, { limits, passwords }: ReadContext): Promise<Unpacked | null> {
  // A stream can't hide in a compressed part of the file: without this word there is nothing embedded, and no second look is needed.
  if (!Buffer.from(file.data.buffer, file.data.byteOffset, file.data.byteLength).includes('/EmbeddedFile')) return null;
  const lib = await pdfJs();
  const worker = readingWorker(lib);
  const task = lib.getDocument({
    data: Uint8Array.from(file.data),
    worker,
    ...packageUrls(),
    isEvalSupported: false,
    verbosity: lib.VerbosityLevel.ERRORS,
  });
  const untried = [...passwords];
  // Asked for one after the other, until one is right; refused with an exception once none is left.
  task.onPassword = (answer: (password: string | Error) => void) => {
    answer(untried.shift() ?? new Error('no password'));
  };
  try {
    const pdf = await task.promise;
    const { info } = (await pdf.getMetadata()) as { info: { IsCollectionPresent?: boolean } };
    if (!info.IsCollectionPresent) return null;
    const embedded = Object.values(((await pdf.getAttachments()) ?? {}) as Record<string, Embedded>);
    return embedded.length > 0
      ? { container: 'pdf-portfolio', parts: partsOf(embedded, limits.containerUnpackedBytes) }
      : null;
  } catch {
    // Why it can't be opened is said by the reader of its pages.
    return null;
  } finally {
    await task.destroy();
    worker.destroy();
  }
}

function partsOf(embedded: Embedded[], limitBytes: number): Part[] {
  const taken = new Set<string>();
  let bytes = 0;
  return embedded.map(({ filename, content }, i) => {
    const fileName = distinct(safeName(filename, `attachment-${i + 1}`), taken);
    const part: Part = { fileName, path: fileName, role: 'attachment' };
    bytes += content.length;
    if (bytes > limitBytes) return { ...part, error: new VivierError('container-limit', { fileName, what: 'size' }) };
    return content.length > 0 ? { ...part, data: content } : { ...part, error: new VivierError('empty', { fileName }) };
  });
}
