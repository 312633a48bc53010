import { transact, type PoolContext } from './context';
import { openText, place, sealText } from './sealed';
import type { AnswerCache, CachedAnswer } from './types';
import { invalid, requiredText, sha256Of } from './validate';

/** Past this age an answer is thrown away: nothing about a person stays because a program remembered it. */
const KEEP_DAYS = 180;
const MOST_CHARACTERS = 4_000_000;

/**
 * Remembers the model's answers, sealed, under a hash of their key: an AnalysisCache of lib/analyze. Whoever is erased takes the answers
 * about their CVs along; what was never stored as a candidate goes by age.
 */
export function answerCache(context: PoolContext): AnswerCache {
  const keyOf = (key: string) => context.secrets.fingerprint('cache', requiredText(key, 'key', 1_000));
  return {
    async get(key) {
      const hash = keyOf(key);
      const row = await context.db
        .selectFrom('vivier_personal.analysis_cache')
        .select('body')
        .where('key', '=', hash)
        .where('created_at', '>', oldest(context))
        .executeTakeFirst();
      if (!row) return undefined;
      return JSON.parse(openText(context.secrets, row.body, place.cached(hash.toString('hex')))) as CachedAnswer;
    },
    async set(key, value, subject) {
      const hash = keyOf(key);
      const text = JSON.stringify(value) as string | undefined;
      if (text === undefined || text.length > MOST_CHARACTERS) {
        throw invalid('value', 'plain data of at most 4 MB', 'des données simples de 4 Mo au plus');
      }
      const body = sealText(context.secrets, text, place.cached(hash.toString('hex')));
      const about = context.secrets.fingerprint('text', sha256Of(subject, 'subject'));
      const row = { key: hash, subject: about, body, created_at: context.now() };
      await transact(context, async (trx) => {
        await trx.deleteFrom('vivier_personal.analysis_cache').where('created_at', '<=', oldest(context)).execute();
        await trx
          .insertInto('vivier_personal.analysis_cache')
          .values(row)
          .onConflict((conflict) =>
            conflict.column('key').doUpdateSet({ body, created_at: row.created_at, subject: about }),
          )
          .execute();
      });
    },
  };
}

const oldest = (context: PoolContext) => new Date(context.now().getTime() - KEEP_DAYS * 86_400_000);
