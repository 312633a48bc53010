import { sql } from 'kysely';
import type { PoolContext } from '../context';
import { searchCandidates } from '../search';
import type { SearchInput, SearchResult, StaffRole } from '../types';

/**
 * A search by somebody of a role whose rights the database itself keeps. What is looked for is found as the tables' owner: below a row policy PostgreSQL uses no index
 * for words and keys (`@@` and `@>` are not marked leakproof), and would read every row. What was found is then asked for again as the role, and what that may not
 * see is left out; who may see nobody is refused before.
 */
export async function searchWithin(
  owner: PoolContext,
  own: PoolContext,
  role: StaffRole,
  input: SearchInput = {},
): Promise<SearchResult> {
  await visibleAmong(own, []);
  const result = await searchCandidates(owner, role === 'administrator' ? input : { ...input, withoutHeld: true });
  const visible = await visibleAmong(
    own,
    result.candidates.map(({ candidateId }) => candidateId),
  );
  return { ...result, candidates: result.candidates.filter(({ candidateId }) => visible.has(candidateId)) };
}

async function visibleAmong({ db }: PoolContext, ids: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select distinct candidate_id as id
    from vivier_personal.candidate_profiles where candidate_id = any(${ids}::uuid[]) and body is not null`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
