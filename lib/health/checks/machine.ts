import { execFile } from 'node:child_process';
import { readFile, statfs } from 'node:fs/promises';
import { promisify } from 'node:util';
import { said } from '../said';
import type { Check, Said, State } from '../types';

const GIB = 1024 ** 3;
/** Below the first it is said, below the second PostgreSQL will soon refuse to write. */
const DISK_WARNING = 0.15;
const DISK_PROBLEM = 0.05;
/** Mistral 7B in 4 bits takes 5 to 6 GiB with its context; n8n, PostgreSQL and the system take 2. */
const MEMORY_FOR_MODEL = 7.5 * GIB;
const MEMORY_PROBLEM = 0.05;

export async function diskCheck(folder: string): Promise<Check<Said>> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return judgeDisk(bavail * bsize, blocks * bsize);
}

export function judgeDisk(free: number, total: number): Check<Said> {
  const share = free / total;
  const state: State = share < DISK_PROBLEM ? 'problem' : share < DISK_WARNING ? 'warning' : 'ok';
  const what = said.disk(gigabytes(free), gigabytes(total));
  return { id: 'disk', state, needed: true, what, advice: state === 'ok' ? null : said.diskAdvice };
}

/** Null where the kernel does not say what is available. */
export async function memoryCheck(file = '/proc/meminfo'): Promise<Check<Said> | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const read = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? Number.NaN) * 1024;
  const [total, available] = [read('MemTotal'), read('MemAvailable')];
  return Number.isFinite(total) && Number.isFinite(available) ? judgeMemory(available, total) : null;
}

export function judgeMemory(available: number, total: number): Check<Said> {
  const what = said.memory(gigabytes(available), gigabytes(total));
  const check = { id: 'memory', needed: true, what };
  if (available / total < MEMORY_PROBLEM) return { ...check, state: 'problem', advice: said.memoryAdvice };
  if (total < MEMORY_FOR_MODEL) return { ...check, state: 'warning', advice: said.memoryForModel };
  return { ...check, state: 'ok', advice: null };
}

/** Null where there is no systemd to ask. */
export async function timeCheck(): Promise<Check<Said> | null> {
  const run = promisify(execFile);
  const answer = await run('timedatectl', ['show', '-p', 'NTPSynchronized', '--value'], { timeout: 5000 }).catch(
    () => null,
  );
  if (!answer) return null;
  const right = answer.stdout.trim() === 'yes';
  return {
    id: 'time',
    state: right ? 'ok' : 'warning',
    needed: false,
    what: said.time,
    advice: right ? null : said.timeAdvice,
  };
}

const gigabytes = (bytes: number) => Math.round((bytes / GIB) * 10) / 10;
