import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { extractDocument } from '../../../lib/extract';
import { answerPage, pageLimits, type PageAnswer, type PageDeps, type PageRequest } from '../../../lib/pages';
import { openPool, type StaffRole, type TalentPool } from '../../../lib/pool';
import { emptyProfile, type Profile } from '../../../lib/profile';
import { scoreOf } from '../pool/support/people';

export const PATH = '/webhook/talent-pool';
export const PASSWORD = 'quatre chevaux bleus';

/** Lines of a CV, and a profile whose every value says on which of them it stands. */
export const LINES = ['Ines Durand', 'Comptable confirmée', 'Excel, Sage', 'ines@exemple.test'];

export function profileWithProof(name = LINES[0], skills = ['Excel', 'Sage']): Profile {
  const profile = emptyProfile('2026-01-15');
  const at = (line: number, quote: string) => ({
    ...{ page: 1, lines: [line, line] as [number, number], quote, source: 'rules' as const },
  });
  profile.identity = { ...profile.identity, fullName: name, evidence: { fullName: at(1, name) } };
  profile.headline = LINES[1];
  profile.evidence = { headline: at(2, LINES[1]) };
  profile.contact = { ...profile.contact, email: LINES[3], city: 'Lyon', evidence: { email: at(4, LINES[3]) } };
  profile.skills = skills.map((skill) => ({ name: skill, group: null, code: null, evidence: { name: at(3, skill) } }));
  profile.derived.experienceMonths = 66;
  return profile;
}

export interface Site {
  deps: PageDeps;
  pool: TalentPool;
  close(): Promise<void>;
}

let sites = 0;

/** Pages over an embedded pool in memory, with a user for each role who signs in as `recruiter`, `auditor` or `administrator`. */
export async function openSite(): Promise<Site> {
  return siteOf(await openPool({ backend: 'embedded', folder: `memory://pages-${process.pid}-${++sites}` }));
}

/** The same over any pool. */
export async function siteOf(pool: TalentPool): Promise<Site> {
  const names: Record<StaffRole, string> = {
    ...{ recruiter: 'Claire Martin', auditor: 'Paul Roux', administrator: 'Nadia Leroy' },
  };
  for (const [role, name] of Object.entries(names) as [StaffRole, string][]) {
    await pool.staff.add({ login: role, name, role, by: name, password: PASSWORD });
  }
  const deps: PageDeps = {
    pool,
    limits: pageLimits(),
    readOriginal: async ({ data, fileName, mimeType }) => ({
      document: await extractDocument({ data, fileName, mimeType }),
      pictures: [],
    }),
  };
  return { deps, pool, close: () => pool.close() };
}

/** A candidate with a file, and an application to an offer. */
export async function addCandidate(pool: TalentPool, profile = profileWithProof(), fileName = 'cv ines.txt') {
  const text = [profile.identity.fullName, ...LINES.slice(1)].join('\n');
  const document = { fileName, mimeType: 'text/plain', data: Buffer.from(text), text };
  const { candidateId } = await pool.candidates.upsert({ profile, document, source: 'site' });
  await pool.offers.upsert({ id: 'compta', title: 'Comptable', text: 'Comptable à Lyon', criteria: {} });
  const score = scoreOf(72);
  const { applicationId } = await pool.applications.upsert({ candidateId, offerId: 'compta', score });
  return { candidateId, applicationId };
}

const decode = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** A browser without a screen: keeps cookies, fills in the form's token, follows where it is sent. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  headers: Record<string, string> = { 'accept-language': 'fr', host: 'localhost', 'sec-fetch-site': 'same-origin' };
  address = '192.0.2.1';
  secure = false;
  last = '';

  constructor(private readonly deps: PageDeps) {}

  async send(method: string, query: Record<string, string>, form: Record<string, string> = {}): Promise<PageAnswer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request: PageRequest = {
      ...{ method, path: PATH, query, form, address: this.address, secure: this.secure },
      headers: { ...this.headers, ...(cookie ? { cookie } : {}) },
    };
    const answer = await answerPage(request, this.deps);
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** A page, after as many redirections as it takes. */
  async open(query: Record<string, string> = {}): Promise<PageAnswer> {
    return this.follow(await this.send('GET', query));
  }

  /** Sends a form with the token of the page that was read last. */
  async submit(query: Record<string, string>, form: Record<string, string>): Promise<PageAnswer> {
    const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(this.last) ?? [];
    return this.follow(await this.send('POST', query, { csrf, ...form }));
  }

  private async follow(answer: PageAnswer): Promise<PageAnswer> {
    this.last = String(answer.body);
    const to = answer.headers.location;
    if (answer.status !== 303 || typeof to !== 'string') return answer;
    const url = new URL(to, 'http://localhost');
    return this.open(Object.fromEntries(url.searchParams));
  }

  /** What can be read on the last page. */
  get text(): string {
    return decode(
      this.last.replace(/<(?:style|script)[\s\S]*?<\/(?:style|script)>/g, '').replace(/<[^>]+>/g, ' '),
    ).replace(/\s+/g, ' ');
  }
}

export async function signedIn(site: Site, role: StaffRole): Promise<Visitor> {
  const visitor = new Visitor(site.deps);
  await visitor.open();
  await visitor.submit({}, { step: 'sign-in', login: role, password: PASSWORD });
  return visitor;
}

/** The same pages for a real browser. */
export async function serve(deps: PageDeps): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const form = Object.fromEntries(
        Object.entries(parse(Buffer.concat(parts).toString('utf8'))).map(([name, value]) => [name, String(value)]),
      );
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      void answerPage(
        {
          ...{ method: request.method ?? 'GET', path: url.pathname, query: Object.fromEntries(url.searchParams) },
          ...{ form, headers, address: '127.0.0.1', secure: false },
        },
        deps,
      ).then((answer) => {
        response.writeHead(answer.status, answer.headers);
        response.end(answer.body);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}${PATH}` };
}
