import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { COMPARISONS, type Comparison, type ListInput } from './types';
import { invalid, optionalDate, optionalText } from './validate';

type Kind = 'text' | 'number' | 'date' | 'boolean';

/** What may be asked about and sorted by: a name of the public types, where it stands, and how its values are read. */
export type Fields = Record<string, { column: string; kind: Kind }>;

const MOST = 20;
const SQL: Partial<Record<Comparison, string>> = {
  equal: '=',
  notEqual: 'is distinct from',
  greater: '>',
  greaterOrEqual: '>=',
  less: '<',
  lessOrEqual: '<=',
};

/** The conditions of a list as one, all or any of them; true when there are none. Names come from `fields` alone, values are bound. */
export function whereOf(input: ListInput | undefined, fields: Fields): RawBuilder<SqlBool> {
  const conditions = input?.where ?? [];
  if (!Array.isArray(conditions) || conditions.length > MOST) {
    throw invalid('where', `a list of at most ${MOST} conditions`, `une liste de ${MOST} conditions au plus`);
  }
  if (conditions.length === 0) return sql`true`;
  const parts = conditions.map(({ field, comparison, value }) => condition(field, comparison, value, fields));
  return sql`(${sql.join(parts, input?.combine === 'any' ? sql` or ` : sql` and `)})`;
}

/** @param usual in which order the rows come when nobody asks for another; it settles ties in any case, so that pages don't overlap. */
export function orderOf(input: ListInput | undefined, fields: Fields, usual: RawBuilder<unknown>): RawBuilder<unknown> {
  const sorts = input?.sort ?? [];
  if (!Array.isArray(sorts) || sorts.length > MOST) {
    throw invalid('sort', `a list of at most ${MOST} fields`, `une liste de ${MOST} champs au plus`);
  }
  const parts = sorts.map(({ field, direction }) => {
    const { column } = known(field, fields);
    return direction === 'descending'
      ? sql`${sql.ref(column)} desc nulls last`
      : sql`${sql.ref(column)} asc nulls last`;
  });
  return sql.join([...parts, usual]);
}

function condition(field: string, comparison: Comparison, value: unknown, fields: Fields): RawBuilder<SqlBool> {
  const { column, kind } = known(field, fields);
  const ref = sql.ref(column);
  if (comparison === 'isEmpty') return sql`${ref} is null`;
  if (comparison === 'isNotEmpty') return sql`${ref} is not null`;
  if (comparison === 'contains') {
    if (kind !== 'text')
      throw invalid(field, 'only texts contain something', 'seuls les textes contiennent quelque chose');
    const part = (optionalText(value, field, 500) ?? '').replace(/[\\%_]/g, '\\$&');
    return sql`${ref} ilike ${`%${part}%`}::text`;
  }
  const operator = Object.hasOwn(SQL, comparison) ? SQL[comparison] : undefined;
  if (!operator) throw invalid('comparison', COMPARISONS.join(', '), COMPARISONS.join(', '));
  return sql`${ref} ${sql.raw(operator)} ${read(value, field, kind)}`;
}

function known(field: unknown, fields: Fields): Fields[string] {
  const found = typeof field === 'string' && Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (found) return found;
  const names = Object.keys(fields).join(', ');
  throw invalid('field', `one of ${names}`, `l’un de : ${names}`);
}

/** Texts are taken for what they say: a panel's field is a text. */
function read(value: unknown, field: string, kind: Kind): RawBuilder<unknown> {
  if (kind === 'text') return sql`${optionalText(value, field, 500) ?? ''}::text`;
  if (kind === 'date') return sql`${optionalDate(value, field)}::timestamptz`;
  if (kind === 'boolean') return sql`${value === true || value === 'true'}::boolean`;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return sql`${number}::double precision`;
  throw invalid(field, 'a number is expected', 'un nombre est attendu');
}
