// Run inside the appliance as n8n's user: holds one person's data, asks the pool as each role as the talent pool pages do, and lifts the hold again.
const { openPool, closeIdlePools } = require('/opt/vivier/dist/lib/pool');

const by = 'The story';

async function main() {
  const pool = await openPool({
    backend: 'postgres',
    ...{ host: '/run/postgresql', port: 5432, database: 'vivier', user: 'vivier', password: '', ssl: false },
    encryptionKey: process.env.VIVIER_POOL_KEY,
  });
  const outcome = (work) => work().then(String, ({ code }) => code);
  const [{ candidateId }] = await pool.candidates.list();
  await pool.candidates.hold(candidateId, { by, reason: 'Who sees whom' });
  const seen = {};
  try {
    for (const role of ['recruiter', 'auditor', 'administrator']) {
      const own = await pool.forRole(role);
      seen[role] = [
        await outcome(async () => (await own.candidates.list()).length),
        await outcome(async () => ((await own.audit.list()).length > 0 ? 'log' : 'empty log')),
      ].join(' ');
    }
  } finally {
    await pool.candidates.liftHold(candidateId, { by });
    await pool.close();
    await closeIdlePools();
  }
  console.log(JSON.stringify(seen));
}

main();
