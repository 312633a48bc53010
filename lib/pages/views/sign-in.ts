import { randomBytes } from 'node:crypto';
import type { Locale } from '../../errors';
import { markup } from '../../documents';
import { cookieOf, csrfOf, isOwnForm, setCookie } from '../guard';
import { link, pageForStranger, redirect } from '../layout';
import { isView } from '../menu';
import type { Page, PageAnswer, PageDeps, PageRequest } from '../types';
import { pageWords } from '../words';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The form, and what is sent with it. Whoever has not signed in sees nothing else, whatever they ask for. */
export async function signInView(request: PageRequest, deps: PageDeps, locale: Locale): Promise<PageAnswer> {
  if (request.method !== 'POST') return form(request, deps, locale);
  const visitor = cookieOf(request, 'visitor');
  const w = pageWords[locale];
  if (request.form.step !== 'sign-in' || !visitor || !isOwnForm(request, visitor)) {
    return form(request, deps, locale, { text: w.expiredText, bad: true }, 403);
  }
  const wait = deps.limits.failures.wait(request.address);
  if (wait > 0) {
    const answer = await form(request, deps, locale, { text: w.tooFast(wait), bad: true }, 429);
    return { ...answer, headers: { ...answer.headers, 'retry-after': String(wait) } };
  }
  const { login = '', password = '' } = request.form;
  const result = await deps.pool.staff.signIn({ login, password });
  if (!result.ok) {
    deps.limits.failures.take(request.address);
    return form(request, deps, locale, { text: w.wrong, bad: true }, 401);
  }
  // The token is new with every sign-in: one that somebody planted before is worth nothing.
  return redirect(request, wanted(request.form), '', [
    setCookie(request, 'session', result.token),
    setCookie(request, 'visitor', ''),
  ]);
}

/** Where one wanted to go: a view and an id, never an address. */
function wanted({ view = '', id = '', offer = '' }: Record<string, string>): Record<string, string | undefined> {
  if (!isView(view)) return {};
  return { view, id: UUID.test(id) ? id : undefined, offer: offer.slice(0, 200) || undefined };
}

async function form(
  request: PageRequest,
  { pool }: PageDeps,
  locale: Locale,
  notice?: Page['notice'],
  status = 200,
): Promise<PageAnswer> {
  const w = pageWords[locale];
  const visitor = cookieOf(request, 'visitor') ?? randomBytes(24).toString('base64url');
  const hidden = Object.entries(wanted(request.method === 'POST' ? request.form : request.query)).map(
    ([name, value]) => (value ? markup`<input type="hidden" name="${name}" value="${value}" />` : markup``),
  );
  const nobody = (await pool.staff.list()).length === 0;
  const told = notice ?? (request.query.done === 'signed-out' ? { text: w.signedOut } : undefined);
  const answer = pageForStranger(request, locale, {
    title: w.signIn,
    status,
    notice: told ?? (request.query.done === 'password' ? { text: w.done.password } : undefined),
    body: markup`<main id="content" class="narrow">
      <h1>${w.signIn}</h1><p class="muted">${w.signInIntro}</p>
      ${nobody ? markup`<p class="notice bad">${w.noOneYet}</p>` : markup``}
      <form method="post" action="${link(request, {})}" class="panel" accept-charset="utf-8">
        <input type="hidden" name="step" value="sign-in" /><input type="hidden" name="csrf" value="${csrfOf(visitor)}" />${hidden}
        <p class="field"><label for="login">${w.login}</label><input id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="200" /></p>
        <p class="field"><label for="password">${w.password}</label><input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200" /></p>
        <p class="buttons"><button type="submit" class="main">${w.signIn}</button></p>
      </form></main>`,
  });
  return { ...answer, headers: { ...answer.headers, 'set-cookie': [setCookie(request, 'visitor', visitor)] } };
}
