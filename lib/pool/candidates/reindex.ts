import { sql, type RawBuilder } from 'kysely';
import type { Profile } from '../../profile';
import type { Trx } from '../context';
import { openText, place } from '../sealed';
import type { Secrets } from '../secrets';
import { blindName } from '../search/names';
import { degreeOf, filterKeys, spokenBy } from '../search/keys';
import { storableJson } from '../validate';
import { searchTexts, withoutGender, type SearchTexts } from '../words';

/** Raised whenever the index is made otherwise: rows of the version before are made again when the pool is opened. */
export const INDEX_VERSION = 1;

/**
 * Writes what the search looks at, derived from the profile and the text of the latest document; those two are sealed. Stemmed in both
 * languages, as CVs mix them.
 */
export async function reindex(trx: Trx, secrets: Secrets, candidateId: string, given: Profile): Promise<void> {
  // What is sealed may hold any character; columns in the clear can't hold NUL.
  const profile = storableJson(given) as Profile;
  const text = await latestText(trx, secrets, candidateId);
  const texts = searchTexts(profile, storableJson(text) as string | null);
  await trx
    .updateTable('vivier_personal.candidates')
    .set({
      skills: texts.skills,
      languages: texts.languages,
      experience_months: profile.derived.experienceMonths,
      search_words: texts.words,
      search_vector: vector(texts.weighted, blindName(secrets, profile)),
      spoken: spokenBy(profile),
      degree_level: degreeOf(profile),
      filter_keys: filterKeys(secrets, profile, texts.skills),
      index_version: INDEX_VERSION,
    })
    .where('id', '=', candidateId)
    .execute();
}

/** Of the candidate's current document; null when there is none. */
export async function latestText(trx: Trx, secrets: Secrets, candidateId: string): Promise<string | null> {
  const latest = await trx
    .selectFrom('vivier_personal.documents')
    .select(['id', 'text'])
    .where('candidate_id', '=', candidateId)
    .orderBy((eb) => eb('replaced_by', 'is', null), 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .executeTakeFirst();
  return latest ? openText(secrets, latest.text, place.text(latest.id)) : null;
}

/** @param name blinded, in the name's order, so that a phrase finds it too. */
function vector(texts: SearchTexts['weighted'], name: string): RawBuilder<string> {
  const weights = ['A', 'B', 'C', 'D'] as const;
  const parts = weights.map(
    (weight) => sql`setweight(
      to_tsvector('french', ${withoutGender(texts[weight])}::text)
        || to_tsvector('english', ${withoutGender(texts[weight])}::text),
      ${sql.lit(weight)}
    )`,
  );
  return sql<string>`setweight(to_tsvector('simple', ${name}::text), 'A') || ${sql.join(parts, sql` || `)}`;
}
