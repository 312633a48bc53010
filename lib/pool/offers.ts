import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { OfferCriteria } from '../match';
import { appendAudit, SYSTEM, type AuditAction } from './audit';
import { orderOf, whereOf, type Fields } from './conditions';
import { transact, type PoolContext, type Trx } from './context';
import { readSteps, stepsOf } from './applications/order';
import type { JobOfferRow } from './tables';
import type { ListInput, Offer, OfferInput } from './types';
import {
  canonicalJson,
  invalid,
  notFound,
  optionalText,
  page,
  requiredText,
  storableJson,
  wholeNumber,
} from './validate';

const MAX_ID = 200;
const MAX_TEXT = 200_000;

type Content = Pick<JobOfferRow, 'title' | 'text' | 'language'> & { criteria?: string };

/** How an offer is worked on; what is not given stays as it is. */
interface Handling {
  stages?: string | null;
  seniority?: string | null;
  refusal_months?: number | null;
}

/** See TalentPool.offers.upsert. An offer that changes opens again only by its own flag; its applications stay. */
export async function upsertOffer(context: PoolContext, input: OfferInput): Promise<Offer & { created: boolean }> {
  const content = { ...read(input), ...readHandling(input) };
  const id = optionalText(input.id, 'id', MAX_ID);
  const by = optionalText(input.by, 'by', 200) ?? SYSTEM;
  return transact(context, async (trx) => {
    const existing = await find(trx, id, content);
    if (!existing) return { ...(await insert(context, trx, id ?? randomUUID(), content, by)), created: true };
    if (sameContent(existing, content)) return { ...toOffer(existing), created: false };
    const row = await trx
      .updateTable('vivier.job_offers')
      .set({ ...content, updated_at: context.now() })
      .where('id', '=', existing.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await audit(context, trx, 'offer.updated', row.id, by);
    return { ...toOffer(row), created: false };
  });
}

export async function getOffer(context: PoolContext, offerId: string): Promise<Offer> {
  const row = await context.db
    .selectFrom('vivier.job_offers')
    .selectAll()
    .where('id', '=', requiredText(offerId, 'offerId', MAX_ID))
    .executeTakeFirst();
  if (!row) throw notFound('offer');
  return toOffer(row);
}

const FIELDS: Fields = {
  title: { column: 'title', kind: 'text' },
  language: { column: 'language', kind: 'text' },
  seniority: { column: 'seniority', kind: 'text' },
  open: { column: 'is_open', kind: 'boolean' },
  createdAt: { column: 'created_at', kind: 'date' },
  updatedAt: { column: 'updated_at', kind: 'date' },
  closedAt: { column: 'closed_at', kind: 'date' },
};

export async function listOffers(context: PoolContext, input: ListInput & { open?: boolean } = {}): Promise<Offer[]> {
  const { limit, offset } = page(input);
  let query = context.db
    .selectFrom('vivier.job_offers')
    .selectAll()
    .where(whereOf(input, FIELDS))
    .orderBy(orderOf(input, FIELDS, sql`created_at desc, id`))
    .limit(limit)
    .offset(offset);
  if (typeof input.open === 'boolean') query = query.where('is_open', '=', input.open);
  return (await query.execute()).map(toOffer);
}

/** See TalentPool.offers.confirm. */
export function confirmOffer(
  context: PoolContext,
  offerId: string,
  input: { by: string; criteria?: OfferCriteria },
): Promise<Offer> {
  const id = requiredText(offerId, 'offerId', MAX_ID);
  const by = requiredText(input?.by, 'by', 200);
  const given = readCriteria(input.criteria);
  return transact(context, async (trx) => {
    const row = await trx
      .selectFrom('vivier.job_offers')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound('offer');
    const criteria = { ...((given ?? row.criteria) as OfferCriteria), confirmed: true };
    const changed = await trx
      .updateTable('vivier.job_offers')
      .set({ criteria: JSON.stringify(criteria), updated_at: context.now() })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await audit(context, trx, 'offer.confirmed', id, by);
    return toOffer(changed);
  });
}

/** Closing a closed offer changes nothing. */
export function closeOffer(context: PoolContext, offerId: string, input: { by?: string } = {}): Promise<Offer> {
  return setOpen(context, offerId, false, input);
}

/** Opening an open offer changes nothing. */
export function openOffer(context: PoolContext, offerId: string, input: { by?: string } = {}): Promise<Offer> {
  return setOpen(context, offerId, true, input);
}

async function setOpen(context: PoolContext, offerId: string, open: boolean, input: { by?: string }): Promise<Offer> {
  const id = requiredText(offerId, 'offerId', MAX_ID);
  const by = optionalText(input.by, 'by', 200) ?? SYSTEM;
  return transact(context, async (trx) => {
    const at = context.now();
    const row = await trx
      .updateTable('vivier.job_offers')
      .set({ is_open: open, closed_at: open ? null : at, updated_at: at })
      .where('id', '=', id)
      .where('is_open', '=', !open)
      .returningAll()
      .executeTakeFirst();
    if (row) {
      await audit(context, trx, open ? 'offer.opened' : 'offer.closed', id, by);
      return toOffer(row);
    }
    const unchanged = await trx.selectFrom('vivier.job_offers').selectAll().where('id', '=', id).executeTakeFirst();
    if (!unchanged) throw notFound('offer');
    return toOffer(unchanged);
  });
}

function read(input: OfferInput): Content {
  const criteria = readCriteria(input?.criteria);
  return {
    title: requiredText(input?.title, 'title', 500),
    text: optionalText(input.text, 'text', MAX_TEXT) ?? '',
    language: optionalText(input.language, 'language', 35),
    ...(criteria === undefined ? {} : { criteria: JSON.stringify(criteria) }),
  };
}

function readCriteria(criteria: unknown): unknown {
  if (criteria === undefined) return undefined;
  if (criteria === null || typeof criteria !== 'object' || Array.isArray(criteria)) {
    throw invalid('criteria', 'an object is expected', 'un objet est attendu');
  }
  return storableJson(criteria);
}

function readHandling(input: OfferInput): Handling {
  const { stages, seniority, refusalMonths } = input;
  const steps = readSteps(stages);
  return {
    ...(stages === undefined ? {} : { stages: steps && JSON.stringify(storableJson(steps)) }),
    ...(seniority === undefined ? {} : { seniority: optionalText(seniority, 'seniority', 100) }),
    ...(refusalMonths === undefined
      ? {}
      : { refusal_months: refusalMonths === null ? null : wholeNumber(refusalMonths, 'refusalMonths', 1, 120) }),
  };
}

async function find(trx: Trx, id: string | null, content: Content): Promise<JobOfferRow | undefined> {
  const offers = trx.selectFrom('vivier.job_offers').selectAll().forUpdate();
  if (id) return offers.where('id', '=', id).executeTakeFirst();
  return offers
    .where('title', '=', content.title)
    .where('text', '=', content.text)
    .where('is_open', '=', true)
    .orderBy('created_at')
    .executeTakeFirst();
}

async function insert(
  context: PoolContext,
  trx: Trx,
  id: string,
  content: Content & Handling,
  by: string,
): Promise<Offer> {
  const at = context.now();
  const row = await trx
    .insertInto('vivier.job_offers')
    .values({ id, criteria: '{}', ...content, is_open: true, created_at: at, updated_at: at, closed_at: null })
    .returningAll()
    .executeTakeFirstOrThrow();
  await audit(context, trx, 'offer.created', id, by);
  return toOffer(row);
}

function audit(context: PoolContext, trx: Trx, action: AuditAction, subjectId: string, actor: string) {
  return appendAudit(context, trx, { actor, action, subjectKind: 'offer', subjectId });
}

function sameContent(row: JobOfferRow, content: Content & Handling): boolean {
  const { stages, seniority, refusal_months: months } = content;
  return (
    row.title === content.title &&
    row.text === content.text &&
    row.language === content.language &&
    (content.criteria === undefined || canonicalJson(row.criteria) === canonicalJson(JSON.parse(content.criteria))) &&
    (stages === undefined || canonicalJson(row.stages) === canonicalJson(stages && JSON.parse(stages))) &&
    (seniority === undefined || row.seniority === seniority) &&
    (months === undefined || row.refusal_months === months)
  );
}

function toOffer(row: JobOfferRow): Offer {
  return {
    offerId: row.id,
    title: row.title,
    text: row.text,
    language: row.language,
    criteria: row.criteria as OfferCriteria,
    stages: stepsOf(row.stages),
    seniority: row.seniority,
    refusalMonths: row.refusal_months,
    open: row.is_open,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
  };
}
