import { randomUUID } from 'node:crypto';
import { readFileSync, unlinkSync, utimesSync } from 'node:fs';
import { link, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { VivierError } from '../../errors';
import { errorCode } from '../codes';

/** A holder on another machine (or container) can't be asked whether it lives: it shows so by touching the file. */
const HEARTBEAT_MS = 5_000;
const SILENT_MS = 20_000;

const ATTEMPTS = 10;
const RETRY_MS = 50;

interface Holder {
  token: string;
  pid: number;
  host: string;
  /** Tells a process from a later one with the same number, as after a container's restart; null where the system doesn't say. */
  started: string | null;
}

export interface FolderLock {
  release(): void;
}

/**
 * Takes the lock file of an embedded pool for this process. The lock of a process that is dead is taken over.
 * @param what names the pool in the error.
 * @throws VivierError `pool-locked` when another process holds it.
 */
export async function lockFolder(path: string, what: string): Promise<FolderLock> {
  const mine: Holder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await create(path, mine)) return held(path, mine.token);
    await removeIfStale(path, what);
  }
  throw new VivierError('pool-locked', { what });
}

/** Written aside and then linked: the lock appears whole or not at all, and never over another one. */
async function create(path: string, mine: Holder): Promise<boolean> {
  const aside = `${path}.${mine.token}`;
  await writeFile(aside, JSON.stringify(mine));
  try {
    await link(aside, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(aside);
  }
}

/** Only who holds the takeover file may remove a lock that is not theirs: else two could each remove the other's new one. */
async function removeIfStale(path: string, what: string): Promise<void> {
  if (await isAlive(path)) throw new VivierError('pool-locked', { what });
  const takeover = `${path}.takeover`;
  try {
    await writeFile(takeover, '', { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    if ((await age(takeover)) > SILENT_MS) await unlink(takeover);
    return setTimeout(RETRY_MS);
  }
  try {
    if (!(await isAlive(path))) await unlink(path).catch(() => undefined);
  } finally {
    await unlink(takeover);
  }
}

async function read(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    if (error instanceof SyntaxError) return { token: '', pid: 0, host: hostname(), started: null };
    throw error;
  }
}

async function isAlive(path: string): Promise<boolean> {
  const holder = await read(path);
  if (!holder) return false;
  if (holder.host !== hostname()) return (await age(path)) < SILENT_MS;
  if (!processExists(holder.pid)) return false;
  return holder.started === null || holder.started === startOf(holder.pid);
}

async function age(path: string): Promise<number> {
  return stat(path).then(
    (file) => Date.now() - file.mtimeMs,
    () => Infinity,
  );
}

function processExists(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Linux: clock ticks since boot at which the process began (proc(5), field 22 of stat), with the boot's own id. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name stands in brackets and may hold spaces: count the fields from behind the last bracket.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${ticks}`;
  } catch {
    return null;
  }
}

function held(path: string, token: string): FolderLock {
  const heartbeat = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(path, now, now);
    } catch {
      // The folder is gone or read-only: the database itself will say so at the next write.
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    process.off('exit', release);
    try {
      if ((JSON.parse(readFileSync(path, 'utf8')) as Holder).token === token) unlinkSync(path);
    } catch {
      // Already gone: nothing is left to release.
    }
  };
  process.on('exit', release);
  return { release };
}
