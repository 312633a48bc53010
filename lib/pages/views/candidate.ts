import { markup, profileBody, type Html } from '../../documents';
import type { ApplicationDetails, CandidateDetails, RecordInfo } from '../../pool';
import { dayOf } from '../dates';
import { formStart, link } from '../layout';
import type { Page, View, Visit } from '../types';
import { named } from '../words';
import { shownName } from './file';

/** More than anybody has; the rest stands in the export of their data. */
const MOST_RECORDS = 200;

/** What is known of a person, each value with the line of the CV that says so. */
export const candidate: View = {
  async get(visit) {
    const { pool, request, member } = visit;
    const found = await pool.candidates.view(request.query.id ?? '', {
      ...{ by: member.name, as: 'card' },
      withoutHeld: member.role !== 'administrator',
    });
    const details = await Promise.all(found.applications.map((one) => pool.applications.get(one.applicationId)));
    const titles = await Promise.all(details.map(async ({ offerId }) => (await pool.offers.get(offerId)).title));
    const records = await pool.records.list(found.candidateId, { limit: MOST_RECORDS });
    return card(visit, found, details, titles, records);
  },
  async post(visit) {
    const { pool, request, member } = visit;
    const { application = '', text = '' } = request.form;
    const withoutHeld = member.role !== 'administrator';
    const view = { by: member.name, as: 'card', withoutHeld } as const;
    const found = await pool.candidates.view(request.query.id ?? '', view);
    const own = found.applications.find(({ applicationId }) => applicationId === application);
    await pool.applications.note({ id: own?.applicationId ?? '', by: member.name, text });
    return { to: { view: 'candidate', id: found.candidateId, done: 'noted' }, anchor: `a-${application}` };
  },
};

function card(
  visit: Visit,
  found: CandidateDetails,
  applications: ApplicationDetails[],
  titles: string[],
  records: RecordInfo[],
): Page {
  const { request, w, locale } = visit;
  const { profile, candidateId } = found;
  const name = profile.identity.fullName ?? w.board.unnamed;
  const source = found.source ? w.candidate.source(found.source) : null;
  const submitted = records.filter(handedIn);
  const kept = records.filter((one) => !handedIn(one));
  const facts = [w.candidate.since(dayOf(found.createdAt, locale)), source].filter(Boolean).join(' · ');
  return {
    title: name,
    body: markup`<main id="content" class="card">
      <div class="head"><div><p class="eyebrow">${w.candidate.eyebrow}</p><h1 dir="auto">${name}</h1><p class="muted">${facts}</p></div>
        ${found.documents.length > 0 ? markup`<p><a class="button main" href="${link(request, { view: 'sheet', id: candidateId })}">${w.candidate.sheet}</a></p>` : markup``}</div>
      <section><h2>${w.candidate.applications}</h2>
        ${applications.length === 0 ? markup`<p class="muted">${w.candidate.noApplications}</p>` : markup``}
        <ul class="plain">${applications.map((one, index) => applicationHtml(visit, candidateId, one, titles[index]))}</ul></section>
      <section><h2>${w.candidate.files}</h2>${filesHtml(visit, found)}</section>
      ${recordsHtml(visit, w.candidate.handedIn, submitted)}${recordsHtml(visit, w.candidate.keptHere, kept)}
      <p class="muted small">${w.candidate.proofs}</p>
      ${profileBody(profile, locale, true)}</main>`,
  };
}

const handedIn = ({ kind }: RecordInfo) => kind === 'submitted-document';

function filesHtml(visit: Visit, { candidateId: id, documents }: CandidateDetails): Html {
  const { w } = visit;
  if (documents.length === 0) return markup`<p class="muted">${w.candidate.noFiles}</p>`;
  return markup`<ul class="plain">${documents.map((one) =>
    fileLine(visit, { id, document: one.documentId }, one.fileName, one, one.replacedBy && w.candidate.old),
  )}</ul>`;
}

/** What lies with the person beside the CV; nothing at all where nothing does. */
function recordsHtml(visit: Visit, heading: string, records: RecordInfo[]): Html {
  if (records.length === 0) return markup``;
  const lines = records.map((one) =>
    fileLine(visit, { id: one.candidateId, record: one.recordId }, one.name, one, !handedIn(one) && one.by),
  );
  return markup`<section><h2>${heading}</h2><ul class="plain">${lines}</ul></section>`;
}

function fileLine(
  { request, w, locale }: Visit,
  file: { id: string; document?: string; record?: string },
  name: string,
  { createdAt, bytes }: { createdAt: string; bytes: number },
  more: string | false | null,
): Html {
  const facts = [dayOf(createdAt, locale), w.candidate.size(Math.ceil(bytes / 1024)), more].filter(Boolean).join(' · ');
  return markup`<li><a href="${link(request, { view: 'file', ...file })}" download dir="auto">${shownName(name)}</a> <span class="muted small">${facts}</span></li>`;
}

function applicationHtml(visit: Visit, candidateId: string, one: ApplicationDetails, title: string): Html {
  const { request, w, locale } = visit;
  const score = one.score ? w.candidate.score(Math.round(one.score.score)) : w.candidate.unscored;
  return markup`<li id="a-${one.applicationId}">
    <h3><a href="${link(request, { view: 'board', offer: one.offerId })}#c-${one.applicationId}" dir="auto">${title}</a></h3>
    <p class="muted">${[named(w.stages, one.stage), score].join(' · ')}</p>
    ${one.notes.length > 0 && markup`<ul class="plain" aria-label="${w.candidate.notes}">${one.notes.map((note) => markup`<li><q dir="auto">${note.text}</q> <span class="muted small">${note.by}, ${dayOf(note.at, locale)}</span></li>`)}</ul>`}
    <details><summary>${w.candidate.note}</summary>${formStart(visit, { view: 'candidate', id: candidateId })}<input type="hidden" name="application" value="${one.applicationId}" />
      <p class="field"><label for="n-${one.applicationId}">${w.candidate.note}</label><textarea id="n-${one.applicationId}" name="text" rows="3" required maxlength="5000"></textarea></p>
      <p class="buttons"><button type="submit">${w.candidate.noteGo}</button></p></form></details></li>`;
}
