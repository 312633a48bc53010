import { closeIdlePools } from '../../../lib/pool';
import { closeExtractors } from '../../../lib/extract';
import { addCandidate, openSite, profileWithProof, signedIn, Visitor, type Site } from './support';

describe('talent pool pages', () => {
  let site: Site;
  let ines: Awaited<ReturnType<typeof addCandidate>>;
  beforeAll(async () => {
    site = await openSite();
    ines = await addCandidate(site.pool);
    const marc = profileWithProof('Marc Petit', ['Java']);
    await site.pool.candidates.upsert({ profile: { ...marc, contact: { ...marc.contact, email: null } } });
  });
  afterAll(async () => {
    await site.close();
    await closeIdlePools();
    await closeExtractors();
  });

  it('show nothing but the sign-in to who has not signed in', async () => {
    const visitor = new Visitor(site.deps);
    await visitor.open({ view: 'candidate', id: ines.candidateId });
    expect(visitor.text).toContain('Se connecter');
    expect(visitor.text).not.toContain('Durand');
    await visitor.submit(
      {},
      {
        step: 'sign-in',
        view: 'candidate',
        id: ines.candidateId,
        login: 'recruiter',
        password: 'quatre chevaux bleus',
      },
    );
    expect(visitor.text).toContain('Ines Durand');
  });

  it('speak the browser’s language, and keep the one that was chosen', async () => {
    const visitor = new Visitor(site.deps);
    visitor.headers['accept-language'] = 'de, en;q=0.8';
    await visitor.open();
    expect(visitor.text).toContain('Sign in');
    await visitor.open({ language: 'fr' });
    expect(visitor.text).toContain('Se connecter');
  });

  it('find people by words, typing errors included, and show how they are spread', async () => {
    const visitor = await signedIn(site, 'recruiter');
    await visitor.submit({ view: 'search' }, { query: 'comptabel' });
    expect(visitor.text).toContain('des mots qui se ressemblent');
    expect(visitor.text).toContain('Ines Durand');
    expect(visitor.last).toContain('name="add" value="skills:excel"');
    await visitor.submit({ view: 'search' }, { query: '', add: 'skills:java' });
    expect(visitor.text).toContain('Marc Petit');
    expect(visitor.text).not.toContain('Ines Durand');
  });

  it('turn a question into filters that can be changed', async () => {
    const visitor = await signedIn(site, 'recruiter');
    await visitor.submit({ view: 'search' }, { step: 'ask', question: 'comptable à Lyon avec 3 ans d’expérience' });
    expect(visitor.last).toMatch(/name="city"[^>]*value="Lyon"/i);
    expect(visitor.last).toMatch(/name="minYears"[^>]*value="3"/);
    expect(visitor.text).toContain('Ines Durand');
  });

  it('put nothing personal into an address', async () => {
    const visitor = await signedIn(site, 'recruiter');
    const answer = await visitor.send(
      'POST',
      { view: 'search' },
      {
        csrf: /name="csrf" value="([^"]+)"/.exec(visitor.last)?.[1] ?? '',
        query: 'Durand ines@exemple.test',
      },
    );
    expect(answer.status).toBe(303);
    expect(decodeURIComponent(String(answer.headers.location))).not.toMatch(/durand|ines|exemple/i);
  });

  it('show each value with the line it came from, and write the look into the log', async () => {
    const visitor = await signedIn(site, 'recruiter');
    await visitor.open({ view: 'candidate', id: ines.candidateId });
    expect(visitor.last).toMatch(/page 1, ligne 2<\/span><q class="quote" dir="auto">Comptable confirmée<\/q>/);
    expect(visitor.text).toContain('cv ines.txt');
    const [entry] = await site.pool.audit.list({ action: 'candidate.viewed' });
    expect(entry).toMatchObject({ by: 'Claire Martin', subjectId: ines.candidateId });
  });

  it('hand out the original file to be kept, never to be shown', async () => {
    const visitor = await signedIn(site, 'recruiter');
    const { documents } = await site.pool.candidates.get(ines.candidateId);
    const answer = await visitor.send('GET', { view: 'file', id: ines.candidateId, document: documents[0].documentId });
    expect(String(answer.body)).toContain('Ines Durand');
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="cv ines.txt"; filename*=UTF-8''cv%20ines.txt`,
    );
    expect(answer.headers['content-security-policy']).toContain('sandbox');
  });

  it('move an application by a form, in the name of who signed in', async () => {
    const { applicationId } = await addCandidate(site.pool);
    const visitor = await signedIn(site, 'recruiter');
    await visitor.open({ view: 'board', offer: 'compta' });
    await visitor.submit(
      { view: 'board', offer: 'compta' },
      { application: applicationId, stage: 'test', by: 'Somebody Else' },
    );
    expect(visitor.text).toContain('La candidature a changé d’étape');
    const { stage, history } = await site.pool.applications.get(applicationId);
    expect(stage).toBe('test');
    expect(history.at(-1)).toMatchObject({ by: 'Claire Martin', to: 'test' });
  });

  it('refuse a rejection without a reason, and show the form again', async () => {
    const visitor = await signedIn(site, 'recruiter');
    await visitor.open({ view: 'board', offer: 'compta' });
    const form = { application: ines.applicationId, stage: 'rejected' };
    const answer = await visitor.submit({ view: 'board', offer: 'compta' }, form);
    expect(answer.status).toBe(400);
    expect(visitor.text).toContain('Indiquez le motif');
    expect((await site.pool.applications.get(ines.applicationId)).stage).not.toBe('rejected');
    await visitor.submit({ view: 'board', offer: 'compta' }, { ...form, reason: 'poste pourvu' });
    expect((await site.pool.applications.get(ines.applicationId)).history.at(-1)).toMatchObject({
      ...{ to: 'rejected', by: 'Claire Martin', reason: 'poste pourvu' },
    });
  });

  it('take corrections from the review sheet into the pool', async () => {
    const visitor = await signedIn(site, 'recruiter');
    await visitor.open({ view: 'sheet', id: ines.candidateId });
    expect(visitor.text).toContain('Comptable confirmée');
    const [, version = ''] = /name="version" value="(\d+)"/.exec(visitor.last) ?? [];
    const changes = JSON.stringify([{ path: 'headline', value: 'Cheffe comptable' }]);
    await visitor.submit(
      { view: 'sheet', id: ines.candidateId },
      { version, changes, by: 'Nobody', reason: 'relu ensemble' },
    );
    expect(visitor.text).toContain('Cheffe comptable');
    const [entry] = await site.pool.audit.list({ action: 'candidate.rectified' });
    expect(entry.by).toBe('Claire Martin');
  });

  it('refuse corrections of a sheet that is out of date', async () => {
    const visitor = await signedIn(site, 'recruiter');
    await visitor.open({ view: 'sheet', id: ines.candidateId });
    const changes = JSON.stringify([{ path: 'headline', value: 'Autre' }]);
    const answer = await visitor.submit(
      { view: 'sheet', id: ines.candidateId },
      { version: '999', changes, reason: 'x y' },
    );
    expect(answer.status).toBe(409);
  });

  it('keep a note with the name of who wrote it', async () => {
    const visitor = await signedIn(site, 'recruiter');
    await visitor.open({ view: 'candidate', id: ines.candidateId });
    await visitor.submit(
      { view: 'candidate', id: ines.candidateId },
      { application: ines.applicationId, text: 'À rappeler' },
    );
    expect(visitor.text).toMatch(/À rappeler Claire Martin/);
  });

  it('show an auditor figures and the log, and no person', async () => {
    const visitor = await signedIn(site, 'auditor');
    expect(visitor.text).toContain('Le vivier aujourd’hui');
    await visitor.open({ view: 'log' });
    expect(visitor.text).toContain('candidate.created');
    await visitor.submit({ view: 'log' }, {});
    expect(visitor.text).toContain('Journal intact');
    expect(visitor.text).not.toContain('Durand');
  });

  it('let an administrator add a user, whose password is shown once and must be changed', async () => {
    const visitor = await signedIn(site, 'administrator');
    await visitor.open({ view: 'staff' });
    await visitor.submit({ view: 'staff' }, { step: 'add', name: 'Jo Blanc', login: 'jo.blanc', role: 'recruiter' });
    const [, password = ''] = /Mot de passe de Jo Blanc : (\S+)/.exec(visitor.text) ?? [];
    await visitor.open({ view: 'staff' });
    expect(visitor.text).not.toContain(password);
    const jo = new Visitor(site.deps);
    await jo.open();
    await jo.submit({}, { step: 'sign-in', login: 'jo.blanc', password });
    await jo.open({ view: 'search' });
    expect(jo.text).toContain('choisissez le vôtre');
    const fresh = 'un mot puis un autre';
    await jo.submit({ view: 'password' }, { old: password, fresh, again: fresh });
    await jo.submit({}, { step: 'sign-in', login: 'jo.blanc', password: fresh });
    expect(jo.text).toContain('Candidats');
  });

  it('page through many results', async () => {
    for (let n = 0; n < 23; n++) {
      const many = profileWithProof(`Zoé Nombre${n}`, ['Tricot']);
      await site.pool.candidates.upsert({
        profile: { ...many, contact: { ...many.contact, email: `z${n}@exemple.test` } },
      });
    }
    const visitor = await signedIn(site, 'recruiter');
    await visitor.submit({ view: 'search' }, { skills: 'Tricot' });
    expect(visitor.text).toContain('23 candidats trouvés');
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(visitor.last) ?? [];
    await visitor.open(Object.fromEntries(new URL(next.replaceAll('&amp;', '&'), 'http://localhost').searchParams));
    expect(visitor.text).toContain('page 2 sur 2');
    expect(visitor.last.match(/class="person"/g)).toHaveLength(3);
  });

  it.each([
    ['fr', 'Lettres et diplômes remis', 'Documents établis ici et conversations', '1 ko'],
    ['en', 'Letters and diplomas handed in', 'Documents made here and conversations', '1 kB'],
  ])('show in %s what else lies with the person, and hand it out', async (language, submitted, made, size) => {
    const { candidateId } = ines;
    const add = (kind: 'submitted-document' | 'generated-document', name: string, data: string) =>
      site.pool.records.add({
        ...{ candidateId, kind, name, mimeType: 'text/html', data: Buffer.from(data), by: 'Claire Martin' },
      });
    const { recordId } = await add('submitted-document', `Lettre d’Inès ${language}.html`, '<b>Madame, Monsieur</b>');
    await add('generated-document', `CV société ${language}.pdf`, 'pdf');
    const visitor = await signedIn(site, 'recruiter');
    await visitor.open({ language });
    await visitor.open({ view: 'candidate', id: candidateId });
    expect(visitor.text).toMatch(
      new RegExp(`${submitted}.*Lettre d’Inès ${language}\\.html.*${size}.*${made}.*CV société ${language}\\.pdf`),
    );
    const answer = await visitor.send('GET', { view: 'file', id: candidateId, record: recordId });
    expect(String(answer.body)).toBe('<b>Madame, Monsieur</b>');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="Lettre d_Ine_s ${language}.html"; filename*=UTF-8''Lettre%20d%E2%80%99In%C3%A8s%20${language}.html`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    const [entry] = await site.pool.audit.list({ action: 'document.read', subjectId: candidateId });
    expect(entry).toMatchObject({ by: 'Claire Martin', details: { recordId } });
  });

  it('show no heading for letters where none were handed in', async () => {
    const { contact, ...luc } = profileWithProof('Luc Autre');
    const { candidateId } = await site.pool.candidates.upsert({
      profile: { ...luc, contact: { ...contact, email: null } },
    });
    const visitor = await signedIn(site, 'recruiter');
    await visitor.open({ view: 'candidate', id: candidateId });
    expect(visitor.text).toContain('Fichiers d’origine');
    expect(visitor.text).not.toContain('Lettres et diplômes');
  });

  it('tell among the figures how many CVs wait for the model, and since when', async () => {
    const visitor = await signedIn(site, 'auditor');
    await visitor.open({ view: 'statistics' });
    expect(visitor.text).not.toContain('Attendent le modèle');
    const document = { fileName: 'cv.txt', mimeType: 'text/plain', data: Buffer.from('Paul Lent'), text: 'Paul Lent' };
    const profile = profileWithProof('Paul Lent', ['Tricot']);
    await site.pool.candidates.upsert({ profile, document, modelLater: 'batch' });
    await visitor.open({ view: 'statistics' });
    expect(visitor.text).toMatch(/Attendent le modèle\s*1\s*Le plus ancien d’entre eux, depuis le\s*\d/);
  });
});
