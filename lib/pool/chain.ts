import { sql, type Kysely } from 'kysely';
import type { Secrets } from './secrets';
import type { AuditRow, Database } from './tables';
import { canonicalJson } from './validate';

const VERIFY_BATCH = 1_000;

/** Tables whose rows are entries of a log; the second exists while a pool is replaced. */
export type LogTable = 'vivier.audit_events' | 'vivier_former.audit_events' | 'vivier.former_logs';

/** A log's entries in order, a thousand at a time. @param log which of the former ones. */
export async function* entriesAfter(
  db: Kysely<Database>,
  table: LogTable,
  seq: number,
  log?: Buffer,
): AsyncGenerator<AuditRow> {
  for (let last = seq; ;) {
    const { rows } = await sql<AuditRow>`select seq, at, actor, action, subject_kind, subject_id, details, key_id, hash
      from ${sql.table(table)} where seq > ${last} ${log ? sql`and log = ${log}` : sql``}
      order by seq limit ${VERIFY_BATCH}`.execute(db);
    yield* rows;
    if (rows.length < VERIFY_BATCH) return;
    last = rows[rows.length - 1].seq;
  }
}

export interface ChainEnd {
  ok: boolean;
  /** Of the last entry that is in order. */
  seq: number;
  hash: Buffer;
  formerLogs: { seq: number; log: string }[];
}

/** Follows a chain from behind `start` up to the entry `end`. */
export async function chainOf(
  db: Kysely<Database>,
  table: LogTable,
  secrets: Secrets,
  start: { seq: number; hash: Uint8Array },
  end: number,
): Promise<ChainEnd> {
  let previous = Buffer.from(start.hash);
  let checked = start.seq;
  const formerLogs: ChainEnd['formerLogs'] = [];
  for await (const row of entriesAfter(db, table, start.seq)) {
    if (row.seq > end) break;
    const expected = row.seq === checked + 1 && secrets.chain(row.key_id, previous, signedText(row));
    if (!expected || !expected.equals(row.hash)) return { ok: false, seq: checked, hash: previous, formerLogs };
    previous = Buffer.from(row.hash);
    checked++;
    formerLogs.push(...logsNamedIn(row));
  }
  return { ok: checked === end, seq: checked, hash: previous, formerLogs };
}

/** What an entry's signature is made over. */
export function signedText(row: Omit<AuditRow, 'hash'>): string {
  const { seq, at, actor, action, subject_kind, subject_id, details, key_id } = row;
  return canonicalJson({ seq, at: at.toISOString(), actor, action, subject_kind, subject_id, details, key_id });
}

/** The former log that an entry names: at most one. */
export function logsNamedIn({ seq, details }: { seq: number; details: unknown }): { seq: number; log: string }[] {
  const log = (details as { formerLog?: unknown } | null)?.formerLog;
  return typeof log === 'string' && /^[0-9a-f]{64}$/.test(log) ? [{ seq, log }] : [];
}
