import { RateLimit, within } from '../api';
import { toVivierError, VivierError, type Locale } from '../errors';
import { markup } from '../documents';
import { comesFromElsewhere, cookieOf, csrfOf, isOwnForm, setCookie } from './guard';
import { pageFor, pageForStranger, redirect, withSafeHeaders } from './layout';
import { isView, RIGHTS, viewsOf, type ViewName } from './menu';
import { messagePage } from './message';
import { signInView } from './views/sign-in';
import type { Page, PageAnswer, PageDeps, PageLimits, PageRequest, View, ViewResult, Visit } from './types';
import { board } from './views/board';
import { candidate } from './views/candidate';
import { file } from './views/file';
import { log } from './views/log';
import { offers } from './views/offers';
import { password } from './views/password';
import { search } from './views/search';
import { sheet } from './views/sheet';
import { staff } from './views/staff';
import { statistics } from './views/statistics';
import { pageWords } from './words';

const VIEWS: Record<ViewName, View> = {
  ...{ search, candidate, file, sheet, offers, board, statistics, log, staff, password },
};

const YEAR = 365 * 24 * 3600;
const MINUTE = 60_000;

/** Generous for people, narrow for programs. */
export const pageLimits = (now: () => number = Date.now): PageLimits => ({
  pages: new RateLimit(within(MINUTE, 120), now),
  strangers: new RateLimit(within(MINUTE, 60), now),
  failures: new RateLimit(within(10 * MINUTE, 20), now),
});

/** Any request, answered; nothing is thrown. */
export async function answerPage(request: PageRequest, deps: PageDeps): Promise<PageAnswer> {
  const locale = localeOf(request);
  try {
    return withSafeHeaders(await route(request, deps, locale));
  } catch (error) {
    return withSafeHeaders(pageForStranger(request, locale, failure(error, locale)));
  }
}

async function route(request: PageRequest, deps: PageDeps, locale: Locale): Promise<PageAnswer> {
  const { language, ...query } = request.query;
  if (request.method === 'GET' && (language === 'fr' || language === 'en'))
    return redirect(request, query, '', [setCookie(request, 'language', language, YEAR)]);
  const token = cookieOf(request, 'session');
  if (!token && comesFromElsewhere(request)) return stepOver(request, locale);
  const wait = token ? deps.limits.pages.take(token) : deps.limits.strangers.take(request.address);
  if (wait > 0) return tooMany(request, locale, wait);
  const member = token ? await deps.pool.staff.session(token) : null;
  if (!token || !member) return signInView(request, deps, locale);
  const pool = await deps.pool.forRole(member.role);
  const visit: Visit = { ...deps, pool, request, locale, w: pageWords[locale], member, token, csrf: csrfOf(token) };
  return forMember(visit);
}

async function forMember(visit: Visit): Promise<PageAnswer> {
  const { request, w, member } = visit;
  const posted = request.method === 'POST';
  if (posted && !isOwnForm(request, visit.token)) {
    return pageFor(visit, messagePage(visit, 403, w.expired, w.expiredText));
  }
  if (request.query.view === 'sign-out') return signOut(visit, posted);
  const [home] = viewsOf(member);
  const name = member.mustChange ? 'password' : (request.query.view ?? home);
  if (!isView(name)) return pageFor(visit, messagePage(visit, 404, w.notFound, w.notFoundText));
  if (!RIGHTS[name].includes(member.role)) return pageFor(visit, messagePage(visit, 403, w.forbidden, w.forbiddenText));
  const handle = posted ? VIEWS[name].post : VIEWS[name].get;
  const here = { ...visit, request: { ...request, query: { ...request.query, view: name } } };
  if (!handle) return pageFor(here, messagePage(here, 405, w.notFound, w.notFoundText));
  try {
    const result = await handle(here);
    return show(here, result);
  } catch (error) {
    return pageFor(here, failure(error, visit.locale));
  }
}

function show(visit: Visit, result: ViewResult): PageAnswer {
  if ('to' in result) return redirect(visit.request, result.to, result.anchor);
  if ('headers' in result) return result;
  const done = visit.w.done[visit.request.query.done ?? ''];
  const told: Page = done && !result.notice ? { ...result, notice: { text: done } } : result;
  return pageFor(visit, told);
}

async function signOut({ pool, request, token }: Visit, posted: boolean): Promise<PageAnswer> {
  if (!posted) return redirect(request, {});
  await pool.staff.signOut(token);
  return redirect(request, { done: 'signed-out' }, '', [setCookie(request, 'session', '')]);
}

/** The browser sends the session's cookie only for steps within the site: one click, or none, makes it one. */
function stepOver(request: PageRequest, locale: Locale): PageAnswer {
  const w = pageWords[locale];
  const to = redirect(request, request.query).headers.location as string;
  const answer = pageForStranger(request, locale, {
    title: w.openHere,
    body: markup`<main id="content" class="narrow"><h1>${w.elsewhere}</h1><p><a class="button main" href="${to}">${w.openHere}</a></p></main>`,
  });
  return { ...answer, headers: { ...answer.headers, refresh: `0; url=${to}` } };
}

function tooMany(request: PageRequest, locale: Locale, seconds: number): PageAnswer {
  const w = pageWords[locale];
  const answer = pageForStranger(request, locale, {
    title: w.tooMany,
    status: 429,
    body: markup`<main id="content" class="narrow"><h1>${w.tooMany}</h1><p>${w.tooManyText(seconds)}</p></main>`,
  });
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
}

const STATUS: Partial<Record<VivierError['code'], number>> = {
  'not-found': 404,
  'invalid-input': 400,
  'not-allowed': 403,
  'on-hold': 409,
  'pool-unreachable': 503,
  'pool-locked': 503,
};

/** What went wrong, in words; never what the program knows about it. */
function failure(error: unknown, locale: Locale): Page {
  const { code, details } = toVivierError(error);
  const { message, hint } = new VivierError(code, details, { locale });
  const w = pageWords[locale];
  const known = code !== 'internal';
  return {
    title: w.failed,
    status: STATUS[code] ?? 500,
    body: markup`<main id="content" class="narrow"><h1>${code === 'not-found' ? w.notFound : w.failed}</h1>
      <p role="alert">${known ? `${message} ${hint}` : w.failedText}</p></main>`,
  };
}

/** As chosen, else as the browser prefers; French first. */
function localeOf(request: PageRequest): Locale {
  const chosen = cookieOf(request, 'language');
  if (chosen === 'fr' || chosen === 'en') return chosen;
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((code) => code === 'fr' || code === 'en');
  return wanted === 'en' ? 'en' : 'fr';
}
