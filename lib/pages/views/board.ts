import { markup, type Html } from '../../documents';
import type { Application, Offer } from '../../pool';
import { boardScript } from '../board-script';
import { formStart, link } from '../layout';
import type { Page, View, Visit } from '../types';
import { named } from '../words';

const MOST = 500;
const ENDS = ['rejected', 'withdrawn'];

/** The applications to an offer, a column for each stage. Every move is a form; dragging fills it in. */
export const board: View = {
  async get(visit) {
    const { offer, applications } = await read(visit);
    await visit.pool.staff.listed({ by: visit.member.name, people: applications.length, offerId: offer.offerId });
    return page(visit, offer, applications);
  },
  async post(visit) {
    const { pool, request, member, w } = visit;
    const { offer, applications } = await read(visit);
    const { application = '', stage = '', reason = '' } = request.form;
    // Only what the board shows can be moved from it.
    const moved = applications.find(({ applicationId }) => applicationId === application);
    if (moved && stage === 'rejected' && reason.trim().length < 2) {
      const notice = { text: w.board.needsReason, bad: true };
      return { ...page(visit, offer, applications, moved.applicationId), notice, status: 400 };
    }
    await pool.applications.moveStage({ id: moved?.applicationId ?? '', stage, by: member.name, reason });
    return { to: { view: 'board', offer: offer.offerId, done: 'moved' }, anchor: `c-${application}` };
  },
};

async function read({ pool, request, member }: Visit): Promise<{ offer: Offer; applications: Application[] }> {
  const offer = await pool.offers.get(request.query.offer ?? '');
  const withoutHeld = member.role !== 'administrator';
  const applications = await pool.applications.list({ offerId: offer.offerId, limit: MOST, withoutHeld });
  return { offer, applications };
}

/** @param open the application whose form is shown again, with what was missing */
function page(visit: Visit, offer: Offer, applications: Application[], open?: string): Page {
  const { w } = visit;
  const stages = [...offer.stages.map(({ name }) => name), ...ENDS];
  // The offer's stages may have been changed after somebody had reached one.
  const others = [...new Set(applications.map(({ stage }) => stage))].filter((stage) => !stages.includes(stage));
  const columns = [...others, ...stages];
  return {
    title: offer.title,
    script: boardScript,
    body: markup`<main id="content"><p class="eyebrow">${w.board.eyebrow}</p><h1 dir="auto">${offer.title}</h1>
      <p class="muted">${w.board.intro}</p>${applications.length === 0 ? markup`<p>${w.board.nobody}</p>` : markup``}
      <p class="unseen" role="status" id="said"></p>
      <div class="columns">${columns.map((stage) =>
        columnHtml(
          visit,
          { offer, stage, stages, open },
          applications.filter((one) => one.stage === stage),
        ),
      )}</div></main>`,
  };
}

interface Column {
  offer: Offer;
  stage: string;
  stages: string[];
  open?: string;
}

function columnHtml(visit: Visit, column: Column, applications: Application[]): Html {
  const { w } = visit;
  const optional = column.offer.stages.find(({ name }) => name === column.stage)?.optional === true;
  const id = `s-${column.stage.replace(/[^\p{L}\p{N}]/gu, '-')}`;
  return markup`<section class="column" data-stage="${column.stage}" data-optional="${optional ? 'yes' : 'no'}" aria-labelledby="${id}">
    <h2 id="${id}"><span dir="auto">${named(w.stages, column.stage)}</span><span>${applications.length}</span></h2>
    ${applications.length === 0 ? markup`<p class="muted small">${w.board.empty}</p>` : markup``}
    <ul class="plain">${applications.map((one) => cardHtml(visit, column, one))}</ul></section>`;
}

function cardHtml(visit: Visit, { offer, stage, stages, open }: Column, one: Application): Html {
  const { request, w, member } = visit;
  const id = one.applicationId;
  const name = one.profile.identity.fullName ?? w.board.unnamed;
  const score = one.score ? w.candidate.score(Math.round(one.score.score)) : w.candidate.unscored;
  const facts = [score, one.rescoreNeeded ? w.board.rescore : null].filter(Boolean).join(' · ');
  const wrong = open === id;
  const options = stages
    .filter((other) => other !== stage)
    .map(
      (other) =>
        markup`<option value="${other}"${wrong && other === 'rejected' ? markup` selected` : markup``}>${named(w.stages, other)}</option>`,
    );
  return markup`<li id="c-${id}" data-card>
    <h3><a href="${link(request, { view: 'candidate', id: one.candidateId })}" dir="auto">${name}</a></h3>
    ${one.profile.headline ? markup`<p class="small" dir="auto">${one.profile.headline}</p>` : markup``}<p class="muted small">${facts}</p>
    <details${wrong ? markup` open` : markup``}><summary aria-label="${w.board.moveWhom(name)}">${w.board.move}</summary>
      ${formStart(visit, { view: 'board', offer: offer.offerId })}<input type="hidden" name="application" value="${id}" />
      <p class="field"><label for="t-${id}">${w.board.to}</label><select id="t-${id}" name="stage" required>${options}</select></p>
      <p class="field"><label for="r-${id}">${w.board.reason}</label><textarea id="r-${id}" name="reason" rows="2" maxlength="2000" aria-describedby="h-${id}"${wrong ? markup` aria-invalid="true" autofocus` : markup``}></textarea><span class="hint" id="h-${id}">${w.board.reasonHint}</span></p>
      <p class="small muted">${w.board.decidedBy(member.name)}</p>
      <p class="buttons"><button type="submit" class="main">${w.board.go}</button></p></form></details></li>`;
}
