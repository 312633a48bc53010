import { createHash, timingSafeEqual } from 'node:crypto';
import type { PageRequest } from './types';

/** Before the sign-in there is a token as well, so that nobody can be signed in as somebody else without noticing. */
export type CookieKind = 'session' | 'visitor' | 'language';

const NAMES: Record<CookieKind, string> = {
  session: 'vivier-session',
  visitor: 'vivier-visitor',
  language: 'vivier-language',
};

/** Over https the `__Host-` prefix keeps other names and paths of the site from setting it (RFC 6265bis, 4.1.3.2). */
const nameOf = (kind: CookieKind, { secure }: PageRequest) => (secure ? `__Host-${NAMES[kind]}` : NAMES[kind]);

export function cookieOf(request: PageRequest, kind: CookieKind): string | null {
  const wanted = `${nameOf(kind, request)}=`;
  const found = (request.headers.cookie ?? '').split(/;\s*/).find((part) => part.startsWith(wanted));
  const value = found?.slice(wanted.length) ?? '';
  return /^[\w-]{1,200}$/.test(value) ? value : null;
}

/** @param value empty: the cookie is taken away. @param seconds absent: until the browser is closed. */
export function setCookie(request: PageRequest, kind: CookieKind, value: string, seconds?: number): string {
  const age = value === '' ? 0 : seconds;
  return [
    `${nameOf(kind, request)}=${value}`,
    `Path=${request.secure ? '/' : request.path}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(request.secure ? ['Secure'] : []),
    ...(age === undefined ? [] : [`Max-Age=${age}`]),
  ].join('; ');
}

/** What a form brings back to show that the page it stands in was made for this session. */
export const csrfOf = (token: string): string => createHash('sha256').update(`csrf ${token}`).digest('base64url');

/**
 * A form is taken from our own pages only: browsers say where it comes from (Fetch Metadata, else Origin), and it carries the session's own token. One of them
 * would do; a browser that says nothing has the token still.
 */
export function isOwnForm(request: PageRequest, token: string): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined && (!URL.canParse(origin) || (host !== undefined && new URL(origin).host !== host))) {
    // A proxy may hand on another host than the browser asked; the browser's own word counts then.
    if (site !== 'same-origin') return false;
  }
  const [given, wanted] = [request.form.csrf ?? '', csrfOf(token)].map((text) => Buffer.from(text));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** A link on another site leads here: the browser keeps strict cookies back for this one step. */
export const comesFromElsewhere = ({ method, headers }: PageRequest): boolean =>
  method === 'GET' && headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] === 'navigate';
