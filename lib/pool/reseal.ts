import { createHash } from 'node:crypto';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { rekeyCandidate } from './candidates/keys';
import { reindex } from './candidates/reindex';
import type { Trx } from './context';
import { openProfile, SEALED_COLUMNS, type SealedColumn } from './sealed';
import type { Secrets } from './secrets';
import type { Database } from './tables';

type Key = unknown[];

const BATCH = 500;

/** Seals everything again with the newest key, inside one transaction, one value after the other. */
export async function resealAll(trx: Trx, secrets: Secrets): Promise<void> {
  for (const column of SEALED_COLUMNS) {
    for await (const key of outdated(trx, secrets, column)) await resealValue(trx, secrets, column, key);
  }
  const candidates = await trx.selectFrom('vivier_personal.candidates').select(['id', 'profile_version']).execute();
  for (const { id, profile_version: version } of candidates) {
    await rekeyCandidate(trx, secrets, id);
    const { body } = await trx
      .selectFrom('vivier_personal.candidate_profiles')
      .select('body')
      .where('candidate_id', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    await reindex(trx, secrets, id, openProfile(secrets, body, id, version));
  }
  await trx.deleteFrom('vivier_personal.analysis_cache').execute();
}

/** The keys of the rows whose value was sealed with an older key, in the primary key's order and in batches. */
export async function* outdated(db: Kysely<Database>, secrets: Secrets, column: SealedColumn): AsyncGenerator<Key> {
  const keys = sql.join(column.keys.map((key) => sql.ref(key)));
  const value = sql.ref(column.column);
  const prefix = secrets.currentPrefix;
  let last: Key | null = null;
  for (;;) {
    const after: RawBuilder<unknown> = last ? sql`and (${keys}) > (${sql.join(last)})` : sql``;
    const { rows } = await sql<Record<string, unknown>>`
      select ${keys} from ${sql.table(column.table)}
      where ${value} is not null and substring(${value} from 1 for ${prefix.length}) <> ${prefix} ${after}
      order by ${keys} limit ${BATCH}`.execute(db);
    for (const row of rows) yield (last = column.keys.map((key) => row[key]));
    if (rows.length < BATCH) return;
  }
}

/** @returns false when the row is gone or was sealed again meanwhile. */
export async function resealValue(trx: Trx, secrets: Secrets, column: SealedColumn, key: Key): Promise<boolean> {
  const where = sql.join(
    column.keys.map((name, index) => sql`${sql.ref(name)} = ${key[index]}`),
    sql` and `,
  );
  const { rows } = await sql<{ value: Buffer | null }>`
    select ${sql.ref(column.column)} as value from ${sql.table(column.table)} where ${where} for update`.execute(trx);
  const sealed = rows[0]?.value;
  const prefix = secrets.currentPrefix;
  if (!sealed || Buffer.from(sealed).subarray(0, prefix.length).equals(prefix)) return false;
  const about = column.place(...(key as never[]));
  const bytes = secrets.open(sealed, about);
  const isFile = column.table === 'vivier_personal.documents' && column.column === 'content';
  const fileKey = isFile
    ? sql`, file_key = ${secrets.fingerprint('file', createHash('sha256').update(bytes).digest('hex'))}`
    : sql``;
  await sql`update ${sql.table(column.table)} set ${sql.ref(column.column)} = ${secrets.seal(bytes, about)} ${fileKey}
    where ${where}`.execute(trx);
  return true;
}
