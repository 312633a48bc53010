import type { Locale } from '../errors';
import { markup, page, type Html } from '../documents';
import { pageStyles } from './styles';
import type { Page, PageAnswer, PageRequest, Visit } from './types';
import { named, pageWords } from './words';
import { viewsOf } from './menu';

/** A place among the pages. Candidates are named by ids that nobody can guess; whatever else is personal never stands in an address. */
export function link(request: Pick<PageRequest, 'path'>, to: Record<string, string | number | undefined>): string {
  const given = Object.entries(to).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${request.path}?${query}` : request.path;
}

/** What every form of somebody who has signed in begins with. */
export const formStart = (
  { request, csrf }: Pick<Visit, 'request' | 'csrf'>,
  to: Record<string, string | number | undefined>,
  attributes: Html = markup``,
): Html =>
  markup`<form method="post" action="${link(request, to)}" accept-charset="utf-8"${attributes}><input type="hidden" name="csrf" value="${csrf}" />`;

/** The bar with the menu, the language and who has signed in. */
export function topBar(visit: Visit): Html {
  const { request, w, member } = visit;
  const here = request.query.view ?? '';
  const items = viewsOf(member).map((view) => {
    const current = view === here ? markup` aria-current="page"` : markup``;
    return markup`<li><a href="${link(request, { view })}"${current}>${named(w.views, view)}</a></li>`;
  });
  return markup`<div class="bar-top"><a class="brand" href="${request.path}">${w.brand}</a>
    <nav aria-label="${w.menu}"><ul>${items}</ul></nav>
    <div class="who">${languageLink(request, visit.locale)}<a href="${link(request, { view: 'password' })}">${w.signedInAs(member.name, named(w.roles, member.role))}</a>
    ${formStart(visit, { view: 'sign-out' })}<button type="submit">${w.signOut}</button></form></div></div>`;
}

/** The same page in the other language; what a form was sent for is not repeated. */
export function languageLink(request: PageRequest, locale: Locale): Html {
  const other = locale === 'fr' ? 'en' : 'fr';
  const to = request.method === 'GET' ? request.query : { view: request.query.view };
  return markup`<a href="${link(request, { ...to, done: undefined, language: other })}" lang="${other}" hreflang="${other}">${pageWords[locale].otherLanguage}</a>`;
}

/** A page for somebody who has signed in. */
export const pageFor = (visit: Visit, content: Page): PageAnswer => answer(visit.locale, content, topBar(visit));

/** The same for a stranger. */
export const pageForStranger = (request: PageRequest, locale: Locale, content: Page): PageAnswer =>
  answer(
    locale,
    content,
    markup`<div class="bar-top"><a class="brand" href="${request.path}">${pageWords[locale].brand}</a><div class="who">${languageLink(request, locale)}</div></div>`,
  );

function answer(locale: Locale, content: Page, bar: Html): PageAnswer {
  const w = pageWords[locale];
  const { notice } = content;
  const body = markup`<a class="skip" href="#content">${w.skip}</a><header>${bar}</header>
    ${notice ? markup`<div class="notices" id="notices"><p class="notice${notice.bad ? ' bad' : ''}" role="${notice.bad ? 'alert' : 'status'}">${notice.text}</p></div>` : markup``}
    ${content.body}`;
  const html = page(locale, `${content.title} – ${w.brand}`, `${content.styles ?? ''}${pageStyles}`, body, {
    script: content.script,
    formOrigin: "'self'",
  });
  return htmlAnswer(html, content.status ?? 200);
}

/** The page's own policy (what it may load and run, by hash) is sent as a header too, with what only a header can say. */
export function htmlAnswer(html: string, status = 200): PageAnswer {
  const [, policy = "default-src 'none'"] =
    /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html) ?? [];
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${policy}; frame-ancestors 'none'; connect-src 'none'; object-src 'none'`,
    },
    body: html,
  };
}

/** What every answer says to the browser. */
export function withSafeHeaders(answer: PageAnswer): PageAnswer {
  return {
    ...answer,
    headers: {
      'cache-control': 'no-store',
      // Forms still say where they come from; other sites are told nothing.
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      ...answer.headers,
    },
  };
}

export function redirect(
  request: PageRequest,
  to: Record<string, string | number | undefined>,
  anchor = '',
  cookies: string[] = [],
): PageAnswer {
  const headers: PageAnswer['headers'] = { location: `${link(request, to)}${anchor && `#${anchor}`}` };
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  return { status: 303, headers, body: '' };
}
