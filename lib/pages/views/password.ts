import { markup } from '../../documents';
import { setCookie } from '../guard';
import { formStart, redirect } from '../layout';
import type { Page, View, Visit } from '../types';

/** One's own password; whoever was given one has to choose another before anything else. */
export const password: View = {
  get: (visit) => Promise.resolve(show(visit)),
  async post(visit) {
    const { pool, request, member, limits, w } = visit;
    const { old = '', fresh = '', again = '' } = request.form;
    if (fresh !== again) return show(visit, w.choose.differ);
    const wait = limits.failures.wait(request.address);
    if (wait > 0) return show(visit, w.tooFast(wait));
    if (!(await pool.staff.choosePassword(member.staffId, { old, password: fresh }))) {
      limits.failures.take(request.address);
      return show(visit, w.choose.wrongOld);
    }
    return redirect(request, { done: 'password' }, '', [setCookie(request, 'session', '')]);
  },
};

function show(visit: Visit, wrong?: string): Page {
  const { w, member } = visit;
  const field = (name: string, label: string, complete: string, hint = '') =>
    markup`<p class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" type="password" required maxlength="200" autocomplete="${complete}"${hint ? markup` aria-describedby="${name}-hint"` : markup``} />${hint ? markup`<span class="hint" id="${name}-hint">${hint}</span>` : markup``}</p>`;
  return {
    title: w.choose.title,
    ...(wrong ? { notice: { text: wrong, bad: true }, status: 400 } : {}),
    body: markup`<main id="content" class="narrow"><h1>${w.choose.title}</h1>
      ${member.mustChange ? markup`<p class="notice">${w.choose.must}</p>` : markup``}
      ${formStart(visit, { view: 'password' }, markup` class="panel"`)}
        <input type="hidden" name="username" autocomplete="username" value="${member.login}" />
        ${field('old', w.choose.old, 'current-password')}${field('fresh', w.choose.fresh, 'new-password', w.choose.freshHint)}${field('again', w.choose.again, 'new-password')}
        <p class="buttons"><button type="submit" class="main">${w.choose.go}</button></p></form></main>`,
  };
}
