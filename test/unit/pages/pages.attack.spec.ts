import { closeExtractors } from '../../../lib/extract';
import { closeIdlePools } from '../../../lib/pool';
import { pageLimits } from '../../../lib/pages';
import { attachment } from '../../../lib/pages/views/file';
import { addCandidate, openSite, profileWithProof, signedIn, Visitor, type Site } from './support';

const EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202E\'`${7*7}';

const tokenIn = (html: string) => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

const letterOf = (candidateId: string) => ({
  ...{ candidateId, kind: 'submitted-document' as const, name: 'lettre.html', mimeType: 'text/html' },
  data: Buffer.from('<script>alert("Durand")</script>'),
});

describe('attacks on the talent pool pages', () => {
  let site: Site;
  let ines: Awaited<ReturnType<typeof addCandidate>>;
  beforeAll(async () => {
    site = await openSite();
    ines = await addCandidate(site.pool);
  });
  afterAll(async () => {
    await site.close();
    await closeIdlePools();
    await closeExtractors();
  });

  it('a CV’s text never becomes markup, on any page', async () => {
    const evil = profileWithProof(`Eve ${EVIL}`, [`Excel ${EVIL}`]);
    evil.contact.email = 'eve@exemple.test';
    evil.headline = EVIL;
    evil.skills[0].evidence.name.quote = EVIL;
    const { candidateId, applicationId } = await addCandidate(site.pool, evil, `cv ${EVIL}.txt`);
    await site.pool.applications.note({ id: applicationId, by: 'Claire Martin', text: EVIL });
    const visitor = await signedIn(site, 'recruiter');
    const pages: Record<string, string>[] = [
      { view: 'search' },
      { view: 'candidate', id: candidateId },
      { view: 'board', offer: 'compta' },
      { view: 'sheet', id: candidateId },
    ];
    for (const page of pages) {
      await visitor.open(page);
      expect(visitor.last).toContain('&lt;script&gt;');
      expect(visitor.last).not.toMatch(/<script>alert|<img src=x/);
    }
    await visitor.submit({ view: 'search' }, { query: EVIL, skills: EVIL, city: EVIL });
    expect(visitor.last).not.toMatch(/<script>alert|<img src=x/);
  });

  it('what a visitor writes into an address never becomes markup', async () => {
    const visitor = await signedIn(site, 'recruiter');
    for (const view of ['search', 'candidate', 'board', 'nothing', EVIL]) {
      const answer = await visitor.open({ view, id: EVIL, offer: EVIL, s: EVIL, p: EVIL, done: EVIL, weeks: EVIL });
      expect(String(answer.body)).not.toMatch(/<script>alert|<img src=x/);
      expect(answer.status).toBeLessThan(500);
    }
  });

  it('every page forbids foreign scripts, frames and connections', async () => {
    const visitor = await signedIn(site, 'administrator');
    for (const view of ['search', 'offers', 'board', 'statistics', 'log', 'staff', 'password', 'sheet']) {
      const { headers } = await visitor.open({ view, offer: 'compta', id: ines.candidateId });
      const policy = String(headers['content-security-policy']);
      for (const part of [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ])
        expect({ view, policy }).toMatchObject({ policy: expect.stringContaining(part) as string });
      expect(policy).not.toContain('unsafe');
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    }
  });

  it.each([
    ['without a token', (form: Record<string, string>) => ({ ...form, csrf: '' }), {}],
    ['with the token of another session', (form: Record<string, string>) => ({ ...form, csrf: 'x'.repeat(43) }), {}],
    ['from another site', (form: Record<string, string>) => form, { 'sec-fetch-site': 'cross-site' }],
    ['from a site beside ours', (form: Record<string, string>) => form, { 'sec-fetch-site': 'same-site' }],
    ['from a page without an origin', (form: Record<string, string>) => form, { 'sec-fetch-site': '', origin: 'null' }],
    [
      'from another origin',
      (form: Record<string, string>) => form,
      { 'sec-fetch-site': '', origin: 'http://evil.test' },
    ],
  ])('a form %s changes nothing', async (_, change, headers) => {
    const visitor = await signedIn(site, 'recruiter');
    await visitor.open({ view: 'board', offer: 'compta' });
    const csrf = tokenIn(visitor.last);
    const before = (await site.pool.applications.get(ines.applicationId)).stage;
    const sent: Record<string, string> = { ...visitor.headers, ...headers };
    visitor.headers = Object.fromEntries(Object.entries(sent).filter(([, value]) => value));
    const form = change({ csrf, application: ines.applicationId, stage: 'hired', reason: 'attack' });
    expect((await visitor.send('POST', { view: 'board', offer: 'compta' }, form)).status).toBe(403);
    expect((await site.pool.applications.get(ines.applicationId)).stage).toBe(before);
  });

  it('a sign-in that another site sends is refused', async () => {
    const visitor = new Visitor(site.deps);
    const form = { step: 'sign-in', login: 'recruiter', password: 'quatre chevaux bleus', csrf: 'guess' };
    expect((await visitor.send('POST', {}, form)).status).toBe(403);
    expect([...visitor.cookies.keys()]).not.toContain('vivier-session');
  });

  it('a session that was planted beforehand is worth nothing', async () => {
    const visitor = new Visitor(site.deps);
    visitor.cookies.set('vivier-session', 'planted-by-the-attacker-planted-by-the-attacker');
    await visitor.open();
    await visitor.submit({}, { step: 'sign-in', login: 'recruiter', password: 'quatre chevaux bleus' });
    expect(visitor.cookies.get('vivier-session')).not.toContain('planted');
    const thief = new Visitor(site.deps);
    thief.cookies.set('vivier-session', 'planted-by-the-attacker-planted-by-the-attacker');
    await thief.open({ view: 'search' });
    expect(thief.text).toContain('Se connecter');
  });

  it('a session ends for good at the sign-out', async () => {
    const visitor = await signedIn(site, 'recruiter');
    const stolen = visitor.cookies.get('vivier-session') ?? '';
    await visitor.submit({ view: 'sign-out' }, {});
    visitor.cookies.set('vivier-session', stolen);
    await visitor.open({ view: 'search' });
    expect(visitor.text).toContain('Se connecter');
  });

  it('cookies are kept from scripts, other sites and, over https, from the whole network', async () => {
    const visitor = new Visitor(site.deps);
    visitor.secure = true;
    await visitor.open();
    const [, csrf] = [0, tokenIn(visitor.last)];
    const answer = await visitor.send(
      'POST',
      {},
      { csrf, step: 'sign-in', login: 'recruiter', password: 'quatre chevaux bleus' },
    );
    const [cookie] = answer.headers['set-cookie'];
    expect(cookie).toMatch(/^__Host-vivier-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
  });

  it.each([
    ['auditor', ['search', 'candidate', 'file', 'sheet', 'offers', 'board', 'staff']],
    ['recruiter', ['log', 'staff']],
  ] as const)('a %s opens and sends nothing beyond their role', async (role, views) => {
    const visitor = await signedIn(site, role);
    await visitor.open({ view: 'password' });
    const csrf = tokenIn(visitor.last);
    for (const view of views) {
      const query = { view, id: ines.candidateId, offer: 'compta' };
      const read = await visitor.send('GET', query);
      const sent = await visitor.send('POST', query, {
        csrf,
        step: 'add',
        name: 'Eve Noir',
        login: 'eve',
        role: 'administrator',
      });
      expect([view, read.status, sent.status]).toEqual([view, 403, 403]);
      expect(String(read.body)).not.toContain('Durand');
    }
    expect((await site.pool.staff.list()).map(({ login }) => login)).not.toContain('eve');
  });

  it('a recruiter gets nothing of people under a legal hold, by no way', async () => {
    const held = profileWithProof('Hugo Litige');
    const { candidateId, applicationId } = await addCandidate(
      site.pool,
      { ...held, contact: { ...held.contact, email: 'h@exemple.test' } },
      'h.txt',
    );
    await site.pool.candidates.hold(candidateId, { by: 'Nadia Leroy', reason: 'litige' });
    const { documents } = await site.pool.candidates.get(candidateId);
    const { recordId } = await site.pool.records.add(letterOf(candidateId));
    const visitor = await signedIn(site, 'recruiter');
    for (const query of [
      { view: 'candidate', id: candidateId },
      { view: 'sheet', id: candidateId },
      { view: 'file', id: candidateId, document: documents[0].documentId },
      { view: 'file', id: candidateId, record: recordId },
    ] as Record<string, string>[]) {
      expect((await visitor.open(query)).status).toBe(404);
      expect(visitor.last).not.toContain('Litige');
    }
    await visitor.open({ view: 'board', offer: 'compta' });
    expect(visitor.last).not.toContain('Litige');
    await visitor.submit(
      { view: 'board', offer: 'compta' },
      { application: applicationId, stage: 'hired', reason: 'x y' },
    );
    expect((await site.pool.applications.get(applicationId)).stage).toBe('screening');
    await visitor.submit({ view: 'search' }, { query: 'Litige' });
    expect(visitor.text).toContain('Aucun candidat');
  });

  it('nobody’s file is read through somebody else’s address', async () => {
    const other = profileWithProof('Luc Autre');
    const { candidateId } = await addCandidate(
      site.pool,
      { ...other, contact: { ...other.contact, email: 'l@exemple.test' } },
      'l.txt',
    );
    const { documents } = await site.pool.candidates.get(ines.candidateId);
    const visitor = await signedIn(site, 'recruiter');
    const { recordId } = await site.pool.records.add(letterOf(ines.candidateId));
    const wanted = [`document=${documents[0].documentId}`, `record=${recordId}`, 'record=x', 'record='];
    for (const query of wanted.map((one) => Object.fromEntries(new URLSearchParams(one)))) {
      const answer = await visitor.send('GET', { view: 'file', id: candidateId, ...query });
      expect([query, answer.status >= 400 && answer.status < 500]).toEqual([query, true]);
      expect(String(answer.body)).not.toContain('Durand');
    }
  });

  it('a letter’s name neither becomes markup nor pretends to another ending', async () => {
    await site.pool.records.add({ ...letterOf(ines.candidateId), name: `../lettre ${EVIL} \u202Efdp.exe` });
    const visitor = await signedIn(site, 'recruiter');
    await visitor.open({ view: 'candidate', id: ines.candidateId });
    expect(visitor.last).toContain('fdp.exe</a>');
    expect(visitor.last).not.toMatch(/<script>alert|<img src=x|\u202E/);
  });

  it('leads to no other site, whatever is asked for', async () => {
    const visitor = new Visitor(site.deps);
    await visitor.open({ view: 'candidate', id: '//evil.test', next: 'https://evil.test' });
    const csrf = tokenIn(visitor.last);
    const form = { csrf, step: 'sign-in', login: 'recruiter', password: 'quatre chevaux bleus' };
    const answer = await visitor.send(
      'POST',
      {},
      { ...form, view: '//evil.test', id: 'https://evil.test', next: '//evil.test' },
    );
    expect(answer.headers.location).toBe('/webhook/talent-pool');
  });

  it('a search of another session can’t be read, nor one that was changed', async () => {
    const claire = await signedIn(site, 'recruiter');
    const answer = await claire.send('POST', { view: 'search' }, { csrf: tokenIn(claire.last), query: 'Durand' });
    const sealed = new URL(String(answer.headers.location), 'http://x').searchParams.get('s') ?? '';
    const nadia = await signedIn(site, 'administrator');
    await nadia.open({ view: 'search', s: sealed });
    expect(nadia.last).not.toContain('value="Durand"');
    const changed = sealed.slice(0, -4) + (sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA');
    expect((await claire.open({ view: 'search', s: changed })).status).toBe(200);
    expect(claire.last).not.toContain('value="Durand"');
  });

  it('wrong passwords slow an address down, and look the same for who exists and who does not', async () => {
    const visitor = new Visitor({ ...site.deps, limits: pageLimits(() => 0) });
    visitor.address = '198.51.100.7';
    await visitor.open();
    const answers: string[] = [];
    for (let n = 0; n < 21; n++) {
      await visitor.submit({}, { step: 'sign-in', login: n % 2 ? 'auditor' : 'nobody', password: 'wrong' });
      answers.push(visitor.text.replace(/\d+/g, ''));
    }
    expect(new Set(answers.slice(0, 20)).size).toBe(1);
    expect(answers[20]).toContain('Trop d’essais depuis cet ordinateur');
  });

  it('asks a program that goes too fast to wait', async () => {
    const visitor = new Visitor({ ...site.deps, limits: pageLimits(() => 0) });
    visitor.address = '198.51.100.9';
    const statuses: number[] = [];
    for (let n = 0; n < 70; n++) statuses.push((await visitor.send('GET', {})).status);
    const refused = await visitor.send('GET', {});
    expect(statuses[0]).toBe(200);
    expect([refused.status, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['a"\r\nSet-Cookie: x=1.pdf', 'a_Set-Cookie_ x_1.pdf'],
    ['\u202Efdp.exe', 'fdp.exe'],
    ['', 'cv'],
  ])('a file’s name can’t leave its header: %j', (name, plain) => {
    const header = attachment(name);
    expect(header).toContain(`filename="${plain}"`);
    expect(header).not.toMatch(/[\r\n]/);
  });

  it('hostile corrections are refused by the profile’s schema', async () => {
    const visitor = await signedIn(site, 'recruiter');
    await visitor.open({ view: 'sheet', id: ines.candidateId });
    const [, version = ''] = /name="version" value="(\d+)"/.exec(visitor.last) ?? [];
    for (const changes of [
      '',
      '{',
      '{"a":1}',
      '[{"path":"__proto__.x","value":1}]',
      '[{"path":"skills","value":"x"}]',
    ]) {
      const answer = await visitor.send(
        'POST',
        { view: 'sheet', id: ines.candidateId },
        { csrf: tokenIn(visitor.last), version, changes, reason: 'relu' },
      );
      expect({ changes, status: answer.status }).toEqual({ changes, status: 400 });
    }
  });
});
