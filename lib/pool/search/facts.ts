import { sql } from 'kysely';
import { factsVersion, prepareCandidate, type CandidateFacts } from '../../match';
import type { Profile } from '../../profile';
import { currentCandidateRows, toCandidate } from '../candidates/read';
import { transact, type PoolContext, type Trx } from '../context';
import { openText, place, sealText } from '../sealed';
import type { Secrets } from '../secrets';

const BATCH = 200;

/** What scoring needs to know of a candidate, kept beside the profile: a rank among many then opens no profile. */
export async function storeFacts(
  trx: Trx,
  secrets: Secrets,
  candidateId: string,
  profileVersion: number,
  profile: Profile,
): Promise<CandidateFacts> {
  const facts = prepareCandidate(profile);
  const row = {
    profile_version: profileVersion,
    version: factsVersion(),
    body: sealText(secrets, JSON.stringify(facts), place.facts(candidateId)),
  };
  await trx
    .insertInto('vivier_personal.candidate_facts')
    .values({ candidate_id: candidateId, ...row })
    .onConflict((conflict) => conflict.column('candidate_id').doUpdateSet(row))
    .execute();
  return facts;
}

/** Facts of some candidates, in the order given; those missing or of an earlier version are made first. Erased people are left out. */
export async function factsOf(
  context: PoolContext,
  ids: string[],
): Promise<{ candidateId: string; facts: CandidateFacts }[]> {
  const { rows } = await sql<{ candidate_id: string; body: Buffer }>`
    select facts.candidate_id, facts.body from vivier_personal.candidate_facts facts
    join vivier_personal.candidates candidate on candidate.id = facts.candidate_id
      and candidate.profile_version = facts.profile_version
    where facts.candidate_id = any(${ids}::uuid[]) and facts.version = ${factsVersion()}`.execute(context.db);
  const { secrets } = context;
  const known = new Map(
    rows.map((row) => [
      row.candidate_id,
      JSON.parse(openText(secrets, row.body, place.facts(row.candidate_id))) as CandidateFacts,
    ]),
  );
  const missing = ids.filter((id) => !known.has(id));
  for (let from = 0; from < missing.length; from += BATCH) {
    for (const [id, facts] of await makeFacts(context, missing.slice(from, from + BATCH))) known.set(id, facts);
  }
  return ids.flatMap((candidateId) => {
    const facts = known.get(candidateId);
    return facts ? [{ candidateId, facts }] : [];
  });
}

function makeFacts(context: PoolContext, ids: string[]): Promise<[string, CandidateFacts][]> {
  return transact(context, async (trx) => {
    const made: [string, CandidateFacts][] = [];
    const rows = await currentCandidateRows(trx, ids);
    for (const row of rows) {
      const { candidateId, profileVersion, profile } = toCandidate(context.secrets, row);
      made.push([candidateId, await storeFacts(trx, context.secrets, candidateId, profileVersion, profile)]);
    }
    return made;
  });
}
