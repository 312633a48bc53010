// Where every CV is at the end: by the hash of its file, in the talent pool's own tables.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../../../scripts/lib/paths.mjs';
import { cvText } from '../../fixtures/mails/shapes.mjs';

const require = createRequire(import.meta.url);

/** @returns the CV of person `n` */
export const cvOf = (n) => ({ fileName: `cv-${n}.txt`, data: Buffer.from(cvText(n)) });

const sha256 = (data) => createHash('sha256').update(data).digest('hex');

/**
 * @param {{data: Buffer}[]} cvs every one that was handed in, each a person of their own
 * @returns what is missing or there twice; both empty when each is there exactly once
 */
export async function account(pool, cvs) {
  const { closeIdlePools, openPool } = require(join(root, 'dist', 'lib', 'pool'));
  const opened = await openPool(pool);
  const missing = [];
  try {
    for (const { data, fileName } of cvs)
      if (!(await opened.candidates.known({ sha256: sha256(data) })).known) missing.push(fileName);
    const log = await opened.audit.verify();
    return { ...(await counts(pool)), log: log.ok, missing };
  } finally {
    await opened.close();
    await closeIdlePools();
  }
}

export async function counts({ host, port, database, user, password }) {
  const client = new pg.Client({ host, port, database, user, password });
  await client.connect();
  try {
    const { rows } = await client.query(`
      select (select count(*) from vivier_personal.candidates)::int as candidates,
             (select count(*) from vivier_personal.documents)::int as documents,
             (select count(*) from (select file_key from vivier_personal.documents group by file_key having count(*) > 1) as d)::int as twice,
             (select count(distinct candidate_id) from vivier_personal.analysis_runs where model is not null)::int as "byModel"`);
    return rows[0];
  } finally {
    await client.end();
  }
}

/** Whether each of them is there exactly once and nothing else is. */
export const isWhole = (found, cvs) =>
  found.missing.length === 0 &&
  found.twice === 0 &&
  found.candidates === cvs.length &&
  found.documents === cvs.length &&
  found.log;
