import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { sample, tempFolder, vivier } from './run';

jest.setTimeout(240_000);

const work = tempFolder();
const KEYS = { VIVIER_POOL: join(work, 'pool'), VIVIER_POOL_KEY: 'a key of the pool' };
const BY = ['--by', 'IT, C. Durand'];
const report = (name: string) => JSON.parse(readFileSync(join(work, name), 'utf8')) as { result: string }[];

beforeAll(() => {
  mkdirSync(join(work, 'cvs', 'sub'), { recursive: true });
  cpSync(sample('cv-lea-quintavalle.txt'), join(work, 'cvs', 'sub', 'lea.txt'));
  const cv =
    'Paul Essai\npaul@example.com\nSoudeur\n\nExpérience\n2019 - 2023 Soudeur, Atelier Fictif\n\nCompétences\nTIG, MIG\n';
  const broken = strToU8('%PDF-1.7 cut');
  writeFileSync(join(work, 'cvs', 'more.zip'), zipSync({ 'paul.txt': strToU8(cv), 'broken.pdf': broken }));
  writeFileSync(join(work, 'cvs', 'list.csv'), 'Nom;Prénom;E-mail;Poste\nNoël;Élodie;e@example.com;Soudeuse\n');
});

it('an import is killed, started again, reports what failed, and what came of it is backed up and restored', async () => {
  const take = ['import', join(work, 'cvs'), '--engine', 'rules', '--report'];
  const killed = await vivier([...take, join(work, 'none.json')], KEYS, (message, child) => {
    if (message.includes('[1/3]')) child.kill('SIGKILL');
  });
  expect(killed.code).toBeNull();

  const again = await vivier([...take, join(work, 'first.json')], KEYS);
  expect(again.code).toBe(1);
  expect(again.stderr).toContain('1 failed.');
  const results = report('first.json').map(({ result }) => result);
  expect(results.filter((result) => result === 'failed')).toHaveLength(1);
  expect(results).toHaveLength(4);

  const dumped = await vivier(['pool', 'dump', join(work, 'backup')], KEYS);
  expect(dumped).toMatchObject({ code: 0, stderr: expect.stringMatching(/\d+ rows, .* encrypted/) as string });
  expect(readFileSync(join(work, 'backup')).includes('Quintavalle')).toBe(false);
  const refused = await vivier(['pool', 'restore', join(work, 'backup'), ...BY], KEYS);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('replace') as string });
  const restored = await vivier(['pool', 'restore', join(work, 'backup'), ...BY, '--replace'], {
    ...KEYS,
    VIVIER_LANGUAGE: 'fr',
  });
  expect(restored).toMatchObject({ code: 0, stderr: expect.stringContaining(': 3 candidats.') as string });
});
