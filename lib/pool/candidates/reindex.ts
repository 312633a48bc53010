import { sql, type RawBuilder, type Updateable } from 'kysely';
import type { Profile } from '../../profile';
import type { Trx } from '../context';
import { openText, place } from '../sealed';
import type { Secrets } from '../secrets';
import type { CandidateRow } from '../tables';
import { availableColumns } from '../search/availability';
import { blindName } from '../search/names';
import { degreeOf, filterKeys, spokenBy, townKeyOf } from '../search/keys';
import { storableJson } from '../validate';
import { searchTexts, withoutGender, type SearchTexts } from '../words';

/** Raised whenever the index is made otherwise: rows of the version before are made again when the pool is opened. */
export const INDEX_VERSION = 4;

/** What the search looks at, still as texts. */
export interface Indexed {
  columns: Omit<Updateable<CandidateRow>, 'search_vector'>;
  texts: SearchTexts['weighted'];
  /** Blinded, in the name's order, so that a phrase finds it too. */
  name: string;
}

/** Derived from the profile and the text of the latest document, which are sealed. */
export function indexOf(secrets: Secrets, given: Profile, cvText: string | null): Indexed {
  // What is sealed may hold any character; columns in the clear can't hold NUL.
  const profile = storableJson(given) as Profile;
  const texts = searchTexts(profile, storableJson(cvText) as string | null);
  return {
    columns: {
      skills: texts.skills,
      languages: texts.languages,
      experience_months: profile.derived.experienceMonths,
      search_words: texts.words,
      spoken: spokenBy(profile),
      degree_level: degreeOf(profile),
      filter_keys: filterKeys(secrets, profile, texts.skills),
      town: townKeyOf(secrets, profile),
      ...availableColumns(profile),
      index_version: INDEX_VERSION,
    },
    texts: {
      A: withoutGender(texts.weighted.A),
      B: withoutGender(texts.weighted.B),
      C: withoutGender(texts.weighted.C),
      D: withoutGender(texts.weighted.D),
    },
    name: blindName(secrets, profile),
  };
}

/** Writes what the search looks at. */
export async function reindex(trx: Trx, secrets: Secrets, candidateId: string, profile: Profile): Promise<void> {
  const { columns, texts, name } = indexOf(secrets, profile, await latestText(trx, secrets, candidateId));
  const bound = (text: string) => sql`${text}::text`;
  await trx
    .updateTable('vivier_personal.candidates')
    .set({
      ...columns,
      search_vector: vectorOf(
        { A: bound(texts.A), B: bound(texts.B), C: bound(texts.C), D: bound(texts.D) },
        bound(name),
      ),
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

type Expression = RawBuilder<unknown>;

/** Stemmed in both languages, as CVs mix them. The arguments are texts, bound or columns. */
export function vectorOf(
  texts: Record<keyof SearchTexts['weighted'], Expression>,
  name: Expression,
): RawBuilder<string> {
  const parts = (['A', 'B', 'C', 'D'] as const).map(
    (weight) => sql`setweight(
      to_tsvector('french', ${texts[weight]}) || to_tsvector('english', ${texts[weight]}), ${sql.lit(weight)})`,
  );
  return sql<string>`setweight(to_tsvector('simple', ${name}), 'A') || ${sql.join(parts, sql` || `)}`;
}
