import type { Entry, FileEntry } from '@zip.js/zip.js';
import { VivierError } from '../../errors';
import type { ReadContext, SourceFile } from '../reader';
import { distinct } from './mail';
import { safeName, safePath } from './names';
import type { Part, Unpacked } from './types';

/** What systems put beside people's files. */
const CLUTTER =
  /(?:^|[/\\])(?:__MACOSX[/\\]|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/\\]*$|\.(?:git|svn|Trash(?:es)?|Spotlight-V100)[/\\]|~\$[^/\\]*$|\.~lock\.)/i;
/** Names alone cost memory: an archive of more is not one of CVs. */
const MOST_NAMES = 20_000;

/**
 * A ZIP archive of documents. Sizes are added up as the archive declares them, before anything is unpacked, and each entry is held to what it declared.
 * Throws `corrupt`, `zip-bomb`; an entry that can't be had becomes a part with its own error.
 */
export async function openZip(file: SourceFile, context: ReadContext): Promise<Unpacked> {
  const zip = await import('@zip.js/zip.js');
  // Readers in worker threads would outlive the document.
  zip.configure({ useWebWorkers: false });
  const reader = new zip.ZipReader(new zip.Uint8ArrayReader(file.data), {
    strictness: 'tolerant',
    // Names are made safe here, whatever they are.
    filenameValidation: 'tolerant',
  });
  try {
    const entries = await listEntries(reader.getEntriesGenerator(), file, context);
    const parts: Part[] = [];
    const taken = new Set<string>();
    for (const entry of entries.files.slice(0, context.limits.entries + 1)) {
      context.check();
      const path = distinct(safePath(entry.filename, 'document'), taken);
      const part: Part = { fileName: safeName(path, 'document'), path, role: 'entry' };
      parts.push({ ...part, ...(await content(zip, entry, part.fileName, context)) });
    }
    if (parts.length === 0) throw new VivierError('empty', { fileName: file.fileName });
    return { container: 'zip', parts };
  } catch (error) {
    if (error instanceof VivierError) throw error;
    throw new VivierError('corrupt', { fileName: file.fileName, reason: 'ZIP' }, { cause: error });
  } finally {
    await reader.close().catch(() => undefined);
  }
}

async function listEntries(
  all: AsyncIterable<Entry>,
  { fileName, data }: SourceFile,
  { limits, check }: ReadContext,
): Promise<{ files: FileEntry[] }> {
  const files: FileEntry[] = [];
  let names = 0;
  let unpacked = 0;
  for await (const entry of all) {
    check();
    if (++names > MOST_NAMES) throw new VivierError('zip-bomb', { fileName });
    if (entry.directory || CLUTTER.test(entry.filename)) continue;
    // Several entries may name the same bytes: what they say they unpack to is what counts.
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.containerUnpackedBytes || entry.compressedSize > data.length) {
      throw new VivierError('zip-bomb', { fileName, limit: limits.containerUnpackedBytes });
    }
    files.push(entry);
  }
  return { files };
}

type Zip = typeof import('@zip.js/zip.js');

async function content(
  zip: Zip,
  entry: FileEntry,
  fileName: string,
  { limits, passwords }: ReadContext,
): Promise<Pick<Part, 'data' | 'error'>> {
  const fail = (error: VivierError) => ({ error });
  if (entry.uncompressedSize === 0) return fail(new VivierError('empty', { fileName }));
  if (entry.encrypted && passwords.length === 0) return fail(new VivierError('encrypted', { fileName }));
  if (entry.uncompressedSize > Math.max(limits.fileBytes, limits.containerBytes)) {
    return fail(new VivierError('container-limit', { fileName, what: 'size' }));
  }
  const unpack = (password?: string) =>
    entry.getData(new zip.Uint8ArrayWriter(entry.uncompressedSize), {
      password,
      checkOverlappingEntry: true,
      checkCrc32: true,
    });
  try {
    if (!entry.encrypted) return { data: await unpack() };
    return { data: await firstToOpen(passwords, unpack) };
  } catch (error) {
    const { message } = error as Error;
    if (message === zip.ERR_OVERLAPPING_ENTRY) return fail(new VivierError('zip-bomb', { fileName }, { cause: error }));
    const isLocked =
      entry.encrypted && (message === zip.ERR_INVALID_PASSWORD || message === zip.ERR_UNSUPPORTED_ENCRYPTION);
    return fail(
      new VivierError(
        isLocked ? 'encrypted' : 'corrupt',
        { fileName, ...(!isLocked && { reason: 'ZIP' }) },
        { cause: error },
      ),
    );
  }
}

/** What the first fitting password gives. One in 256 wrong ones passes an old ZIP's check and gives rubbish, which its checksum tells. */
async function firstToOpen<T>(passwords: readonly string[], unpack: (password: string) => Promise<T>): Promise<T> {
  let refused: unknown;
  for (const password of passwords) {
    try {
      return await unpack(password);
    } catch (error) {
      refused = error;
    }
  }
  throw refused;
}
