import { randomUUID } from 'node:crypto';
import { appendAudit, type NewAuditEvent } from '../audit';
import { transact, type PoolContext } from '../context';
import { isNamedPerson } from '../people';
import type { StaffRow } from '../tables';
import {
  STAFF_ROLES,
  type StaffChange,
  type StaffInput,
  type StaffMember,
  type StaffRole,
  type StaffWithPassword,
} from '../types';
import { invalid, notFound, requiredText, uuid } from '../validate';
import { hashPassword, isPassword, makePassword, readPassword } from './passwords';

/** See TalentPool.staff.add. */
export async function addStaff(context: PoolContext, input: StaffInput): Promise<StaffWithPassword> {
  const login = readLogin(input?.login);
  const name = requiredText(input.name, 'name', 200);
  if (!isNamedPerson(name)) {
    throw invalid('name', 'the name of a person is expected', 'le nom d’une personne est attendu');
  }
  const role = readRole(input.role);
  const by = requiredText(input.by, 'by', 200);
  const made = input.password ? null : makePassword();
  const password = await hashPassword(made ?? readPassword(input.password, login));
  return transact(context, async (trx) => {
    const known = await trx.selectFrom('vivier.staff').select('id').where('login', '=', login).executeTakeFirst();
    if (known) throw invalid('login', 'somebody signs in with that already', 'quelqu’un se connecte déjà ainsi');
    const row = await trx
      .insertInto('vivier.staff')
      .values({
        ...{ id: randomUUID(), login, name, role, password, must_change: made !== null, failures: 0 },
        ...{ locked_until: null, disabled_at: null, created_at: context.now(), signed_in_at: null },
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await appendAudit(context, trx, about(row, by, 'staff.added', { role }));
    return { ...toMember(row), password: made };
  });
}

/** See TalentPool.staff.list. */
export async function listStaff(context: PoolContext): Promise<StaffMember[]> {
  const rows = await context.db.selectFrom('vivier.staff').selectAll().orderBy('name').orderBy('id').execute();
  return rows.map(toMember);
}

/** See TalentPool.staff.change. */
export async function changeStaff(
  context: PoolContext,
  staffId: string,
  change: StaffChange,
): Promise<StaffWithPassword> {
  const id = uuid(staffId, 'staffId');
  const by = requiredText(change?.by, 'by', 200);
  const role = change.role === undefined ? undefined : readRole(change.role);
  const made = change.newPassword === true ? makePassword() : null;
  const password = made ? await hashPassword(made) : null;
  return transact(context, async (trx) => {
    // All of them, so that two administrators can't take the role from each other at once.
    const all = await trx.selectFrom('vivier.staff').selectAll().orderBy('id').forUpdate().execute();
    const row = all.find((one) => one.id === id);
    if (!row) throw notFound('staff');
    const disabled_at = change.disabled === undefined ? row.disabled_at : change.disabled ? context.now() : null;
    const next = { role: role ?? row.role, disabled_at };
    if (isAdministrator(row) && !isAdministrator(next) && all.filter(isAdministrator).length === 1) {
      throw invalid('role', 'the last administrator has to stay', 'le dernier administrateur doit le rester');
    }
    const renewed = password ? { password, must_change: true, failures: 0, locked_until: null } : {};
    const changed = await trx
      .updateTable('vivier.staff')
      .set({ ...next, ...renewed })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    // Whoever lost a right loses it at once.
    await trx.deleteFrom('vivier.staff_sessions').where('staff_id', '=', id).execute();
    const details = { role: changed.role, disabled: disabled_at !== null, newPassword: made !== null };
    await appendAudit(context, trx, about(changed, by, 'staff.changed', details));
    return { ...toMember(changed), password: made };
  });
}

/** See TalentPool.staff.choosePassword. */
export async function choosePassword(
  context: PoolContext,
  staffId: string,
  input: { old: string; password: string },
): Promise<boolean> {
  const id = uuid(staffId, 'staffId');
  const row = await context.db.selectFrom('vivier.staff').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('staff');
  if (!(await isPassword(String(input?.old ?? ''), row.password))) return false;
  const password = readPassword(input.password, row.login);
  if (password === input.old) throw invalid('password', 'it is the old one', 'c’est l’ancien');
  const hash = await hashPassword(password);
  await transact(context, async (trx) => {
    await trx.updateTable('vivier.staff').set({ password: hash, must_change: false }).where('id', '=', id).execute();
    await trx.deleteFrom('vivier.staff_sessions').where('staff_id', '=', id).execute();
    await appendAudit(context, trx, about(row, row.name, 'staff.changed', { ownPassword: true }));
  });
  return true;
}

const isAdministrator = (row: Pick<StaffRow, 'role' | 'disabled_at'>) =>
  row.role === 'administrator' && row.disabled_at === null;

/** The log names the account by its id: what stands there can't be erased. */
export const about = (
  row: Pick<StaffRow, 'id'>,
  actor: string,
  action: NewAuditEvent['action'],
  details: NewAuditEvent['details'],
): NewAuditEvent => ({ actor, action, subjectKind: 'staff', subjectId: row.id, details });

function readLogin(value: unknown): string {
  const login = requiredText(value, 'login', 200).toLowerCase();
  if (/^[\p{L}\p{N}][\p{L}\p{N}._@+-]{2,}$/u.test(login)) return login;
  throw invalid(
    'login',
    '3 letters or more without spaces, for example an e-mail address',
    '3 lettres ou plus sans espace, par exemple une adresse e-mail',
  );
}

function readRole(value: unknown): StaffRole {
  const role = STAFF_ROLES.find((known) => known === value);
  if (role) return role;
  throw invalid('role', `one of ${STAFF_ROLES.join(', ')}`, `l’un de : ${STAFF_ROLES.join(', ')}`);
}

export const toMember = (row: StaffRow): StaffMember => ({
  staffId: row.id,
  login: row.login,
  name: row.name,
  role: row.role as StaffRole,
  mustChange: row.must_change,
  disabled: row.disabled_at !== null,
  lockedUntil: row.locked_until?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
  signedInAt: row.signed_in_at?.toISOString() ?? null,
});
