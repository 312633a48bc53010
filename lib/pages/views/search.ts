import { markup, type Html } from '../../documents';
import type { FoundCandidate, Highlight, SearchResult } from '../../pool';
import { link } from '../layout';
import { addFacet, fieldsOf, filtersOf, openSearch, readFields, sealSearch, type SearchState } from '../search-state';
import type { Page, View, Visit } from '../types';
import { facetsHtml, searchForm } from './search-form';

const PER_PAGE = 20;
const MOST_SKILLS = 8;

/** The search is posted, and shown at an address that only this session can read. */
export const search: View = {
  async get(visit) {
    const state = openSearch(visit.token, visit.request.query.s);
    return show(visit, state, Math.max(1, Math.min(500, Math.trunc(Number(visit.request.query.p)) || 1)));
  },
  async post(visit) {
    const state = await asked(visit);
    return { to: { view: 'search', s: sealSearch(visit.token, state) }, anchor: 'found' };
  },
};

async function asked({ pool, request, locale }: Visit): Promise<SearchState> {
  const { form } = request;
  if (form.step === 'ask' && form.question?.trim()) {
    const question = form.question.trim().slice(0, 500);
    const filter = await pool.candidates.understand(question, { locale });
    return { fields: fieldsOf(filter), question, understood: filter.understood.slice(0, 20) };
  }
  const fields = readFields(form);
  return { fields: form.add ? addFacet(fields, form.add.slice(0, 300)) : fields };
}

async function show(visit: Visit, state: SearchState, page: number): Promise<Page> {
  const { pool, w, member } = visit;
  const result = await pool.candidates.search({
    ...{ query: state.fields.query, filters: filtersOf(state.fields) },
    ...{ limit: PER_PAGE, offset: (page - 1) * PER_PAGE, facets: true, highlights: true },
    withoutHeld: member.role !== 'administrator',
  });
  await pool.staff.listed({ by: member.name, people: result.candidates.length });
  const mode = w.search.mode[result.mode];
  return {
    title: w.search.title,
    body: markup`<main id="content"><h1>${w.search.title}</h1>
      <div class="find">
        <div>${searchForm(visit, state)}</div>
        <div class="results" id="found">
          ${understoodHtml(visit, state)}
          <h2 tabindex="-1">${isEmpty(state) ? w.search.everyone : w.search.found(result.total, result.totalIsExact)}</h2>
          ${mode ? markup`<p class="notice">${mode}</p>` : markup``}
          ${result.candidates.length === 0 ? markup`<p>${w.search.nobody}</p>` : markup``}
          <ul class="plain">${result.candidates.map((one) => personHtml(visit, one))}</ul>
          ${pagesHtml(visit, result, page)}
        </div>
        ${result.facets && result.total > 1 ? facetsHtml(visit, state, result.facets) : markup``}
      </div></main>`,
  };
}

const isEmpty = ({ fields }: SearchState) => Object.keys(fields).length === 0;

function understoodHtml({ w }: Visit, { question, understood = [] }: SearchState): Html {
  if (!question) return markup``;
  return markup`<div class="understood"><p><q>${question}</q></p>${understood.length > 0 && markup`<p class="small muted">${w.search.understood}</p><ul class="chips">${understood.map((part) => markup`<li>${part}</li>`)}</ul>`}</div>`;
}

function personHtml({ request, w }: Visit, one: FoundCandidate): Html {
  const { profile, highlights = [] } = one;
  const months = profile.derived.experienceMonths;
  const facts = [
    profile.contact.city,
    months === null ? null : w.search.yearsOf(months < 24 ? w.months(months) : w.years(Math.floor(months / 12))),
    one.availability === 'not-said' ? w.search.notSaid : one.availability ? w.search.inTime : null,
  ].filter(Boolean);
  const skills = profile.skills.slice(0, MOST_SKILLS).map(({ name }) => markup`<li dir="auto">${name}</li>`);
  return markup`<li class="person">
    <h2><a href="${link(request, { view: 'candidate', id: one.candidateId })}" dir="auto">${profile.identity.fullName ?? w.board.unnamed}</a></h2>
    ${profile.headline ? markup`<p dir="auto">${profile.headline}</p>` : markup``}
    <p class="muted small">${facts.join(' · ')}</p>
    ${skills.length > 0 ? markup`<ul class="chips">${skills}</ul>` : markup``}
    ${highlights.map((passage) => markup`<p class="passage" dir="auto">${marked(passage)}</p>`)}
  </li>`;
}

/** The passage with the words that were found; each part is escaped by itself. */
function marked({ text, marks }: Highlight): Html[] {
  const parts: Html[] = [];
  let from = 0;
  for (const [start, end] of marks) {
    parts.push(markup`${text.slice(from, start)}<mark>${text.slice(start, end)}</mark>`);
    from = end;
  }
  return [...parts, markup`${text.slice(from)}`];
}

function pagesHtml({ request, w }: Visit, { total, totalIsExact }: SearchResult, page: number): Html {
  const count = Math.max(1, Math.ceil(total / PER_PAGE));
  if (count === 1 && totalIsExact) return markup``;
  const to = (p: number, text: string, rel: string) =>
    markup`<a class="button" rel="${rel}" href="${link(request, { view: 'search', s: request.query.s, p })}">${text}</a>`;
  return markup`<nav class="pages" aria-label="${w.search.pages}">
    ${page > 1 ? to(page - 1, w.search.previous, 'prev') : markup``}
    <span>${w.search.page(page, count)}</span>
    ${page < count ? to(page + 1, w.search.next, 'next') : markup``}</nav>`;
}
