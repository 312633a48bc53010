import { randomUUID } from 'node:crypto';
import type { OfferCriteria } from '../match';
import { appendAudit, SYSTEM, type AuditAction } from './audit';
import { transact, type PoolContext, type Trx } from './context';
import type { JobOfferRow } from './tables';
import type { Offer, OfferInput, PageInput } from './types';
import { canonicalJson, invalid, notFound, optionalText, page, requiredText, storableJson } from './validate';

const MAX_ID = 200;
const MAX_TEXT = 200_000;

type Content = Pick<JobOfferRow, 'title' | 'text' | 'language'> & { criteria: string };

/** See TalentPool.offers.upsert. An offer that changes opens again only by its own flag; its applications stay. */
export async function upsertOffer(context: PoolContext, input: OfferInput): Promise<Offer & { created: boolean }> {
  const content = read(input);
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

export async function listOffers(context: PoolContext, input: PageInput & { open?: boolean } = {}): Promise<Offer[]> {
  const { limit, offset } = page(input);
  let query = context.db
    .selectFrom('vivier.job_offers')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset);
  if (typeof input.open === 'boolean') query = query.where('is_open', '=', input.open);
  return (await query.execute()).map(toOffer);
}

/** Closing a closed offer changes nothing. */
export async function closeOffer(context: PoolContext, offerId: string, input: { by?: string } = {}): Promise<Offer> {
  const id = requiredText(offerId, 'offerId', MAX_ID);
  const by = optionalText(input.by, 'by', 200) ?? SYSTEM;
  return transact(context, async (trx) => {
    const at = context.now();
    const row = await trx
      .updateTable('vivier.job_offers')
      .set({ is_open: false, closed_at: at, updated_at: at })
      .where('id', '=', id)
      .where('is_open', '=', true)
      .returningAll()
      .executeTakeFirst();
    if (row) {
      await audit(context, trx, 'offer.closed', id, by);
      return toOffer(row);
    }
    const closed = await trx.selectFrom('vivier.job_offers').selectAll().where('id', '=', id).executeTakeFirst();
    if (!closed) throw notFound('offer');
    return toOffer(closed);
  });
}

function read(input: OfferInput): Content {
  const { criteria = {} } = input ?? {};
  if (criteria === null || typeof criteria !== 'object' || Array.isArray(criteria)) {
    throw invalid('criteria', 'an object is expected', 'un objet est attendu');
  }
  return {
    title: requiredText(input?.title, 'title', 500),
    text: optionalText(input.text, 'text', MAX_TEXT) ?? '',
    language: optionalText(input.language, 'language', 35),
    criteria: JSON.stringify(storableJson(criteria)),
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

async function insert(context: PoolContext, trx: Trx, id: string, content: Content, by: string): Promise<Offer> {
  const at = context.now();
  const row = await trx
    .insertInto('vivier.job_offers')
    .values({ id, ...content, is_open: true, created_at: at, updated_at: at, closed_at: null })
    .returningAll()
    .executeTakeFirstOrThrow();
  await audit(context, trx, 'offer.created', id, by);
  return toOffer(row);
}

function audit(context: PoolContext, trx: Trx, action: AuditAction, subjectId: string, actor: string) {
  return appendAudit(context, trx, { actor, action, subjectKind: 'offer', subjectId });
}

function sameContent(row: JobOfferRow, content: Content): boolean {
  return (
    row.title === content.title &&
    row.text === content.text &&
    row.language === content.language &&
    canonicalJson(row.criteria) === canonicalJson(JSON.parse(content.criteria))
  );
}

function toOffer(row: JobOfferRow): Offer {
  return {
    offerId: row.id,
    title: row.title,
    text: row.text,
    language: row.language,
    criteria: row.criteria as OfferCriteria,
    open: row.is_open,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
  };
}
