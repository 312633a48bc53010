import { activityBlocks, markup, reportBlocks, reportStyles, type Html } from '../../documents';
import { dayOf } from '../dates';
import { link } from '../layout';
import type { View, Visit } from '../types';

const WEEK_MS = 7 * 24 * 3_600_000;
const PERIODS = [4, 12, 26, 52];
const USUAL = 12;

/** Figures alone, as charts with their numbers beside them: nobody is named. */
export const statistics: View = {
  async get(visit) {
    const { pool, request, w, locale } = visit;
    const weeks = PERIODS.find((count) => String(count) === request.query.weeks) ?? USUAL;
    const to = new Date();
    const from = new Date(to.getTime() - weeks * WEEK_MS);
    const now = await pool.statistics();
    const waiting = await pool.waiting.now();
    const activity = await pool.activity({ from: from.toISOString(), to: to.toISOString() });
    const facts = [
      [w.statistics.candidates, now.candidates],
      [w.statistics.openOffers, now.offers.open],
      [w.statistics.applications, now.applications],
      [w.statistics.toRescore, now.toRescore],
      [w.statistics.held, now.held],
      [w.statistics.erased, now.erased],
    ] as const;
    const number = new Intl.NumberFormat(locale);
    const items = [
      ...facts.map(([label, value]) => ({ label, text: number.format(value) })),
      ...(waiting.oldestSince === null
        ? []
        : [
            { label: w.statistics.waiting, text: number.format(waiting.count) },
            { label: w.statistics.waitingSince, text: dayOf(waiting.oldestSince, locale) },
          ]),
    ];
    const blocks = activityBlocks({ activity, generatedAt: to.toISOString(), locale });
    return {
      title: w.statistics.title,
      styles: reportStyles,
      body: markup`<main id="content"><h1>${w.statistics.title}</h1><h2>${w.statistics.today}</h2>
        ${reportBlocks([{ kind: 'facts', items }])}
        ${periods(visit, weeks)}<div class="report">${reportBlocks(blocks)}</div></main>`,
    };
  },
};

function periods({ request, w }: Visit, chosen: number): Html {
  return markup`<nav aria-label="${w.statistics.period}"><ul class="chips">${PERIODS.map((count) => {
    const current = count === chosen ? markup` aria-current="true"` : markup``;
    return markup`<li><a href="${link(request, { view: 'statistics', weeks: count })}"${current}>${w.statistics.weeks(count)}</a></li>`;
  })}</ul></nav>`;
}
