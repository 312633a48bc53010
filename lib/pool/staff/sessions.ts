import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { appendAudit } from '../audit';
import { transact, type PoolContext } from '../context';
import type { SignIn, StaffMember } from '../types';
import { about, toMember } from './members';
import { isPassword } from './passwords';

const MINUTE = 60_000;
/** Nobody clicked for so long: the chair may have another person in it. */
const IDLE_MS = 60 * MINUTE;
/** A working day. */
const LONGEST_MS = 12 * 60 * MINUTE;
/** Looking again does not write. */
const SEEN_EVERY_MS = MINUTE;
const FREE_FAILURES = 5;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 15 * MINUTE;

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/**
 * See TalentPool.staff.signIn. A try is counted before the password is looked at, so that many at once count as many; from the fifth on the account is closed for
 * a time that doubles up to a quarter of an hour.
 */
export async function signIn(context: PoolContext, input: { login: string; password: string }): Promise<SignIn> {
  const login = String(input?.login ?? '')
    .trim()
    .toLowerCase();
  const now = context.now();
  const row = await context.db
    .updateTable('vivier.staff')
    .set({ failures: sql<number>`failures + 1` })
    .where('login', '=', login)
    .where('disabled_at', 'is', null)
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', now)]))
    .returningAll()
    .executeTakeFirst();
  const right = await isPassword(String(input?.password ?? ''), row?.password ?? null);
  if (!row) return { ok: false };
  if (!right) {
    if (row.failures >= FREE_FAILURES) await lock(context, row.id, row.failures);
    return { ok: false };
  }
  const token = randomBytes(32).toString('base64url');
  const at = context.now();
  return transact(context, async (trx) => {
    await trx
      .deleteFrom('vivier.staff_sessions')
      .where('created_at', '<', new Date(at.getTime() - LONGEST_MS))
      .execute();
    const member = await trx
      .updateTable('vivier.staff')
      .set({ failures: 0, locked_until: null, signed_in_at: at })
      .where('id', '=', row.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('vivier.staff_sessions')
      .values({ token_hash: hashOf(token), staff_id: row.id, created_at: at, seen_at: at })
      .execute();
    await appendAudit(context, trx, about(row, row.name, 'staff.signed-in', { role: row.role }));
    return { ok: true, token, member: toMember(member) };
  });
}

async function lock(context: PoolContext, id: string, failures: number): Promise<void> {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(10, failures - FREE_FAILURES));
  const locked_until = new Date(context.now().getTime() + wait);
  await transact(context, async (trx) => {
    await trx.updateTable('vivier.staff').set({ locked_until }).where('id', '=', id).execute();
    await appendAudit(context, trx, about({ id }, 'system', 'staff.locked', { seconds: wait / 1000 }));
  });
}

/** See TalentPool.staff.session. */
export async function sessionOf(context: PoolContext, token: string): Promise<StaffMember | null> {
  if (typeof token !== 'string' || token.length < 20) return null;
  const now = context.now();
  const row = await context.db
    .selectFrom('vivier.staff_sessions as session')
    .innerJoin('vivier.staff as staff', 'staff.id', 'session.staff_id')
    .selectAll('staff')
    .select(['session.seen_at'])
    .where('session.token_hash', '=', hashOf(token))
    .where('session.created_at', '>', new Date(now.getTime() - LONGEST_MS))
    .where('session.seen_at', '>', new Date(now.getTime() - IDLE_MS))
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  if (now.getTime() - row.seen_at.getTime() > SEEN_EVERY_MS) {
    await context.db
      .updateTable('vivier.staff_sessions')
      .set({ seen_at: now })
      .where('token_hash', '=', hashOf(token))
      .execute();
  }
  return toMember(row);
}

/** See TalentPool.staff.signOut. */
export async function signOut(context: PoolContext, token: string): Promise<void> {
  await context.db
    .deleteFrom('vivier.staff_sessions')
    .where('token_hash', '=', hashOf(String(token ?? '')))
    .execute();
}
