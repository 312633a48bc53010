import { markup, type Html } from '../../documents';
import type { Offer } from '../../pool';
import { link } from '../layout';
import type { View, Visit } from '../types';

const MOST = 200;

/** Open offers first; each leads to its board. */
export const offers: View = {
  async get(visit) {
    const { pool, w } = visit;
    const [open, closed] = await Promise.all([
      pool.offers.list({ open: true, limit: MOST }),
      pool.offers.list({ open: false, limit: MOST }),
    ]);
    const none = open.length + closed.length === 0;
    return {
      title: w.offers.title,
      body: markup`<main id="content"><h1>${w.offers.title}</h1>
        ${none ? markup`<p class="muted">${w.offers.none}</p>` : markup``}
        ${listHtml(visit, w.offers.open, open)}${listHtml(visit, w.offers.closed, closed)}</main>`,
    };
  },
};

function listHtml({ request }: Visit, heading: string, list: Offer[]): Html {
  if (list.length === 0) return markup``;
  return markup`<section><h2>${heading}</h2><ul class="plain">${list.map(
    ({ offerId, title, seniority }) =>
      markup`<li><a href="${link(request, { view: 'board', offer: offerId })}" dir="auto">${title}</a>${seniority ? markup` <span class="muted small">${seniority}</span>` : markup``}</li>`,
  )}</ul></section>`;
}
