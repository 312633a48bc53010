import { createHash } from 'node:crypto';
import { copyFile, mkdir, open, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { VivierError } from '../../errors';

/** Where tries that began are kept: a file that takes the program down with it is known by them afterwards. */
const STATE = '.vivier';
const MOST_NUMBERS = 10_000;

const markName = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 32);

/** How often handing over this file began and never ended. */
export async function triesOf(folder: string): Promise<Map<string, number>> {
  const names = await readdir(join(folder, STATE)).catch(() => []);
  return names.reduce((tries, name) => {
    const [mark] = name.split('.');
    return tries.set(mark, (tries.get(mark) ?? 0) + 1);
  }, new Map<string, number>());
}

export const triesFor = (tries: Map<string, number>, path: string): number => tries.get(markName(path)) ?? 0;

export async function beginTry(folder: string, path: string, n: number): Promise<void> {
  await mkdir(join(folder, STATE), { recursive: true });
  await writeFile(join(folder, STATE, `${markName(path)}.${n}`), '');
}

export async function takeBackTry(folder: string, path: string, n: number): Promise<void> {
  await rm(join(folder, STATE, `${markName(path)}.${n}`), { force: true });
}

export async function forgetTries(folder: string, path: string): Promise<void> {
  const mark = markName(path);
  const names = await readdir(join(folder, STATE)).catch(() => []);
  for (const name of names) if (name.startsWith(`${mark}.`)) await rm(join(folder, STATE, name), { force: true });
}

/**
 * Moves a file into a sub-folder, under its own path there; a number is put before its ending where that is taken.
 * @returns where it is now, below the folder
 */
export async function moveInto(folder: string, path: string, target: string): Promise<string> {
  const wanted = `${target}/${path}`;
  await mkdir(dirname(join(folder, wanted)), { recursive: true });
  const free = await reserve(folder, wanted);
  await rename(join(folder, path), join(folder, free)).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') {
      await rm(join(folder, free), { force: true });
      throw error;
    }
    await copyFile(join(folder, path), join(folder, free));
    await unlink(join(folder, path));
  });
  return free;
}

/** Makes an empty file of a name that nobody has: `rename` alone would write over another one without a word. */
async function reserve(folder: string, wanted: string): Promise<string> {
  const ending = extname(wanted);
  const stem = wanted.slice(0, wanted.length - ending.length);
  for (let n = 1; n < MOST_NUMBERS; n++) {
    const name = n === 1 ? wanted : `${stem}-${n}${ending}`;
    try {
      await (await open(join(folder, name), 'wx')).close();
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  throw new Error('no free name');
}

/** Says beside a file why it was set aside. */
export async function writeReason(folder: string, moved: string, { hint, message }: VivierError): Promise<void> {
  await writeFile(join(folder, dirname(moved), `${basename(moved)}.reason.txt`), `${message}\n\n${hint}\n`, 'utf8');
}
