import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../../../lib/pool/backends/lock';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vivier-lock-'));
  path = join(folder, 'vivier.lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const DEAD_PID = 2 ** 22 + 1; // above Linux's largest pid

async function left(holder: object): Promise<void> {
  await writeFile(path, JSON.stringify({ token: 'theirs', pid: DEAD_PID, host: hostname(), started: null, ...holder }));
}

async function isTakenOver(): Promise<boolean> {
  const lock = await lockFolder(path, folder);
  const { token, pid } = JSON.parse(await readFile(path, 'utf8')) as { token: string; pid: number };
  lock.release();
  return token !== 'theirs' && pid === process.pid;
}

it('is held by one, and leaves nothing behind', async () => {
  const lock = await lockFolder(path, folder);
  await expect(lockFolder(path, folder)).rejects.toMatchObject({ code: 'pool-locked', details: { what: folder } });
  lock.release();
  expect(await readdir(folder)).toEqual([]);
});

it('goes to one of many who want it at once', async () => {
  await left({});
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(path, folder)));
  const locks = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  expect(locks).toHaveLength(1);
  locks[0]?.release();
});

it('is taken over from a process that is dead', async () => {
  await left({});
  expect(await isTakenOver()).toBe(true);
});

it('is taken over from an earlier process with the same number, as after a container’s restart', async () => {
  await left({ pid: process.pid, started: 'an earlier boot:1' });
  expect(await isTakenOver()).toBe(true);
});

it('is taken over when its file was cut off', async () => {
  await writeFile(path, '{"token":');
  expect(await isTakenOver()).toBe(true);
});

it('of another machine is respected while it gives signs of life, and taken over when it does not', async () => {
  await left({ host: 'elsewhere', pid: process.pid });
  await expect(lockFolder(path, folder)).rejects.toMatchObject({ code: 'pool-locked' });
  const longAgo = new Date(Date.now() - 3_600_000);
  await utimes(path, longAgo, longAgo);
  expect(await isTakenOver()).toBe(true);
});

it('that someone else has taken meanwhile is not removed', async () => {
  const lock = await lockFolder(path, folder);
  await left({});
  lock.release();
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ token: 'theirs' });
});
