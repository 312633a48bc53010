import { sql, type Kysely } from 'kysely';
import type { Database } from './tables';

/** Group roles: a login role is made a member of one (`grant vivier_recruiter to alice`). */
export const ROLES = ['vivier_recruiter', 'vivier_auditor', 'vivier_administrator'] as const;
export type RoleName = (typeof ROLES)[number];

const [RECRUITER, AUDITOR, ADMINISTRATOR] = ROLES;

/** The auditor reads the log and what decisions were made, never a profile, a file, a note or a name of a candidate. */
const AUDITED: Record<string, string[]> = {
  'vivier_personal.candidates': [
    'id',
    'profile_version',
    'created_at',
    'updated_at',
    'last_contact_at',
    'consent_until',
  ],
  'vivier_personal.applications': [
    ...['id', 'candidate_id', 'offer_id', 'stage', 'score', 'score_version', 'created_at', 'updated_at'],
    ...['assigned_to', 'consent_at', 'consent_scope', 'rescore_needed'],
  ],
  'vivier_personal.application_scores': ['application_id', 'version', 'score', 'created_at'],
  'vivier_personal.stage_changes': [
    'id',
    'application_id',
    'from_stage',
    'to_stage',
    'changed_by',
    'at',
    'against_score',
  ],
  'vivier_personal.score_overrides': ['id', 'application_id', 'score_version', 'criterion_id', 'decided_by', 'at'],
  'vivier_personal.legal_holds': ['id', 'candidate_id', 'placed_by', 'placed_at', 'lifted_by', 'lifted_at'],
  'vivier_personal.analysis_runs': ['*'],
  'vivier_personal.waiting_for_model': ['person', 'since', 'taken_until'],
};

/** What a recruiter may delete: fingerprints that a correction makes void, answers grown old, what waited for the model. Never a person, a file or a decision. */
const RECRUITER_DELETES = ['identity_keys', 'name_keys', 'analysis_cache', 'waiting_for_model'];
/** Only administrators. */
const NOT_FOR_RECRUITERS = ['legal_holds', 'former_ids'];

/** How a table's rows are tied to a candidate, for the row policies. */
const VIA_APPLICATION = `(select candidate_id from vivier_personal.applications where id = application_id)`;

/**
 * SQL that makes the three roles and their row policies; to be run by the owner of the tables, again after each update of Vivier. The owner
 * itself is not bound by them, so that a single-user installation needs none.
 *
 * - Recruiters work with candidates, applications and offers. They neither see nor change people whose data are under a legal hold
 *   (GDPR, article 18: kept, not used), can't erase, merge or hold, and write the log without reading it.
 * - Auditors read the log, and which decisions were made, without the people's data.
 * - Administrators do all that the pool offers. They too can't change or delete the log.
 *
 * The owner is made a member of each, so that the talent pool pages can work as whoever is signed in (`TalentPool.forRole`).
 */
export async function rolesSql(db: Kysely<Database>): Promise<string[]> {
  const tables = await personalTables(db);
  const everyone = ROLES.join(', ');
  return [
    ...ROLES.map(
      (role) =>
        `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if; end $$`,
    ),
    // Refused where another user made the roles for another database of the same server: the pages then draw the lines by themselves.
    `do $$ begin grant ${everyone} to current_user; exception when insufficient_privilege then null; end $$`,
    `revoke all on all tables in schema vivier, vivier_personal from ${everyone}`,
    `grant usage on schema vivier, vivier_personal to ${everyone}`,
    `grant select on vivier.schema_versions, vivier.pool_keys, vivier.job_offers, vivier.audit_head, vivier.erasures to ${everyone}`,
    `grant select on vivier.audit_events, vivier.former_logs to ${AUDITOR}, ${ADMINISTRATOR}`,
    `grant select on vivier.api_keys to ${everyone}`,
    `grant update (last_used_at) on vivier.api_keys to ${RECRUITER}, ${AUDITOR}`,
    `grant insert, update on vivier.api_keys to ${ADMINISTRATOR}`,
    `grant insert on vivier.audit_events to ${RECRUITER}, ${ADMINISTRATOR}`,
    `grant update on vivier.audit_head to ${RECRUITER}, ${ADMINISTRATOR}`,
    `grant insert, update on vivier.job_offers to ${RECRUITER}, ${ADMINISTRATOR}`,
    `grant insert, update on vivier.erasures to ${ADMINISTRATOR}`,
    `grant select, insert, update, delete on vivier.staff, vivier.staff_sessions to ${ADMINISTRATOR}`,
    `grant select, insert on vivier.lists to ${RECRUITER}, ${ADMINISTRATOR}`,
    `grant usage on all sequences in schema vivier_personal to ${RECRUITER}, ${ADMINISTRATOR}`,
    ...tables.flatMap((table) => grantsOf(table)),
    ...tables.flatMap((table) => policiesOf(table)),
  ];
}

interface PersonalTable {
  name: string;
  tie: 'candidate' | 'application' | 'self' | 'none';
}

async function personalTables(db: Kysely<Database>): Promise<PersonalTable[]> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select c.relname as name, array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'vivier_personal' and c.relkind = 'r' order by 1`.execute(db);
  return rows.map(({ name, columns }) => {
    if (name === 'candidates') return { name, tie: 'self' };
    if (columns.includes('candidate_id')) return { name, tie: 'candidate' };
    return { name, tie: columns.includes('application_id') ? 'application' : 'none' };
  });
}

function grantsOf({ name }: PersonalTable): string[] {
  const table = `vivier_personal.${name}`;
  const audited = AUDITED[table];
  const columns = audited && (audited[0] === '*' ? '' : ` (${audited.join(', ')})`);
  const recruiter = NOT_FOR_RECRUITERS.includes(name)
    ? `grant select on ${table} to ${RECRUITER}`
    : `grant select, insert, update${RECRUITER_DELETES.includes(name) ? ', delete' : ''} on ${table} to ${RECRUITER}`;
  return [
    recruiter,
    `grant select, insert, update, delete on ${table} to ${ADMINISTRATOR}`,
    ...(columns === undefined ? [] : [`grant select${columns} on ${table} to ${AUDITOR}`]),
  ];
}

function policiesOf({ name, tie }: PersonalTable): string[] {
  const table = `vivier_personal.${name}`;
  // Holds tell who is hidden: they can't be hidden themselves.
  const candidate = { candidate: 'candidate_id', self: 'id', application: VIA_APPLICATION, none: null }[tie];
  const visible =
    candidate === null || name === 'legal_holds'
      ? 'true'
      : `not exists (select 1 from vivier_personal.legal_holds held
          where held.candidate_id = ${qualified(name, candidate)} and held.lifted_at is null)`;
  const policy = (role: string, action: string, rule: string) => [
    `drop policy if exists ${role}_rows on ${table}`,
    `create policy ${role}_rows on ${table} for ${action} to ${role} using (${rule})`,
  ];
  return [
    `alter table ${table} enable row level security`,
    ...policy(RECRUITER, 'all', visible),
    ...policy(AUDITOR, 'select', 'true'),
    ...policy(ADMINISTRATOR, 'all', 'true'),
  ];
}

/** Inside the subquery a bare column could be taken for the hold's own. */
const qualified = (name: string, column: string) =>
  column === VIA_APPLICATION
    ? VIA_APPLICATION.replace('= application_id', `= ${name}.application_id`)
    : `${name}.${column}`;

/** Makes the roles, in one transaction. @throws the database's error when the user may not create roles. */
export async function applyRoles(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(makeRoles);
}

export async function makeRoles(trx: Kysely<Database>): Promise<void> {
  for (const statement of await rolesSql(trx)) await sql.raw(statement).execute(trx);
}

/** Whether the roles were made for this database: they belong to the whole server, their rights do not. */
export async function usesRoles(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select 1 from pg_roles role join pg_namespace on nspname = 'vivier_personal'
      where role.rolname = ${RECRUITER} and has_schema_privilege(role.oid, nspname, 'usage')) as used`.execute(db);
  return rows[0].used;
}

/** Whether they were, and the pool's own user may act as this one. */
export async function canActAs(db: Kysely<Database>, name: RoleName): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select exists (select 1 from pg_roles role join pg_namespace on nspname = 'vivier_personal'
      where role.rolname = ${name} and has_schema_privilege(role.oid, nspname, 'usage') and pg_has_role(current_user, role.oid,
        case when current_setting('server_version_num')::integer >= 160000 then 'SET' else 'MEMBER' end)) as may`.execute(
    db,
  );
  return rows[0].may;
}
