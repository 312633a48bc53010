import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closeIdlePools, dumpPool, openPool, restorePool, rotateKey, type PoolConfig } from '../../../lib/pool';
import { openEmbedded } from '../../../lib/pool/backends/embedded';
import { openPostgres } from '../../../lib/pool/backends/postgres';
import { dump } from './support/backend';
import { fileOf, profileOf, scoreOf } from './support/people';
import { usePlaces } from './support/places';

const by = 'Alice Durand';
const KEY = 'correct horse battery staple';
const NEW_KEY = 'another horse, another staple';
const marie = { name: 'Zqxjkv Essai', email: 'zqxjkv@exemple.test', headline: 'Gkwpzf' };
const traces = /zqxjkv|gkwpzf|vbqxzj/i;
const textSha256 = 'a'.repeat(64);

const { file, place } = usePlaces();

/** Tables in which something of her can be read, as somebody with the database in hand could. */
async function tablesThatName(config: PoolConfig, ...more: RegExp[]): Promise<string[]> {
  await closeIdlePools();
  const backend = config.backend === 'embedded' ? await openEmbedded(config.folder) : await openPostgres(config);
  const contents = await dump(backend.db);
  await backend.close();
  const hex = /[57]a71786a6b76|[57]66271787a6a/i;
  return Object.keys(contents).filter((name) => [traces, hex, ...more].some((pattern) => pattern.test(contents[name])));
}

it('Marie asks to be erased: before, after, and after the backup was restored', async () => {
  const config = await place();
  let pool = await openPool(config);

  // Marie applies. Her CV is read by the model, scored, talked about, and a letter is written to her.
  const { candidateId } = await pool.candidates.upsert({
    profile: profileOf(marie),
    document: { ...fileOf('Vbqxzj, CV de Zqxjkv'), fileName: 'zqxjkv.txt', textSha256 },
    execution: { executionId: '4711', workflowId: 'screening' },
  });
  await pool.answers.set('prompt', { value: 'Zqxjkv', answerSha256: 'x', tokensIn: 1, tokensOut: 1 }, textSha256);
  await pool.offers.upsert({ id: 'o1', title: 'Plombier', text: 'Plombier' });
  const score = { ...scoreOf(70), warnings: [{ code: 'quote', message: 'Gkwpzf' }] };
  const { applicationId } = await pool.applications.upsert({ candidateId, offerId: 'o1', score });
  await pool.applications.note({ id: applicationId, by, text: 'Zqxjkv rappelle mardi' });
  await pool.records.add({
    candidateId,
    applicationId,
    kind: 'generated-document',
    name: 'lettre à Zqxjkv.docx',
    mimeType: 'text/plain',
    data: Buffer.from('Bonjour Zqxjkv'),
  });
  const other = await pool.candidates.upsert({ profile: profileOf({ name: 'Paul Autre' }), document: fileOf('Paul') });
  await pool.close();
  expect(await tablesThatName(config)).toEqual(
    expect.arrayContaining([
      'vivier_personal.candidates',
      'vivier_personal.candidate_profiles',
      'vivier_personal.documents',
      'vivier_personal.records',
      'vivier_personal.analysis_cache',
      'vivier_personal.application_notes',
    ]),
  );

  // At night a backup is made.
  const backup = file('night.vivier');
  await dumpPool(config, backup, { passphrase: 'la phrase de la nuit' });

  // She asks to be erased. The certificate says what went, and which runs of n8n are to be deleted too.
  pool = await openPool(config);
  const certificate = await pool.candidates.erase(candidateId, { by, reason: 'Demande de la personne' });
  expect(certificate).toMatchObject({
    candidateId,
    by,
    removed: { profiles: 1, documents: 1, applications: 1, scores: 1, records: 1, cachedAnswers: 1 },
    executions: [{ executionId: '4711', workflowId: 'screening' }],
  });
  expect((await pool.audit.list({ limit: 1 }))[0]).toMatchObject({
    seq: certificate.auditSeq,
    hash: certificate.auditHash,
  });
  const tombstones = await pool.erasures.list();
  await pool.close();

  // Nothing of her is left; Paul is still there, and the log is whole.
  expect(await tablesThatName(config)).toEqual([]);
  if (config.backend === 'embedded') {
    const files = await readdir(config.folder, { recursive: true, withFileTypes: true });
    for (const { parentPath, name } of files.filter((file) => file.isFile())) {
      expect([name, traces.test(await readFile(join(parentPath, name), 'latin1'))]).toEqual([name, false]);
    }
  }
  pool = await openPool(config);
  expect((await pool.candidates.list()).map((one) => one.candidateId)).toEqual([other.candidateId]);
  expect(await pool.audit.verify()).toMatchObject({ ok: true });
  await pool.close();
  await closeIdlePools();

  // The disk breaks. On another machine the backup of that night is restored, with the list of erasures kept elsewhere.
  const machine = await place();
  const restored = await restorePool(machine, backup, { passphrase: 'la phrase de la nuit', tombstones, by });
  expect(restored).toMatchObject({ erasedAgain: 1 });
  expect(await tablesThatName(machine)).toEqual([]);
  pool = await openPool(machine);
  expect((await pool.candidates.list()).map((one) => one.candidateId)).toEqual([other.candidateId]);
  expect((await pool.audit.list({ action: 'candidate.erased' }))[0]).toMatchObject({
    subjectId: candidateId,
    details: { reason: 'erased again after a restore' },
  });
  expect(await pool.audit.verify()).toMatchObject({ ok: true });
  await pool.close();

  // Restored over the pool itself, nobody has to think of the list: the pool knows whom it erased.
  const over = await restorePool(config, backup, { passphrase: 'la phrase de la nuit', by, replace: true });
  expect(over).toMatchObject({ erasedAgain: 1 });
  expect(await tablesThatName(config)).toEqual([]);
});

it('a key is changed, also when it is interrupted half-way', async () => {
  const config = { ...(await place()), encryptionKey: KEY };
  let pool = await openPool(config);
  const ids: string[] = [];
  for (const name of ['Marie Essai', 'Paul Autre', 'Zoé Tiers']) {
    const email = `${name.split(' ')[0].normalize('NFD').replace(/\p{M}/gu, '')}@exemple.test`;
    const input = {
      profile: profileOf({ name, email }),
      document: { ...fileOf(`CV ${name}`), textSha256: String(ids.length).repeat(64) },
    };
    ids.push((await pool.candidates.upsert(input)).candidateId);
  }
  await pool.close();

  const stopped = rotateKey(config, {
    newEncryptionKey: NEW_KEY,
    by,
    onProgress: (done) => {
      if (done === 4) throw new Error('interrupted');
    },
  });
  await expect(stopped).rejects.toMatchObject({ code: 'internal' });
  await expect(openPool(config)).rejects.toMatchObject({ code: 'pool-key' });
  const renewed = { ...config, encryptionKey: NEW_KEY };
  pool = await openPool(renewed);
  expect((await pool.candidates.list()).length).toBe(3);
  expect(await pool.candidates.known({ data: Buffer.from('CV Zoé Tiers') })).toMatchObject({ candidateId: ids[2] });
  expect(await pool.candidates.upsert({ profile: profileOf({ email: 'paul@exemple.test' }) })).toMatchObject({
    candidateId: ids[1],
  });
  await pool.close();

  const done = await rotateKey(config, { newEncryptionKey: NEW_KEY, by });
  expect(done.values).toBeGreaterThan(0);
  pool = await openPool(renewed);
  expect(await pool.candidates.upsert({ profile: profileOf({ email: 'marie@exemple.test' }) })).toMatchObject({
    candidateId: ids[0],
  });
  expect((await pool.candidates.document(ids[2])).text).toBe('CV Zoé Tiers');
  expect(await pool.candidates.known({ data: Buffer.from('CV Marie Essai') })).toMatchObject({
    known: true,
    by: 'file',
  });
  expect(await pool.audit.verify()).toMatchObject({ ok: true });
  await pool.close();
  expect((await rotateKey(renewed, { newEncryptionKey: NEW_KEY, by })).values).toBeGreaterThan(0);
  await expect(
    rotateKey({ ...config, encryptionKey: 'wrong' }, { newEncryptionKey: 'yet another one', by }),
  ).rejects.toMatchObject({ code: 'pool-key' });
});
