import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { chainOf, entriesAfter, logsNamedIn, signedText, type LogTable } from './chain';
import type { Trx } from './context';
import type { Secrets } from './secrets';
import type { Database } from './tables';

/** The schema that a pool's log waits in while another pool takes its place; gone when the transaction is. */
const ASIDE = 'vivier_former';

/** What became of the log of the pool that was replaced. As the entry of the restore tells it. */
export interface KeptLog {
  /** Entries that were newer than the backup and now stand behind its own. */
  logCarried: number;
  /** The others, in `vivier.former_logs` under this name: the log is another one, or was signed with a key that is not at hand. */
  formerLog?: string;
  formerLogEntries?: number;
}

/** Puts the schema with the log aside and drops the people. Nothing is copied: a log may have millions of entries. */
export async function setLogAside(trx: Trx): Promise<void> {
  await sql`drop schema if exists vivier_personal cascade`.execute(trx);
  await sql`alter schema vivier rename to ${sql.id(ASIDE)}`.execute(trx);
}

/**
 * Puts what the replaced pool's log has over the restored one behind it, when it goes on where that ends and its signatures hold. Else it is
 * kept whole beside it, and the hash in the name makes it part of the chain.
 */
export async function keepLog(trx: Trx, secrets: Secrets): Promise<KeptLog> {
  const { rows } = await sql<{ log: string | null; older: string | null }>`
    select to_regclass(${`${ASIDE}.audit_events`}::text)::text as log, to_regclass(${`${ASIDE}.former_logs`}::text)::text as older`.execute(
    trx,
  );
  if (!rows[0].log) return { logCarried: 0 };
  if (rows[0].older) {
    await sql`insert into vivier.former_logs select * from vivier_former.former_logs on conflict do nothing`.execute(
      trx,
    );
  }
  const kept = await keepEntries(trx, secrets);
  await sql`drop schema vivier_former cascade`.execute(trx);
  return kept;
}

async function keepEntries(trx: Trx, secrets: Secrets): Promise<KeptLog> {
  const head = await trx.selectFrom('vivier.audit_head').select(['seq', 'hash']).executeTakeFirstOrThrow();
  const [former] = (
    await sql<{ seq: number; hash: Buffer; same: boolean }>`
      select head.seq, head.hash, ${head.seq}::integer = 0 or coalesce(
        (select hash = ${head.hash} from vivier_former.audit_events where seq = ${head.seq}), false) as same
      from vivier_former.audit_head head`.execute(trx)
  ).rows;
  const from = former.same ? head.seq : 0;
  const [{ n }] = (
    await sql<{ n: number }>`select count(*)::integer as n from vivier_former.audit_events where seq > ${from}`.execute(
      trx,
    )
  ).rows;
  if (n === 0) return { logCarried: 0 };
  const start = { seq: from, hash: former.same ? head.hash : Buffer.alloc(0) };
  const end = former.same ? await chainOf(trx, 'vivier_former.audit_events', secrets, start, former.seq) : null;
  if (end?.ok && Buffer.from(former.hash).equals(end.hash)) {
    await carryOn(trx, from);
    return { logCarried: n };
  }
  const name = await sumOfLog(trx, 'vivier_former.audit_events', from);
  await sql`insert into vivier.former_logs select ${name}::bytea, seq, at, actor, action, subject_kind, subject_id, details, key_id, hash
    from vivier_former.audit_events where seq > ${from} on conflict do nothing`.execute(trx);
  return { logCarried: 0, formerLog: name.toString('hex'), formerLogEntries: n };
}

/** The entries tell of what was, not of what happens now: no workflow is told again. */
async function carryOn(trx: Trx, from: number): Promise<void> {
  await sql`alter table vivier.audit_events disable trigger audit_events_told`.execute(trx);
  await sql`insert into vivier.audit_events (seq, at, actor, action, subject_kind, subject_id, details, key_id, hash)
    select seq, at, actor, action, subject_kind, subject_id, details, key_id, hash
    from vivier_former.audit_events where seq > ${from} order by seq`.execute(trx);
  await sql`alter table vivier.audit_events enable trigger audit_events_told`.execute(trx);
  await sql`update vivier.audit_head set seq = former.seq, hash = former.hash from vivier_former.audit_head former`.execute(
    trx,
  );
}

/** SHA-256 over the entries with their signatures, in order. */
async function sumOfLog(db: Kysely<Database>, table: LogTable, from: number, log?: Buffer): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const row of entriesAfter(db, table, from, log)) {
    hash.update(`${signedText(row)} ${Buffer.from(row.hash).toString('hex')}\n`);
  }
  return hash.digest();
}

/** Whether each log that entries name as a former one is there and as it was. @returns the entry whose log is not, or null. */
export async function brokenFormerLog(
  db: Kysely<Database>,
  named: { seq: number; log: string }[],
): Promise<{ seq: number } | null> {
  for (const { seq, log } of named) {
    const name = Buffer.from(log, 'hex');
    if (!(await sumOfLog(db, 'vivier.former_logs', 0, name)).equals(name)) return { seq };
    const within: { seq: number; log: string }[] = [];
    for await (const row of entriesAfter(db, 'vivier.former_logs', 0, name)) within.push(...logsNamedIn(row));
    if (await brokenFormerLog(db, within)) return { seq };
  }
  return null;
}
