import { sql } from 'kysely';
import type { Trx } from '../context';
import type { Facets, FacetValue } from '../types';
import type { Condition } from './filters';

/** The most recently changed of those who match: enough to tell shares, and bounded whatever the pool's size. */
const MOST_COUNTED = 5_000;
/** Among so many of those who match, the most recently changed are taken. */
const MOST_FOUND = 10_001;
const MOST_VALUES = 20;

/** How those who match are spread. */
export async function facetsOf(trx: Trx, conditions: Condition[], found: number): Promise<Facets> {
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;
  const { rows } = await sql<{ facet: string; value: string; count: number; counted: number }>`
    with matched as materialized (
      select candidate.id, candidate.updated_at, candidate.skills, candidate.spoken, candidate.degree_level,
        candidate.experience_months, candidate.source
      from vivier_personal.candidates candidate ${where} limit ${MOST_FOUND}
    ), found as materialized (select * from matched order by updated_at desc, id limit ${MOST_COUNTED}),
    counts as (
      select 'skills' as facet, value, count(*) as n from found, unnest(skills) value group by value
      union all select 'languages', value, count(*) from found, unnest(spoken) value group by value
      union all select 'degrees', degree_level::text, count(*) from found where degree_level is not null group by degree_level
      union all select 'years', case when experience_months < 24 then '0-1' when experience_months < 60 then '2-4'
          when experience_months < 120 then '5-9' when experience_months < 240 then '10-19' else '20+' end, count(*)
        from found where experience_months is not null group by 2
      union all select 'stages', stage, count(distinct candidate_id) from vivier_personal.applications
        where candidate_id in (select id from found) group by stage
      union all select 'sources', source, count(*) from found where source is not null group by source
      union all select 'counted', '', count(*) from found
    ), placed as (
      select *, row_number() over (partition by facet order by n desc, value) as place from counts
    )
    select facet, value, n::integer as count from placed where place <= ${MOST_VALUES} order by facet, place`.execute(
    trx,
  );
  const of = (name: string): FacetValue[] =>
    rows.filter((row) => row.facet === name).map(({ value, count }) => ({ value, count }));
  const counted = rows.find((row) => row.facet === 'counted')?.count ?? 0;
  return {
    skills: of('skills'),
    languages: of('languages'),
    degrees: of('degrees'),
    years: of('years'),
    stages: of('stages'),
    sources: of('sources'),
    counted,
    complete: counted === found,
  };
}
