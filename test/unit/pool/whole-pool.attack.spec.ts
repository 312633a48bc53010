import {
  closeIdlePools,
  dumpPool,
  isNamedPerson,
  listenToPool,
  movePool,
  openPool,
  poolRoles,
  restorePool,
  rotateKey,
  type PoolConfig,
  type RotateOptions,
} from '../../../lib/pool';
import { onPostgres } from './support/backend';
import { attempt, CORPUS } from './support/injections';
import { textParametersOfFunctions, withText } from './support/parameters';
import { fileOf, profileOf } from './support/people';
import { usePlaces } from './support/places';
import { recordStatements } from './support/statements';

// What works on the whole pool: a backup, a restore, a move, another key. Each try makes or reads a database: every place is given a part of the corpus of its own.
const EACH = onPostgres ? 2 : 1;
/** Stands in every text, so that it is known again wherever it goes. */
const NEEDLE = 'ndlq';
const PASSPHRASE = 'la phrase de la nuit';
const by = 'Alice Durand';
const tombstones = [{ subjectHash: 'b'.repeat(64), erasedAt: '2026-01-01T00:00:00Z' }];
const EXPECTED = [
  'done',
  'invalid-input',
  'not-found',
  'pool-key',
  'backup-invalid',
  'pool-unreachable',
  'pool-locked',
];

const { file, place } = usePlaces();
/** One is read, one filled again and again, one given new keys. */
let source: PoolConfig;
let target: PoolConfig;
let turning: PoolConfig;
let tries = 0;
const backup = () => file('night.vivier');

/** Ordinary arguments of each function that takes a text anywhere. */
const CALLS: Record<string, { run: (...given: never[]) => unknown; given: () => unknown[] }> = {
  dumpPool: { run: dumpPool, given: () => [source, file(`${++tries}.vivier`), { passphrase: PASSPHRASE }] },
  restorePool: {
    run: restorePool,
    given: () => [target, backup(), { passphrase: PASSPHRASE, tombstones, by, replace: true }],
  },
  movePool: { run: movePool, given: () => [source, target, { tombstones, by, replace: true }] },
  rotateKey: {
    run: async (config: PoolConfig, options: RotateOptions) => {
      await rotateKey(config, options);
      turning = { ...turning, encryptionKey: options.newEncryptionKey };
    },
    given: () => [turning, { newEncryptionKey: 'another horse, another staple', by }],
  },
  openPool: { run: async (config: PoolConfig) => (await openPool(config)).close(), given: () => [source] },
  poolRoles: { run: poolRoles, given: () => [source, false] },
  listenToPool: {
    run: async (config: PoolConfig) => (await listenToPool(config, () => undefined))?.close(),
    given: () => [source, () => undefined],
  },
  isNamedPerson: { run: isNamedPerson, given: () => [by] },
};

beforeAll(async () => {
  const encryptionKey = 'correct horse battery staple';
  [source, target, turning] = [await place(), await place(), await place()].map((own) => ({ ...own, encryptionKey }));
  const open = await openPool(source);
  await open.candidates.upsert({ profile: profileOf({ name: 'Marie Essai' }), document: fileOf('CV de Marie') });
  await open.close();
  await (await openPool(turning)).close();
  await dumpPool(source, backup(), { passphrase: PASSPHRASE });
  await restorePool(target, backup(), { passphrase: PASSPHRASE, by });
});

const parameters = textParametersOfFunctions();
/** Which of what says where the pool is comes near a statement; the rest leads to a folder or a server, or to none. */
const NEAR = onPostgres ? ['encryptionKey', 'database', 'user', 'password'] : ['encryptionKey'];
const ELSEWHERE = ['backend', 'folder', 'host', 'database', 'user', 'password', 'ssl'];
const places = parameters.filter(({ path: [, name] }) => !ELSEWHERE.includes(name) || NEAR.includes(name));
/** A path stays in the spec's own folder. */
const isPath = (method: string, path: string) => ['dumpPool', 'restorePool'].includes(method) && path === '1';

it('every function that takes a text has a call here, and none too many', () => {
  expect([...new Set(parameters.map(({ method }) => method))].toSorted()).toEqual(Object.keys(CALLS).toSorted());
});

it.each(places.map(({ method, path }, at) => [method, path.join('.'), path, at] as const))(
  '%s, %s: no text gets into a statement',
  async (method, name, path, at) => {
    const { run, given } = CALLS[method];
    for (const text of Array.from({ length: EACH }, (_, index) => CORPUS[(at * EACH + index) % CORPUS.length])) {
      const needle = isPath(method, name) ? file(`${NEEDLE}${text}`) : `${NEEDLE}${text}`;
      const { sent, stop } = await recordStatements();
      const call = async () => run(...(withText(given(), path, needle) as never[]));
      const outcome = await attempt(call()).finally(stop);
      expect([text, EXPECTED.includes(outcome) || outcome]).toEqual([text, true]);
      expect(sent.map((one) => one.text).filter((statement) => statement.includes(NEEDLE))).toEqual([]);
    }
  },
);

it('the pool is as it was, and so is its log', async () => {
  await closeIdlePools();
  const open = await openPool(source);
  expect((await open.candidates.list()).map(({ profile }) => profile.identity.fullName)).toEqual(['Marie Essai']);
  expect(await open.audit.verify()).toMatchObject({ ok: true });
  await open.close();
});
