import { sql, type Transaction } from 'kysely';
import { VivierError } from '../../errors';
import { appendAudit, type AuditAction } from '../audit';
import { reapplyTombstones } from '../candidates/erase';
import { enableFeatures } from '../features';
import { keepLog, setLogAside } from '../former-logs';
import { openKeyring } from '../keyring';
import { migrateIn } from '../migrate';
import { latestVersion, migrations } from '../migrations';
import { makeRoles, usesRoles } from '../roles';
import type { Database } from '../tables';
import type { Tombstone } from '../types';
import { invalid } from '../validate';
import { invalidBackup } from './cipher';
import type { BackupHead, BackupLine } from './lines';
import {
  advanceSequences,
  fixFormats,
  insertRows,
  Summing,
  sumOf,
  tablesOf,
  type TableShape,
  type TableSum,
} from './rows';

/** What came of it. */
export interface Restored {
  createdAt: string;
  tables: Record<string, number>;
  /** Tables that this database can't hold (pgvector is missing); what is in them can be computed again. */
  skipped: string[];
  /** People who were erased since the backup, and now again. */
  erasedAgain: number;
  /** Entries of the replaced pool's decision log that the backup does not have: none is lost. */
  logKept: number;
}

export interface LoadOptions {
  encryptionKey?: string;
  tombstones: Tombstone[];
  by: string;
  action: Extract<AuditAction, 'pool.restored' | 'pool.moved'>;
  /** What the pool had before is thrown away. Its tombstones and its decision log are kept. */
  replace: boolean;
  now: () => Date;
}

const BATCH_ROWS = 200;
const BATCH_CHARACTERS = 4_000_000;

/**
 * Fills a database from a backup's lines inside one transaction: all or nothing. The schema is made as it was then, the rows are read back
 * and compared, then it is brought to today's, and who was erased since is erased again.
 */
export async function load(
  trx: Transaction<Database>,
  lines: AsyncIterable<BackupLine>,
  options: LoadOptions,
): Promise<Restored> {
  await fixFormats(trx);
  const withRoles = await usesRoles(trx);
  const former = await emptyOut(trx, options.replace);
  const reader = lines[Symbol.asyncIterator]();
  const head = await readHead(reader);
  await makeSchema(trx, head);
  const loaded = await loadTables(trx, reader);
  await compare(trx, loaded.sums);
  await advanceSequences(trx);
  // What is checked at the end of a transaction is checked now: a table that waits for it can't be altered.
  await sql`set constraints all immediate`.execute(trx);
  await migrateIn(trx);
  if (withRoles) await makeRoles(trx);
  await sql`set constraints all deferred`.execute(trx);
  const secrets = await openKeyring(trx, options.encryptionKey);
  const context = { secrets, now: options.now };
  const log = await keepLog(trx, secrets);
  const erasedAgain = await reapplyTombstones(context, trx, [...former, ...options.tombstones], options.by);
  await appendAudit(context, trx, {
    actor: options.by,
    action: options.action,
    subjectKind: 'pool',
    subjectId: null,
    details: { backupOf: head.createdAt, erasedAgain, ...log },
  });
  const tables = Object.fromEntries(Object.entries(loaded.sums).map(([name, { rows }]) => [name, rows]));
  return {
    createdAt: head.createdAt,
    tables,
    skipped: loaded.skipped,
    erasedAgain,
    logKept: log.logCarried + (log.formerLogEntries ?? 0),
  };
}

/** @returns the tombstones of the pool that was there. @throws VivierError `invalid-input` when there is one and it is not to be replaced. */
async function emptyOut(trx: Transaction<Database>, replace: boolean): Promise<Tombstone[]> {
  const { rows } = await sql<{ known: boolean }>`
    select to_regclass('vivier.erasures') is not null as known`.execute(trx);
  const tombstones = rows[0]?.known ? await trx.selectFrom('vivier.erasures').selectAll().execute() : [];
  if (rows[0]?.known && !replace) {
    const { rows: used } = await sql<{ used: boolean }>`
      select exists (select 1 from vivier.audit_events) as used`.execute(trx);
    if (used[0]?.used) {
      throw invalid(
        'pool',
        'it is in use already; “replace” throws it away',
        'il a déjà servi ; « replace » le remplace',
      );
    }
  }
  if (rows[0]?.known) await setLogAside(trx);
  else await sql`drop schema if exists vivier, vivier_personal cascade`.execute(trx);
  return tombstones.map((row) => ({
    subjectHash: Buffer.from(row.subject_hash).toString('hex'),
    erasedAt: row.erased_at.toISOString(),
  }));
}

async function readHead(reader: AsyncIterator<BackupLine>): Promise<BackupHead> {
  const { value: first, done } = await reader.next();
  if (done || first.kind !== 'head' || first.head.format !== 'vivier-pool' || first.head.version !== 1) {
    throw invalidBackup('format');
  }
  const newest = Math.max(...first.head.migrations);
  const limit = latestVersion(migrations);
  if (newest > limit) throw new VivierError('pool-newer', { actual: newest, limit });
  return first.head;
}

async function makeSchema(trx: Transaction<Database>, head: BackupHead): Promise<void> {
  await migrateIn(
    trx,
    migrations.filter(({ version }) => head.migrations.includes(version)),
  );
  // What an extension brings is made where it can be; a refusal must not end the transaction.
  await sql`savepoint vivier_features`.execute(trx);
  try {
    await enableFeatures(trx);
    await sql`release savepoint vivier_features`.execute(trx);
  } catch {
    await sql`rollback to savepoint vivier_features`.execute(trx);
  }
  // The migrations' own first rows: the backup has them too.
  await trx.deleteFrom('vivier.schema_versions').execute();
  await trx.deleteFrom('vivier.audit_head').execute();
}

async function loadTables(trx: Transaction<Database>, reader: AsyncIterator<BackupLine>) {
  const known = new Map((await tablesOf(trx)).map((table) => [table.name, table]));
  const sums: Record<string, TableSum> = {};
  const skipped: string[] = [];
  let table: TableShape | null = null;
  let summing = new Summing();
  let name = '';
  let batch: string[] = [];
  let characters = 0;
  const flush = async () => {
    if (table) await insertRows(trx, table, batch);
    batch = [];
    characters = 0;
  };
  for (;;) {
    const { value: line, done } = await reader.next();
    if (done) throw invalidBackup('cut off');
    if (line.kind === 'row') {
      summing.add(line.row);
      batch.push(line.row);
      characters += line.row.length;
      if (batch.length >= BATCH_ROWS || characters >= BATCH_CHARACTERS) await flush();
      continue;
    }
    await flush();
    if (name !== '') sums[name] = summing.sum();
    if (line.kind === 'end') {
      if (JSON.stringify(line.tables) !== JSON.stringify(sums)) throw invalidBackup('counts or hashes differ');
      return { sums: Object.fromEntries(Object.entries(sums).filter(([one]) => !skipped.includes(one))), skipped };
    }
    if (line.kind !== 'table') throw invalidBackup('format');
    name = line.name;
    summing = new Summing();
    const shape = known.get(name);
    table = shape ? { ...shape, columns: shape.columns.filter((column) => line.columns.includes(column)) } : null;
    if (!table) skipped.push(name);
  }
}

/** Reads back what was written: the same number of rows, and each the same. */
async function compare(trx: Transaction<Database>, sums: Record<string, TableSum>): Promise<void> {
  for (const table of await tablesOf(trx)) {
    const wanted = sums[table.name];
    if (!wanted) continue;
    const found = await sumOf(trx, table);
    if (found.rows !== wanted.rows || found.sha256 !== wanted.sha256) throw invalidBackup(`${table.name} differs`);
  }
}
