import { sql } from 'kysely';
import { closeIdlePools, dumpPool, openPool, restorePool, rotateKey, type PoolConfig } from '../../../lib/pool';
import { withInstance } from '../../../lib/pool/open';
import { fileOf, profileOf } from './support/people';
import { usePlaces } from './support/places';

const IT = 'IT, C. Durand';
const HR = 'Alice Martin';
const passphrase = 'la phrase du lundi';

const { file, place } = usePlaces();

async function inPool<T>(
  config: PoolConfig,
  work: (pool: Awaited<ReturnType<typeof openPool>>) => Promise<T>,
): Promise<T> {
  const pool = await openPool(config);
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

const log = (config: PoolConfig) => inPool(config, (pool) => pool.audit.list({ limit: 1_000 }));
const actions = async (config: PoolConfig) => (await log(config)).map(({ action }) => action).toReversed();

/** A pool with two people who applied, as it is every Monday evening. */
async function monday(config: PoolConfig) {
  return inPool(config, async (pool) => {
    await pool.offers.upsert({ id: 'o1', title: 'Plombier', text: 'Plombier' });
    const [marie, paul] = [
      await pool.candidates.upsert({ profile: profileOf({ name: 'Marie Essai' }), document: fileOf('Marie') }),
      await pool.candidates.upsert({ profile: profileOf({ name: 'Paul Autre' }), document: fileOf('Paul') }),
    ];
    const { applicationId } = await pool.applications.upsert({ candidateId: paul.candidateId, offerId: 'o1' });
    return { marie: marie.candidateId, paul: paul.candidateId, applicationId };
  });
}

it('Monday’s backup is put over Wednesday’s pool: what was decided on Tuesday stays in the log', async () => {
  const config = await place();
  const { marie, applicationId } = await monday(config);
  const backup = file('monday.vivier');
  await dumpPool(config, backup, { passphrase });

  // On Tuesday Paul is refused by a person, Marie asks to be erased, and somebody new applies and is moved on.
  await inPool(config, async (pool) => {
    await pool.applications.moveStage({ id: applicationId, stage: 'rejected', by: HR, reason: 'Pas de permis' });
    await pool.candidates.erase(marie, { by: HR, reason: 'Demande de la personne' });
    const zoe = await pool.candidates.upsert({ profile: profileOf({ name: 'Zoé Tiers' }), document: fileOf('Zoé') });
    const added = await pool.applications.upsert({ candidateId: zoe.candidateId, offerId: 'o1' });
    await pool.applications.moveStage({ id: added.applicationId, stage: 'test', by: HR });
  });
  const before = await log(config);
  const told = await inPool(config, (pool) => pool.events.latest());

  // On Wednesday an import goes wrong, and IT puts Monday back.
  const restored = await restorePool(config, backup, { passphrase, by: IT, replace: true });
  expect(restored).toMatchObject({ erasedAgain: 1, logKept: 5 });

  // Nobody of the log's entries is gone; the restore follows them, and the whole is still one chain.
  const after = await log(config);
  expect(after.slice(-before.length)).toEqual(before);
  expect(after.slice(0, -before.length).map(({ action }) => action)).toEqual(['pool.restored', 'candidate.erased']);
  expect(after[0]).toMatchObject({ by: IT, details: { logCarried: 5, erasedAgain: 1 } });
  await inPool(config, async (pool) => {
    expect(await pool.audit.verify()).toEqual({ ok: true, checked: before.length + 2 });
    expect((await pool.audit.list({ action: 'application.stage-changed', by: HR })).length).toBe(2);

    // The people are Monday's, without Marie; workflows are told nothing twice, and miss nothing from now on.
    expect((await pool.candidates.list()).map(({ profile }) => profile.identity.fullName)).toEqual(['Paul Autre']);
    expect(await pool.events.list({ after: told })).toEqual([]);
    await pool.applications.moveStage({ id: applicationId, stage: 'test', by: HR });
    expect(await pool.events.list({ after: told })).toMatchObject([{ kind: 'stage-changed', applicationId }]);
  });

  // A week later the same backup is needed once more.
  const length = (await log(config)).length;
  await restorePool(config, backup, { passphrase, by: IT, replace: true });
  expect(await inPool(config, (pool) => pool.audit.verify())).toEqual({ ok: true, checked: length + 2 });
});

it('nothing newer: the log goes on behind the backup’s own', async () => {
  const config = await place();
  await monday(config);
  const backup = file('same.vivier');
  await dumpPool(config, backup, { passphrase });
  const before = await actions(config);
  expect(await restorePool(config, backup, { passphrase, by: IT, replace: true })).toMatchObject({ logKept: 0 });
  expect(await actions(config)).toEqual([...before, 'pool.restored']);
});

/** What the restore's entry says of the log that was there. */
const formerOf = async (config: PoolConfig) => String((await log(config))[0].details.formerLog);

it('entries signed with a key that came after the backup are kept as they are, and sealed by the chain', async () => {
  const config = { ...(await place()), encryptionKey: 'the key of Monday, long' };
  await monday(config);
  const backup = file('old-key.vivier');
  await dumpPool(config, backup, { passphrase });
  const kept = (await log(config)).length;
  await rotateKey(config, { newEncryptionKey: 'the key of Tuesday, long', by: IT });
  await closeIdlePools();
  const renewed = { ...config, encryptionKey: 'the key of Tuesday, long' };
  await inPool(renewed, (pool) => pool.offers.close('o1', { by: HR }));
  const newer = (await log(renewed)).slice(0, -kept);

  const restored = await restorePool(config, backup, { passphrase, by: IT, replace: true });
  expect(restored.logKept).toBe(newer.length);
  const formerLog = await formerOf(config);
  await inPool(config, async (pool) => {
    expect(await pool.audit.list({ formerLog })).toEqual(newer);
    expect(await pool.audit.verify()).toEqual({ ok: true, checked: kept + 1 });
  });
});

it('another pool put over this one: the whole log is kept, also through the next restore; a change in it is found', async () => {
  const [config, other] = [await place(), await place()];
  await monday(config);
  await monday(other);
  const mine = await log(config);
  const [backup, later] = [file('other.vivier'), file('later.vivier')];
  await dumpPool(other, backup, { passphrase });
  await dumpPool(config, later, { passphrase });
  await restorePool(config, backup, { passphrase, by: IT, replace: true });
  const formerLog = await formerOf(config);
  expect(await inPool(config, (pool) => pool.audit.list({ formerLog }))).toEqual(mine);

  // The other pool's log, which names the first one's, becomes a former one itself.
  await restorePool(config, later, { passphrase, by: IT, replace: true });
  expect(await inPool(config, (pool) => pool.audit.list({ formerLog }))).toEqual(mine);
  const place1 = (await log(config)).length;
  expect(await inPool(config, (pool) => pool.audit.verify())).toEqual({ ok: true, checked: place1 });

  const change = (statement: string) =>
    withInstance(config, async ({ db }) => {
      await sql.raw(statement).execute(db);
    });
  const hostile = `update vivier.former_logs set actor = 'Bob' where log = '\\x${formerLog}' and seq = 2`;
  await expect(change(hostile)).rejects.toMatchObject({ code: 'internal' });
  await change('alter table vivier.former_logs disable trigger former_logs_append_only');
  await change(hostile);
  await closeIdlePools();
  expect(await inPool(config, (pool) => pool.audit.verify())).toMatchObject({ ok: false, firstBroken: place1 });
});

it('a log that somebody has changed is not carried on as if it were whole', async () => {
  const config = await place();
  await monday(config);
  const backup = file('changed.vivier');
  await dumpPool(config, backup, { passphrase });
  await inPool(config, (pool) => pool.offers.close('o1', { by: HR }));
  await withInstance(config, async ({ db }) => {
    for (const statement of [
      'alter table vivier.audit_events disable trigger audit_events_append_only',
      `update vivier.audit_events set actor = 'Bob' where action = 'offer.closed'`,
      'alter table vivier.audit_events enable trigger audit_events_append_only',
    ])
      await sql.raw(statement).execute(db);
  });
  await closeIdlePools();
  expect(await restorePool(config, backup, { passphrase, by: IT, replace: true })).toMatchObject({ logKept: 1 });
  const formerLog = await formerOf(config);
  await inPool(config, async (pool) => {
    expect(await pool.audit.list({ formerLog })).toMatchObject([{ by: 'Bob', action: 'offer.closed' }]);
    expect(await pool.audit.verify()).toMatchObject({ ok: true });
  });
});
