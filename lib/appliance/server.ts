import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Locale } from '../errors';
import { checkHealth, healthPage, healthSettings, inLanguage, overall, type Check, type Said } from '../health';
import { mailForm, setUpMail } from './mail';
import { claimedPage, mailDonePage, mailPage, notedPage, recoveryPage, setupPage, type Typed } from './pages';
import { askBySocket, type Ask } from './requests';
import { words } from './words';

const FRESH_MS = 15_000;
const MOST_BYTES = 32 * 1024;
const LONGEST_FIELD = 500;

interface Sent {
  status?: number;
  type?: string;
  text: string;
  location?: string;
}

interface Parts {
  env: NodeJS.ProcessEnv;
  health: () => Promise<{ checks: Check<Said>[]; at: Date }>;
  /** Null on a machine that is no appliance: then there are no setup pages. */
  ask: Ask | null;
  claimed: () => boolean;
  /** Of the page that showed the recovery key. */
  token: { value: string | null };
}

/** The health page, and on the appliance the setup pages. Not listening yet. */
export function applianceServer(env: NodeJS.ProcessEnv): Server {
  const settings = healthSettings(env);
  const ready = settings.stateFolder === null ? null : join(settings.stateFolder, 'ready');
  const parts: Parts = {
    env,
    health: remembered(() => checkHealth(settings)),
    ask: env.VIVIER_REQUESTS ? askBySocket(env.VIVIER_REQUESTS) : null,
    claimed: () => ready === null || existsSync(ready),
    token: { value: null },
  };
  return createServer((request, response) => {
    answer(request, parts).then(
      (sent) => reply(request, response, sent),
      () => reply(request, response, { status: 500, type: 'text/plain', text: 'error\n' }),
    );
  });
}

/** Many people looking at once cost one look. */
function remembered(look: () => Promise<Check<Said>[]>): Parts['health'] {
  let last: { at: Date; checks: Promise<Check<Said>[]> } | null = null;
  return async () => {
    if (last === null || Date.now() - last.at.getTime() > FRESH_MS) last = { at: new Date(), checks: look() };
    const { at, checks } = last;
    return { at, checks: await checks };
  };
}

async function answer(request: IncomingMessage, parts: Parts): Promise<Sent> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const locale = localeOf(request, url);
  const reading = request.method === 'GET' || request.method === 'HEAD';
  if (reading && url.pathname === '/health') return health(parts, locale);
  if (reading && url.pathname === '/health.json') return healthJson(parts, locale);
  if (parts.ask === null || (!reading && request.method !== 'POST')) return NOT_FOUND;
  const typed = reading ? null : await readForm(request);
  switch (url.pathname) {
    case '/setup':
      return setup(parts, parts.ask, locale, typed);
    case '/setup/noted':
      return typed === null ? { status: 303, location: '/setup', text: '' } : noted(parts, parts.ask, locale, typed);
    case '/setup/mail':
      return mail(parts, parts.ask, locale, typed);
    default:
      return NOT_FOUND;
  }
}

const NOT_FOUND: Sent = { status: 404, type: 'text/plain; charset=utf-8', text: 'Vivier: ?\n' };

async function health({ health: look, claimed }: Parts, locale: Locale): Promise<Sent> {
  const { checks, at } = await look();
  return { text: healthPage({ checks: checks.map((one) => inLanguage(one, locale)), at, locale, claimed: claimed() }) };
}

/** For monitoring: HTTP 503 when something needed is broken. */
async function healthJson({ health: look }: Parts, locale: Locale): Promise<Sent> {
  const { checks, at } = await look();
  const state = overall(checks);
  const body = { state, at: at.toISOString(), checks: checks.map((one) => inLanguage(one, locale)) };
  return { status: state === 'red' ? 503 : 200, type: 'application/json', text: `${JSON.stringify(body, null, 1)}\n` };
}

async function setup(parts: Parts, ask: Ask, locale: Locale, typed: Typed | null): Promise<Sent> {
  if (parts.claimed()) return { text: claimedPage(locale) };
  if (typed === null) return { text: setupPage(locale) };
  const { wrong } = words[locale];
  const { code = '', email = '', firstName = '', lastName = '', password = '' } = typed;
  const refuse = (fault: string) => ({ status: 422, text: setupPage(locale, fault, typed) });
  if ([code, email, firstName, lastName, password].some((text) => text === '')) return refuse(wrong.incomplete);
  const said = await ask({ do: 'owner', code, email, firstName, lastName, password });
  if (!said.ok) return refuse(said.message ?? wrong[said.reason] ?? wrong.unreachable);
  if (!said.recoveryKey) return { text: notedPage(locale) };
  parts.token.value = randomBytes(24).toString('base64url');
  return { text: recoveryPage(locale, said.recoveryKey, parts.token.value) };
}

async function noted({ token }: Parts, ask: Ask, locale: Locale, typed: Typed): Promise<Sent> {
  if (token.value === null || !same(typed.token ?? '', token.value))
    return { status: 303, location: '/setup', text: '' };
  if (!(await ask({ do: 'noted' })).ok)
    return { status: 503, text: setupPage(locale, words[locale].wrong.unreachable) };
  token.value = null;
  return { text: notedPage(locale) };
}

const same = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

async function mail({ env, claimed }: Parts, ask: Ask, locale: Locale, typed: Typed | null): Promise<Sent> {
  if (!claimed()) return { status: 303, location: '/setup', text: '' };
  if (typed === null) return { text: mailPage(locale) };
  const w = words[locale];
  const form = mailForm.safeParse(typed);
  if (!form.success) return { status: 422, text: mailPage(locale, w.wrong.incomplete, typed) };
  const outcome = await setUpMail(form.data, env.VIVIER_N8N_URL ?? '', ask);
  if (outcome.ok) return { text: mailDonePage(locale) };
  const fault = [w.faults[outcome.fault], outcome.message, w.nothingChanged].filter(Boolean).join(' ');
  return { status: 422, text: mailPage(locale, fault, typed) };
}

function localeOf(request: IncomingMessage, url: URL): Locale {
  const wanted = url.searchParams.get('lang') ?? request.headers['accept-language'] ?? '';
  return /^\s*fr/i.test(wanted) ? 'fr' : 'en';
}

async function readForm(request: IncomingMessage): Promise<Typed> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_BYTES) return {};
    chunks.push(chunk as Buffer);
  }
  const fields = [...new URLSearchParams(Buffer.concat(chunks).toString('utf8'))];
  return Object.fromEntries(fields.map(([name, value]) => [name, value.length > LONGEST_FIELD ? '' : value]));
}

function reply(request: IncomingMessage, response: ServerResponse, { status = 200, type, text, location }: Sent): void {
  response.writeHead(status, {
    'content-type': type ?? 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    ...(location && { location }),
  });
  response.end(request.method === 'HEAD' ? '' : text);
}
