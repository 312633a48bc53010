import { markup, type Html } from '../../documents';
import type { AuditEvent, AuditVerification } from '../../pool';
import { momentOf } from '../dates';
import { formStart, link } from '../layout';
import type { Page, View, Visit } from '../types';

const PER_PAGE = 50;

/** The decision log, to be read and verified; it holds no candidate's data. */
export const log: View = {
  get: (visit) => show(visit),
  async post(visit) {
    return show(visit, await visit.pool.audit.verify());
  },
};

async function show(visit: Visit, verified?: AuditVerification): Promise<Page> {
  const { pool, request, w } = visit;
  const page = Math.max(1, Math.min(10_000, Math.trunc(Number(request.query.p)) || 1));
  const events = await pool.audit.list({ limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
  return {
    title: w.log.title,
    notice: verified && {
      text: verified.ok ? w.log.ok(verified.checked) : w.log.broken(verified.firstBroken ?? verified.checked + 1),
      bad: !verified.ok,
    },
    body: markup`<main id="content"><h1>${w.log.title}</h1><p class="muted">${w.log.intro}</p>
      ${formStart(visit, { view: 'log' })}<p class="buttons"><button type="submit">${w.log.verify}</button></p></form>
      <div class="panel scroll" tabindex="0" role="region" aria-label="${w.log.title}"><table><thead><tr>${w.log.columns.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${events.map(rowHtml)}</tbody></table></div>
      <nav class="pages" aria-label="${w.search.pages}">
        ${page > 1 ? markup`<a class="button" href="${link(request, { view: 'log', p: page - 1 })}">${w.log.newer}</a>` : markup``}
        ${events.length === PER_PAGE ? markup`<a class="button" href="${link(request, { view: 'log', p: page + 1 })}">${w.log.older}</a>` : markup``}</nav></main>`,
  };
}

function rowHtml({ seq, at, by, action, subjectKind, subjectId, details }: AuditEvent): Html {
  const more = Object.entries(details).map(([name, value]) => `${name}: ${String(value)}`);
  const subject = [subjectKind, subjectId?.slice(0, 8)].filter(Boolean).join(' ');
  return markup`<tr><td>${seq}</td><td>${momentOf(at)}</td><td>${by}</td><td>${action}</td><td>${subject}</td><td class="small muted">${more.join(', ')}</td></tr>`;
}
