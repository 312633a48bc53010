import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { VivierError } from '../lib/errors';
import { words } from './words';

/** Most file systems take names of 255 bytes; the rest is for a suffix and `.json`. */
const NAME_BYTES = 200;
const MEBIBYTE = 1024 * 1024;

async function filesOfFolder(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  const paths = names.map((name) => join(folder, name));
  const areFiles = await Promise.all(paths.map(isFile));
  return paths.filter((_, index) => areFiles[index]);
}

const isFile = (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => true, // What can't be looked at is kept, so that reading it says why.
  );

/** Files as given, a folder standing for the files in it (not in its sub-folders), each once and in that order. */
export async function expandInputs(inputs: string[]): Promise<string[]> {
  const lists = await Promise.all(
    inputs.map(async (input) => {
      const isFolder = await stat(input).then(
        (found) => found.isDirectory(),
        () => false,
      );
      return isFolder ? filesOfFolder(input) : [input];
    }),
  );
  const once = new Map(lists.flat().map((path) => [resolve(path), path]));
  return [...once.values()];
}

/**
 * The bytes of a file, refused before they are read when there are too many.
 * @throws VivierError `not-found`, `too-large`, `invalid-input`, `cancelled`
 */
export async function readInput(path: string, limitBytes: number, signal?: AbortSignal): Promise<Uint8Array> {
  const fileName = basename(path);
  try {
    const { size, isRegular } = await stat(path).then((found) => ({ size: found.size, isRegular: found.isFile() }));
    if (!isRegular) throw new VivierError('invalid-input', { what: fileName, reason: words.notAFile });
    if (size > limitBytes)
      throw new VivierError('too-large', { fileName, actual: inMiB(size), limit: inMiB(limitBytes) });
    const data = await readFile(path);
    if (signal?.aborted) throw new VivierError('cancelled');
    return data;
  } catch (error) {
    if (error instanceof VivierError) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw reason === 'ENOENT'
      ? new VivierError('not-found', { what: fileName }, { cause: error })
      : new VivierError('invalid-input', { what: fileName, reason }, { cause: error });
  }
}

const inMiB = (bytes: number) => `${(bytes / MEBIBYTE).toFixed(1)} MiB`;

/** The name of a result: for the input of that number, or for a document inside it. */
export type Names = (index: number, within?: string) => string;

/**
 * `<file name>.json` for each path, `<file name>-<path within>.json` for a document inside it; a name that occurs again, also in other letter case, gets a
 * number. The inputs' own names are given first, so that they don't depend on which one is read sooner.
 */
export function createNames(paths: string[]): Names {
  const taken = new Set<string>();
  const distinct = (base: string) => {
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}-${n}`;
    taken.add(name.toLowerCase());
    return name;
  };
  const own = paths.map((path) => distinct(shortened(basename(path))));
  return (index, within) => {
    const name = within
      ? distinct(shortened(`${own[index]}-${within.replace(/^[/#]+/, '').replace(/[/#]+/g, '-')}`))
      : own[index];
    return `${name}.json`;
  };
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= NAME_BYTES) return name;
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${[...name].slice(0, 40).join('')}~${mark}`;
}

/** @throws VivierError `invalid-input` */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new VivierError('invalid-input', { what: folder, reason: error.code }, { cause: error });
  });
}

/** Writes beside and renames, so that nobody ever reads half a result. */
export async function writeText(folder: string, name: string, text: string): Promise<void> {
  const draft = join(folder, `.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, text);
    await rename(draft, join(folder, name));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

export const writeJson = (folder: string, name: string, value: unknown): Promise<void> =>
  writeText(folder, name, `${JSON.stringify(value, null, 1)}\n`);
