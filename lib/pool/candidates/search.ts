import { sql, type RawBuilder } from 'kysely';
import { transact, type PoolContext, type Trx } from '../context';
import { identityKey, normaliseEmail, normalisePhone } from '../identity';
import type { Secrets } from '../secrets';
import type { IdentityKind } from '../tables';
import { STAGES, type SearchFilters, type SearchInput, type SearchResult, type Stage } from '../types';
import { invalid, optionalText, page, requiredText, type Page } from '../validate';
import { normalise } from '../words';
import { toCandidate } from './read';

/** Below this share of common trigrams two words are different words; 0.4 still finds two swapped letters in a six-letter word. */
const SIMILARITY = '0.4';
/** Shorter words have too few trigrams to compare. */
const MIN_SIMILAR_LENGTH = 4;
const MAX_WORDS = 12;

/** An expression, not a bare 0: `order by 0` would mean a column's number. */
const UNRANKED = sql<number>`0::real`;

type Condition = RawBuilder<boolean>;

interface Search {
  mode: SearchResult['mode'];
  where: Condition[];
  rank: RawBuilder<number>;
}

/** See TalentPool.candidates.search: first the words as written; only when no CV has them, words that look alike. */
export async function searchCandidates(context: PoolContext, input: SearchInput = {}): Promise<SearchResult> {
  const query = optionalText(input.query, 'query', 500) ?? '';
  const window = page(input);
  const filters = readFilters(input.filters);
  return transact(context, async (trx) => {
    for (const search of attempts(context, query)) {
      const result = await run(context, trx, search, filters, window);
      if (result.total > 0 || search.mode === 'all') return result;
    }
    return { candidates: [], total: 0, mode: 'words' };
  });
}

function attempts(context: PoolContext, query: string): Search[] {
  if (query === '') return [{ mode: 'all', where: [], rank: UNRANKED }];
  const searches: Search[] = [];
  const contact = byContact(context.secrets, query);
  if (contact) searches.push(contact);
  searches.push(byWords(query));
  const similar = context.features.trigrams ? bySimilarWords(query) : null;
  if (similar) searches.push(similar);
  return searches;
}

function byContact(secrets: Secrets, query: string): Search | null {
  const email = normaliseEmail(query);
  const phone = /^\+?[\d\s().-]{8,}$/.test(query) ? normalisePhone(query) : null;
  const [kind, value]: [IdentityKind, string | null] = email ? ['email', email] : ['phone', phone];
  if (!value) return null;
  const { hash } = identityKey(secrets, kind, value);
  const where = sql<boolean>`exists (select 1 from vivier_personal.identity_keys known
    where known.candidate_id = candidate.id and known.kind = ${kind} and known.hash = ${hash})`;
  return { mode: 'contact', where: [where], rank: UNRANKED };
}

function byWords(query: string): Search {
  const text = normalise(query);
  const words = sql`(websearch_to_tsquery('french', ${text}) || websearch_to_tsquery('english', ${text}))`;
  return {
    mode: 'words',
    where: [sql<boolean>`candidate.search_vector @@ ${words}`],
    rank: sql<number>`ts_rank_cd(candidate.search_vector, ${words}, 1)`,
  };
}

/** Null where guessing would go against what was asked: a phrase, a word to leave out, alternatives. */
function bySimilarWords(query: string): Search | null {
  if (/["«»“”]|(?:^|\s)-\S|\sor\s/i.test(query)) return null;
  const words = [...new Set(normalise(query).match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, MAX_WORDS);
  const long = words.filter((word) => word.length >= MIN_SIMILAR_LENGTH);
  if (long.length === 0) return null;
  const similarity = long.map((word) => sql<number>`word_similarity(${word}, candidate.search_words)`);
  return {
    mode: 'similar',
    where: long.map((word) => sql<boolean>`${word} <% candidate.search_words`),
    rank: sql<number>`(${sql.join(similarity, sql` + `)})`,
  };
}

async function run(
  context: PoolContext,
  trx: Trx,
  search: Search,
  filters: Condition[],
  window: Page,
): Promise<SearchResult> {
  if (search.mode === 'similar') {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${SIMILARITY}, true)`.execute(trx);
  }
  const conditions = [...search.where, ...filters];
  const matching = trx.selectFrom('vivier_personal.candidates as candidate').where((eb) => eb.and(conditions));
  const { total } = await matching
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('total'))
    .executeTakeFirstOrThrow();
  if (total === 0) return { candidates: [], total, mode: search.mode };
  const rows = await matching
    .innerJoin('vivier_personal.candidate_profiles as profile', (join) =>
      join
        .onRef('profile.candidate_id', '=', 'candidate.id')
        .onRef('profile.version', '=', 'candidate.profile_version'),
    )
    .select(['candidate.id', 'candidate.profile_version', 'candidate.source'])
    .select(['candidate.created_at', 'candidate.updated_at', 'profile.body'])
    .orderBy(search.rank, 'desc')
    .orderBy('candidate.updated_at', 'desc')
    .orderBy('candidate.id')
    .limit(window.limit)
    .offset(window.offset)
    .execute();
  return { candidates: rows.map((row) => toCandidate(context.secrets, row)), total, mode: search.mode };
}

function readFilters(filters: SearchFilters = {}): Condition[] {
  const conditions: Condition[] = [];
  for (const skill of readSkills(filters.skills)) {
    conditions.push(sql<boolean>`exists (select 1 from unnest(candidate.skills) skill
      where position(${` ${skill} `}::text in ' ' || skill || ' ') > 0)`);
  }
  if (filters.minYears !== undefined) {
    conditions.push(sql<boolean>`candidate.experience_months >= ${readYears(filters.minYears) * 12}::numeric`);
  }
  const language = optionalText(filters.language, 'language', 100);
  if (language) conditions.push(sql<boolean>`${normalise(language)}::text = any(candidate.languages)`);
  const stage = readStage(filters.stage);
  const offerId = optionalText(filters.offerId, 'offerId', 200);
  if (stage ?? offerId) {
    conditions.push(sql<boolean>`exists (select 1 from vivier_personal.applications application
      where application.candidate_id = candidate.id
      and (${stage}::text is null or application.stage = ${stage})
      and (${offerId}::text is null or application.offer_id = ${offerId}))`);
  }
  return conditions;
}

function readSkills(skills: string[] = []): string[] {
  if (!Array.isArray(skills))
    throw invalid('skills', 'a list of texts is expected', 'une liste de textes est attendue');
  return skills.map((skill) => normalise(requiredText(skill, 'skills', 200)));
}

function readYears(years: unknown): number {
  if (typeof years === 'number' && years >= 0 && years <= 100) return years;
  throw invalid('minYears', 'a number of years', 'un nombre d’années est attendu');
}

function readStage(stage: unknown): Stage | null {
  if (stage === undefined || stage === null || stage === '') return null;
  const known = STAGES.find((name) => name === stage);
  if (known) return known;
  throw invalid('stage', `one of ${STAGES.join(', ')}`, `l’une de ${STAGES.join(', ')}`);
}
