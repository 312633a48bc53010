import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeIdlePools, openPool, type TalentPool } from '../../../../lib/pool';
import { fileOf, profileOf } from '../support/people';
import { startWriter, type OtherProcess } from './process';

jest.setTimeout(240_000);

let folder: string;
let other: OtherProcess | null = null;
const opened: TalentPool[] = [];

// One folder for all: making a database takes seconds, opening one does not.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vivier-pool-'));
});
afterEach(async () => {
  other?.child.kill('SIGKILL');
  await other?.ended;
  other = null;
  await Promise.all(opened.splice(0).map((pool) => pool.close()));
  await closeIdlePools();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function open(where = folder): Promise<TalentPool> {
  const pool = await openPool({ backend: 'embedded', folder: where });
  opened.push(pool);
  return pool;
}

async function filesWith(pattern: RegExp): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const found = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return pattern.test(await readFile(path, 'latin1')) ? [path] : [];
  });
  return (await Promise.all(found)).flat();
}

const lock = () => join(folder, 'vivier.lock');

describe('in one process', () => {
  it('several nodes share the folder, and what one stores the other sees', async () => {
    const [first, second] = await Promise.all([open(), open(join(folder, '.'))]);
    const { candidateId } = await first.candidates.upsert({ profile: profileOf({ name: 'A' }) });
    await first.close();
    expect(await second.candidates.get(candidateId)).toMatchObject({ candidateId });
    await expect(first.statistics()).rejects.toMatchObject({ code: 'internal' });
  });

  it('the folder is free again once closed, and keeps what was stored', async () => {
    const pool = await open();
    const { candidateId } = await pool.candidates.upsert({ profile: profileOf({ name: 'A' }) });
    expect(existsSync(lock())).toBe(true);
    await pool.close();
    await closeIdlePools();
    expect(existsSync(lock())).toBe(false);
    expect(await (await open()).candidates.get(candidateId)).toMatchObject({ candidateId });
  });

  it('none of an erased person’s bytes stay in the folder’s files', async () => {
    const pool = await open();
    const profile = profileOf({ name: 'Zqxjkv Essai', headline: 'Gkwpzf' });
    const document = fileOf(`Vbqxzj ${randomUUID()}`);
    const { candidateId } = await pool.candidates.upsert({ profile, document });
    const traces = /zqxjkv|gkwpzf|vbqxzj/i;
    expect(await filesWith(traces)).not.toEqual([]);
    await pool.candidates.erase(candidateId, { by: 'Alice Durand', reason: 'Demande' });
    expect(await filesWith(traces)).toEqual([]);
    await pool.close();
    await closeIdlePools();
    expect(await filesWith(traces)).toEqual([]);
  });

  it('a folder that can’t be made is named', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(open(join(file, 'pool'))).rejects.toMatchObject({
      code: 'pool-unreachable',
      message: expect.stringContaining(join(file, 'pool')),
    });
  });
});

describe('with another process', () => {
  it('the second is refused while the first lives, and welcome afterwards', async () => {
    other = startWriter(folder, 'hold');
    await other.said('open');
    await expect(open()).rejects.toMatchObject({ code: 'pool-locked', details: { what: folder } });
    other.child.stdin?.end();
    expect(await other.ended).toMatchObject({ code: 0 });
    expect(await (await open()).health()).toMatchObject({ backend: 'embedded', folder });
  });

  it('a program that closed its pool ends by itself and frees the folder', async () => {
    other = startWriter(folder, 'once');
    expect(await other.ended).toEqual({ code: 0, signal: null });
    expect(other.output()).toBe('open\nstored 1\n');
    expect(existsSync(lock())).toBe(false);
  });

  it('killed while it writes: the lock is taken over, all that was confirmed is there, and nothing by halves', async () => {
    const reader = await open();
    const before = await reader.statistics();
    const { checked: logged } = await reader.audit.verify();
    await reader.close();
    await closeIdlePools();
    other = startWriter(folder, 'write');
    await other.said('stored 6');
    other.child.kill('SIGKILL');
    await other.ended;
    const confirmed = (other.output().match(/^stored \d+$/gm) ?? []).length;
    expect(existsSync(lock())).toBe(true);

    const pool = await open();
    const after = await pool.statistics();
    const added = after.candidates - before.candidates;
    // The last one may have been committed but not yet confirmed.
    expect([confirmed, confirmed + 1]).toContain(added);
    expect(after.profileVersions - before.profileVersions).toBe(added);
    expect(after.documents - before.documents).toBe(added);
    expect(await pool.audit.verify()).toEqual({ ok: true, checked: logged + added });
    const { candidates } = await pool.candidates.search({ query: 'personne', limit: added });
    for (const { candidateId } of candidates) {
      const { text } = await pool.candidates.document(candidateId);
      expect(text).toMatch(/^(write|once) (\d+) (?:\1 \2 ){999}$/);
    }
    expect(await pool.candidates.upsert({ profile: profileOf({ email: 'write1@exemple.test' }) })).toMatchObject({
      created: false,
    });
  });
});
