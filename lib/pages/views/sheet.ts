import { VivierError } from '../../errors';
import { markup, renderReviewSheet, type Html } from '../../documents';
import type { Correction } from '../../pool';
import { barStyles } from '../styles';
import { htmlAnswer, link, topBar } from '../layout';
import { messagePage } from '../message';
import type { View, Visit } from '../types';

/** The CV beside what was read from it; corrections come back here and go into the pool. */
export const sheet: View = {
  async get(visit) {
    const { pool, request, member, w, locale, csrf } = visit;
    const view = viewing(visit);
    const found = await pool.candidates.view(request.query.id ?? '', { ...view, as: 'review-sheet' });
    const [latest] = found.documents;
    if (!latest) return messagePage(visit, 404, w.notFound, w.sheet.noFile);
    const stored = await pool.candidates.viewDocument(found.candidateId, latest.documentId, view);
    const original = await visit.readOriginal(stored).catch(() => null);
    if (!original) return messagePage(visit, 503, w.failed, w.sheet.unreadable);
    const here = { view: 'sheet', id: found.candidateId };
    const html = renderReviewSheet({
      ...{ profile: found.profile, document: original.document, pictures: original.pictures, locale },
      candidateId: found.candidateId,
      within: {
        action: link(request, here),
        fields: { csrf, version: String(found.profileVersion) },
        by: member.name,
        styles: barStyles,
        head: head(visit, found.candidateId),
      },
    });
    return htmlAnswer(html);
  },
  async post(visit) {
    const { pool, request, member } = visit;
    const { candidateId, profileVersion } = await pool.candidates.view(request.query.id ?? '', {
      ...viewing(visit),
      as: 'review-sheet',
    });
    // Somebody else corrected meanwhile: places in lists may have moved.
    if (request.form.version !== String(profileVersion)) {
      return messagePage(visit, 409, visit.w.expired, visit.w.expiredText);
    }
    const done = await pool.candidates.rectify(candidateId, {
      ...{ changes: readChanges(request.form.changes), by: member.name, reason: request.form.reason ?? '' },
    });
    return { to: { view: 'candidate', id: candidateId, done: done.changed ? 'corrected' : 'unchanged' } };
  },
};

const viewing = ({ member }: Visit) => ({ by: member.name, withoutHeld: member.role !== 'administrator' });

const head = (visit: Visit, id: string): Html =>
  markup`<section aria-label="${visit.w.menu}">${topBar(visit)}<p><a href="${link(visit.request, { view: 'candidate', id })}">← ${visit.w.sheet.back}</a></p></section>`;

/** The pool checks paths and values against the profile's schema. */
function readChanges(text: string | undefined): Correction[] {
  try {
    const changes: unknown = JSON.parse(text ?? '');
    if (Array.isArray(changes)) return changes as Correction[];
  } catch {
    // Told below, as any other text that is no list.
  }
  throw new VivierError('invalid-input', { what: 'changes' });
}
