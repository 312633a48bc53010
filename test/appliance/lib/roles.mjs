// The database's own roles for recruiters, auditors and administrators: there without anybody's doing, and no more than they may be.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holds } from './telling.mjs';

const PROGRAM = '/run/story/who-sees-whom.cjs';
/** One of these may be taken by the pool's own user, none logs in, and that user can't make or give away one. */
const RIGHTS = `select count(*) filter (where pg_has_role('vivier', oid, 'SET') and not pg_has_role('vivier', oid, 'USAGE') and not rolcanlogin and not rolsuper and not rolbypassrls)
  || ' ' || (select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication from pg_roles where rolname = 'vivier')
  || ' ' || (select bool_or(admin_option) from pg_auth_members where member = 'vivier'::regrole)
  from pg_roles where rolname like 'vivier\\_%'`;

/** @param candidates how many people are in the pool; one of them is held for a moment */
export async function roles({ machine, candidates }) {
  const rights = await machine.sql('vivier', RIGHTS);
  holds(rights === '3 false false', `roles to take, more rights than needed, may give them away: ${rights}`);
  await machine.put(PROGRAM, readFileSync(join(import.meta.dirname, '..', 'who-sees-whom.cjs')));
  const said = await machine.shell('bash', '-c', `. /usr/lib/vivier/common.sh; as_vivier node ${PROGRAM}`);
  const seen = JSON.parse(said);
  const wanted = {
    recruiter: `${candidates - 1} not-allowed`,
    auditor: 'not-allowed log',
    administrator: `${candidates} log`,
  };
  for (const [role, what] of Object.entries(wanted)) holds(seen[role] === what, `${role}: ${seen[role]}, not ${what}`);
  return `with one of ${candidates} people held, a recruiter finds ${candidates - 1} and no log, an auditor the log and nobody, an administrator both; n8n’s user can take these roles, not make them`;
}
