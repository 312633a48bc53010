import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { VivierError } from '../../../lib/errors';
import type { Application, Candidate, TalentPool } from '../../../lib/pool';
import { ask, chosen } from './connect';

const PAGE = 50;
/** Found by name, each with all applications. */
const PEOPLE = 20;

type Search = (
  this: ILoadOptionsFunctions,
  filter?: string,
  paginationToken?: string,
) => Promise<INodeListSearchResult>;

const withoutName = '?';

const nameOf = ({ profile }: Pick<Candidate, 'profile'>): string =>
  [profile.identity.fullName ?? withoutName, profile.headline].filter(Boolean).join(' · ');

/** One more page, when this one is full. */
const page = <T>(rows: T[], offset: number, toResult: (row: T) => INodeListSearchResult['results'][number]) => ({
  results: rows.map(toResult),
  ...(rows.length === PAGE ? { paginationToken: String(offset + PAGE) } : {}),
});

export const searchCandidates: Search = function (filter, paginationToken) {
  const offset = Number(paginationToken ?? 0);
  return ask(this, async (pool) => {
    const input = { limit: PAGE, offset };
    const people = filter
      ? (await pool.candidates.search({ query: filter, ...input })).candidates
      : await pool.candidates.list(input);
    return page(people, offset, (one) => ({ name: nameOf(one), value: one.candidateId }));
  });
};

export const searchOffers: Search = function (filter, paginationToken) {
  const offset = Number(paginationToken ?? 0);
  return ask(this, async (pool) => {
    const offers = await pool.offers.list({
      limit: PAGE,
      offset,
      where: filter ? [{ field: 'title', comparison: 'contains', value: filter }] : [],
    });
    return page(offers, offset, ({ offerId, title, open }) => ({
      name: open ? title : `${title} (closed)`,
      value: offerId,
    }));
  });
};

/** With words: of the people that they find. Without: of one offer after the other, the newest first. */
export const searchApplications: Search = function (filter, paginationToken) {
  return ask(this, (pool) => (filter ? applicationsOf(pool, filter) : applicationsByOffer(pool, paginationToken)));
};

async function applicationsOf(pool: TalentPool, query: string): Promise<INodeListSearchResult> {
  const { candidates } = await pool.candidates.search({ query, limit: PEOPLE });
  const results: INodeListSearchResult['results'] = [];
  for (const { candidateId } of candidates) {
    const details = await pool.candidates.get(candidateId);
    for (const { applicationId, offerId, stage } of details.applications) {
      const { title } = await pool.offers.get(offerId);
      results.push({ name: `${nameOf(details)} → ${title} (${stage})`, value: applicationId });
    }
  }
  return { results };
}

/** The token says at which offer, and at which of its applications. */
async function applicationsByOffer(pool: TalentPool, token = '0:0'): Promise<INodeListSearchResult> {
  const [offerAt = 0, at = 0] = token.split(':').map(Number);
  const [offer] = await pool.offers.list({ open: true, limit: 1, offset: offerAt });
  if (!offer) return { results: [] };
  const rows = await pool.applications.list({ offerId: offer.offerId, limit: PAGE, offset: at });
  const results = rows.map((row: Application) => ({
    name: `${nameOf(row)} → ${offer.title} (${row.stage})`,
    value: row.applicationId,
  }));
  const next = rows.length === PAGE ? `${offerAt}:${at + PAGE}` : `${offerAt + 1}:0`;
  if (results.length > 0) return { results, paginationToken: next };
  return await applicationsByOffer(pool, next);
}

/** The files of the candidate chosen above, and what was made about them. */
export const searchDocuments: Search = function (filter) {
  const candidateId = chosen(this, 'candidateId');
  if (!candidateId) {
    const reason = 'choose the candidate from the list first, or give the document’s ID';
    return Promise.reject(new VivierError('invalid-input', { what: 'Candidate', reason }));
  }
  return ask(this, async (pool) => {
    const { documents } = await pool.candidates.get(candidateId);
    const records = await pool.records.list(candidateId, { limit: 1_000 });
    const results = [
      ...documents.map(({ documentId, fileName, createdAt, replacedBy }) => ({
        name: `${fileName} (${createdAt.slice(0, 10)}${replacedBy ? ', replaced' : ''})`,
        value: documentId,
      })),
      ...records.map(({ recordId, name, createdAt }) => ({
        name: `${name} (${createdAt.slice(0, 10)})`,
        value: recordId,
      })),
    ];
    const words = filter?.toLowerCase() ?? '';
    return { results: results.filter(({ name }) => name.toLowerCase().includes(words)) };
  });
};

/** Shortlists, comparisons and reports, the newest first. */
export const searchLists: Search = function (filter, paginationToken) {
  const offset = Number(paginationToken ?? 0);
  return ask(this, async (pool) => {
    const lists = page(await pool.lists.list({ limit: PAGE, offset }), offset, ({ listId, name, made, createdAt }) => ({
      name: [made.offer?.title, `${name} (${createdAt.slice(0, 10)})`].filter(Boolean).join(' · '),
      value: listId,
    }));
    const words = filter?.toLowerCase() ?? '';
    return { ...lists, results: lists.results.filter(({ name }) => name.toLowerCase().includes(words)) };
  });
};
