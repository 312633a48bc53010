import { markup, type Html } from '../../documents';
import { STAGES, type Facets } from '../../pool';
import { formStart, link } from '../layout';
import type { SearchField, SearchState } from '../search-state';
import type { Visit } from '../types';
import { named } from '../words';

/** How many values of a facet are offered. */
const MOST_VALUES = 8;

/** Words, a question in plain words, and the filters, whatever filled them in. */
export function searchForm(visit: Visit, state: SearchState): Html {
  const { request, w } = visit;
  const s = w.search;
  const set = Object.keys(state.fields).some((name) => name !== 'query');
  return markup`${formStart(visit, { view: 'search' }, markup` class="panel" role="search" id="search"`)}
      ${field('query', s.words, state, { hint: s.wordsHint, type: 'search' })}
      <p class="buttons"><button type="submit" class="main">${s.go}</button><a href="${link(request, { view: 'search' })}">${s.clear}</a></p>
      <details${set ? markup` open` : markup``}><summary>${s.filters}</summary>
        ${field('skills', s.skills, state, { hint: s.skillsHint })}
        <div class="pair">${field('minYears', s.minYears, state, { type: 'number' })}${field('maxYears', s.maxYears, state, { type: 'number' })}</div>
        ${choice('minDegree', s.degree, state, s.anyDegree, w.degrees)}
        ${field('languages', s.languages, state, { hint: s.languagesHint })}
        <div class="pair">${field('city', s.city, state)}${field('radiusKm', s.radius, state, { type: 'number' })}</div>
        ${field('department', s.department, state)}
        ${field('availableBy', s.available, state, { type: 'date' })}
        ${choice('stage', s.stage, state, s.anyStage, Object.fromEntries(STAGES.map((stage) => [stage, named(w.stages, stage)])))}
        ${field('source', s.source, state)}
        <p class="buttons"><button type="submit">${s.go}</button></p>
      </details></form>
    ${formStart(visit, { view: 'search' }, markup` class="panel"`)}<input type="hidden" name="step" value="ask" />
      <p class="field"><label for="question">${s.ask}</label><textarea id="question" name="question" rows="3" maxlength="500" required aria-describedby="question-hint">${state.question ?? ''}</textarea><span class="hint" id="question-hint">${s.askHint}</span></p>
      <p class="buttons"><button type="submit">${s.askGo}</button></p></form>`;
}

function field(
  name: SearchField,
  label: string,
  { fields }: SearchState,
  { hint = '', type = 'text' }: { hint?: string; type?: string } = {},
): Html {
  const number = type === 'number' ? markup` min="0" step="any" inputmode="decimal"` : markup` maxlength="300"`;
  const described = hint ? markup` aria-describedby="f-${name}-hint"` : markup``;
  return markup`<p class="field"><label for="f-${name}">${label}</label><input id="f-${name}" name="${name}" type="${type}" value="${fields[name] ?? ''}"${number}${described} />${hint ? markup`<span class="hint" id="f-${name}-hint">${hint}</span>` : markup``}</p>`;
}

function choice(
  name: SearchField,
  label: string,
  { fields }: SearchState,
  none: string,
  options: Record<string, string>,
): Html {
  const chosen = fields[name] ?? '';
  // A value that a question or another offer brought in stays.
  const all = chosen && !(chosen in options) ? { ...options, [chosen]: chosen } : options;
  return markup`<p class="field"><label for="f-${name}">${label}</label><select id="f-${name}" name="${name}"><option value="">${none}</option>
    ${Object.entries(all).map(([value, text]) => markup`<option value="${value}"${value === chosen ? markup` selected` : markup``}>${text}</option>`)}</select></p>`;
}

/** How those found are spread; each value is a button that adds it to the search as it was sent. */
export function facetsHtml(visit: Visit, { fields }: SearchState, facets: Facets): Html {
  const { w } = visit;
  const groups = (['skills', 'languages', 'degrees', 'years', 'stages', 'sources'] as const).filter(
    (name) => facets[name].length > 0,
  );
  const kept = Object.entries(fields).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value ?? ''}" />`,
  );
  return markup`<details class="panel facets" open><summary>${w.search.refine}</summary>${formStart(visit, { view: 'search' })}${kept}
    ${groups.map(
      (
        name,
      ) => markup`<h3 id="facet-${name}">${w.search.facets[name]}</h3><ul class="plain" aria-labelledby="facet-${name}">
      ${facets[name].slice(0, MOST_VALUES).map(({ value, count }) => {
        const text = facetName(visit, name, value);
        return markup`<li><button type="submit" name="add" value="${name}:${value}" aria-label="${w.search.addFacet(text, count)}"><span dir="auto">${text}</span><span>${count}</span></button></li>`;
      })}</ul>`,
    )}</form></details>`;
}

function facetName({ w, locale }: Visit, facet: keyof Facets, value: string): string {
  switch (facet) {
    case 'degrees':
      return named(w.degrees, value);
    case 'years':
      return w.search.yearsFrom(...(value.replace('+', '').split('-') as [string, string?]));
    case 'stages':
      return named(w.stages, value);
    case 'languages':
      return /^[a-z]{2,3}$/.test(value)
        ? (new Intl.DisplayNames(locale, { type: 'language' }).of(value) ?? value)
        : value;
    default:
      return value;
  }
}
