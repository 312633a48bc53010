import { INDEX_VERSION, reindex } from '../candidates/reindex';
import { currentCandidateRows, toCandidate } from '../candidates/read';
import { errorCode } from '../codes';
import { transact, type PoolContext } from '../context';

const BATCH = 100;
/** The role may read decisions but not change the index: somebody else's opening does it. */
const NOT_ALLOWED = '42501';

/**
 * Makes the index anew for those whom an earlier version indexed, from their sealed profiles: a migration alone could not, it has no key. Several
 * processes share the work.
 */
export async function refreshIndex(context: PoolContext): Promise<void> {
  try {
    while ((await refreshBatch(context)) > 0);
  } catch (error) {
    if (errorCode(error) !== NOT_ALLOWED) throw error;
  }
}

async function refreshBatch(context: PoolContext): Promise<number> {
  const outdated = context.db.selectFrom('vivier_personal.candidates').where('index_version', '<', INDEX_VERSION);
  if (!(await outdated.select('id').limit(1).executeTakeFirst())) return 0;
  return transact(context, async (trx) => {
    const rows = await trx
      .selectFrom('vivier_personal.candidates')
      .select('id')
      .where('index_version', '<', INDEX_VERSION)
      .limit(BATCH)
      .forUpdate()
      .skipLocked()
      .execute();
    if (rows.length === 0) return 0;
    for (const row of await currentCandidateRows(
      trx,
      rows.map(({ id }) => id),
    )) {
      await reindex(trx, context.secrets, row.id, toCandidate(context.secrets, row).profile);
    }
    return rows.length;
  });
}
