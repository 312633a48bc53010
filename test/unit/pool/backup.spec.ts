import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeIdlePools, dumpPool, movePool, openPool, restorePool, type PoolConfig } from '../../../lib/pool';
import { emptyPlace, onPostgres } from './support/backend';
import { fileOf, profileOf, scoreOf } from './support/people';

const by = 'Alice Durand';
const KEY = 'correct horse battery staple';
const passphrase = 'une phrase pour la sauvegarde';

let folder: string;
const places: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vivier-backup-'));
});
afterAll(async () => {
  await closeIdlePools();
  for (const destroy of places) await destroy();
  await rm(folder, { recursive: true, force: true });
});

async function place(kind?: 'embedded' | 'postgres'): Promise<PoolConfig> {
  const { config, destroy } = await emptyPlace(kind);
  places.push(destroy);
  return config;
}

/** Letters that a line-based format could trip over. */
const ODD = 'ligne\u2028une "deux" \\ {"a":1}\nrois\tété 𝄞';

async function fill(config: PoolConfig) {
  const pool = await openPool(config);
  const ids: string[] = [];
  for (const name of ['Marie Essai', 'Paul Autre', 'Zoé Tiers']) {
    const document = fileOf(`${ODD} ${name} `.repeat(500));
    const profile = profileOf({ name, headline: ODD, email: `${name.replace(' ', '.')}@exemple.test` });
    const { candidateId } = await pool.candidates.upsert({ profile, document });
    ids.push(candidateId);
  }
  await pool.offers.upsert({ id: 'o1', title: ODD, text: ODD, stages: ['tri', 'essai', 'embauche'] });
  const { applicationId } = await pool.applications.upsert({ candidateId: ids[0], offerId: 'o1', score: scoreOf(80) });
  await pool.applications.moveStage({ id: applicationId, stage: 'rejected', by, reason: 'Poste pourvu' });
  await pool.applications.note({ id: applicationId, by, text: ODD });
  await pool.close();
  return ids;
}

async function contents(config: PoolConfig, ids: string[]) {
  const pool = await openPool(config);
  const people = [];
  for (const id of ids) {
    const { profile, documents } = await pool.candidates.get(id);
    people.push({ profile, documents, text: (await pool.candidates.document(id)).text });
  }
  const applications = await pool.applications.list({ offerId: 'o1' });
  const details = await Promise.all(applications.map((one) => pool.applications.get(one.applicationId)));
  const result = { people, details, log: await pool.audit.verify(), found: await pool.candidates.search() };
  await pool.close();
  await closeIdlePools();
  return result;
}

it('a destroyed pool comes back as it was, in another place, with its key', async () => {
  const config = { ...(await place()), encryptionKey: KEY };
  const ids = await fill(config);
  const before = await contents(config, ids);
  const file = join(folder, 'whole.vivier');
  const dumped = await dumpPool(config, file);
  expect(dumped.tables).toMatchObject({ 'vivier_personal.candidates': 3, 'vivier_personal.documents': 3 });
  await closeIdlePools();
  await places.splice(0)[0]();

  const elsewhere = { ...(await place()), encryptionKey: KEY };
  const restored = await restorePool(elsewhere, file, { by });
  expect(restored).toMatchObject({ skipped: [], erasedAgain: 0, tables: dumped.tables });
  const after = await contents(elsewhere, ids);
  expect(after).toEqual({ ...before, log: { ok: true, checked: before.log.checked + 1 } });
  const pool = await openPool(elsewhere);
  expect(await pool.candidates.upsert({ profile: profileOf({ email: 'paul.autre@exemple.test' }) })).toMatchObject({
    candidateId: ids[1],
  });
  const { applicationId } = await pool.applications.upsert({ candidateId: ids[1], offerId: 'o1' });
  expect(await pool.applications.moveStage({ id: applicationId, stage: 'essai', by })).toMatchObject({ from: 'tri' });
  await pool.close();
});

it('nothing of it can be read in the file, and no draft stays behind', async () => {
  const config = await place();
  await fill(config);
  const file = join(folder, 'sealed.vivier');
  await dumpPool(config, file, { passphrase });
  const bytes = await readFile(file, 'latin1');
  expect(bytes).not.toMatch(/essai|exemple|candidates/i);
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  await expect(dumpPool(config, file, { passphrase })).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(dumpPool(config, join(folder, 'short'), { passphrase: 'court' })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  await expect(dumpPool(config, join(folder, 'none'))).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(dumpPool(config, join(folder, 'no', 'folder'), { passphrase })).rejects.toMatchObject({
    code: 'invalid-input',
  });
});

describe('a backup that is not whole, or not ours', () => {
  let target: PoolConfig;
  let file: string;
  let whole: Buffer;
  let before: object;

  beforeAll(async () => {
    const config = await place();
    await fill(config);
    file = join(folder, 'source.vivier');
    await dumpPool(config, file, { passphrase });
    whole = await readFile(file);
    target = await place();
    await fill(target);
    before = await statistics();
  });

  async function statistics(): Promise<object> {
    const pool = await openPool(target);
    const result = { ...(await pool.statistics()), log: await pool.audit.verify() };
    await pool.close();
    await closeIdlePools();
    return result;
  }

  const flipped = (place: number) => () => {
    const bytes = Buffer.from(whole);
    bytes[place < 0 ? bytes.length + place : place] ^= 1;
    return bytes;
  };

  it.each<[string, () => Buffer, string]>([
    ['cut off at the end', () => whole.subarray(0, -1), passphrase],
    ['cut off in the middle', () => whole.subarray(0, whole.length >> 1), passphrase],
    ['cut off in its head', () => whole.subarray(0, 20), passphrase],
    ['empty', () => Buffer.alloc(0), passphrase],
    ['with one bit changed in its head', flipped(20), passphrase],
    ['with one bit changed in the middle', flipped(5_000), passphrase],
    ['with one bit changed at the end', flipped(-1), passphrase],
    ['with something behind it', () => Buffer.concat([whole, Buffer.from('more')]), passphrase],
    ['of another format', () => Buffer.from('PGDMP and so on '.repeat(20)), passphrase],
    ['with another passphrase', () => whole, 'une autre phrase secrète'],
  ])('%s: is refused, and nothing is changed', async (_what, bytes, other) => {
    const damaged = join(folder, 'damaged.vivier');
    await writeFile(damaged, bytes());
    const options = { by, passphrase: other, replace: true };
    await expect(restorePool(target, damaged, options)).rejects.toMatchObject({ code: 'backup-invalid' });
    expect(await statistics()).toEqual(before);
  });

  it('is not put over a pool that is there, unless told to', async () => {
    await expect(restorePool(target, file, { by, passphrase })).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await statistics()).toEqual(before);
    expect(await restorePool(target, file, { by, passphrase, replace: true })).toMatchObject({ erasedAgain: 0 });
  });

  it('that does not exist is named', async () => {
    await expect(restorePool(target, join(folder, 'no.vivier'), { by, passphrase })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

it('an encrypted pool is not restored with another key', async () => {
  const config = { ...(await place()), encryptionKey: KEY };
  await fill(config);
  const file = join(folder, 'key.vivier');
  await dumpPool(config, file, { passphrase });
  const target = await place();
  await expect(restorePool({ ...target, encryptionKey: 'another' }, file, { by, passphrase })).rejects.toMatchObject({
    code: 'pool-key',
  });
  await expect(restorePool(target, file, { by, passphrase })).rejects.toMatchObject({ code: 'pool-key' });
});

(onPostgres ? it : it.skip)('a pool moves from the folder to the server and back, the same', async () => {
  const [embedded, server, back] = [await place('embedded'), await place('postgres'), await place('embedded')];
  const ids = await fill(embedded);
  const before = await contents(embedded, ids);
  await movePool(embedded, server, { by });
  const there = await contents(server, ids);
  expect({ ...there, log: before.log }).toEqual(before);
  await movePool(server, back, { by });
  expect({ ...(await contents(back, ids)), log: before.log }).toEqual(before);
  await expect(movePool(embedded, server, { by })).rejects.toMatchObject({ code: 'invalid-input' });
  await closeIdlePools();
});

it('a pool moves to another place and stays where it was', async () => {
  const [from, to] = [await place(), await place()];
  const ids = await fill(from);
  const before = await contents(from, ids);
  await movePool(from, to, { by });
  expect({ ...(await contents(to, ids)), log: before.log }).toEqual(before);
  expect(await contents(from, ids)).toEqual(before);
});
