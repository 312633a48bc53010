import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../mailbox/mailbox';
import { FilledForm } from './forms';
import {
  answerQuestion,
  mailTo,
  openCopy,
  openQuestion,
  publish,
  readWorkflow,
  smtpCredential,
  startSmtp,
} from './mail-server';
import { itemsOf, type N8n, OTHER_POOL, ownFolder, POOL, readFiles, runLine, runningN8n, vivierNode } from './running';

jest.setTimeout(240_000);

let n8n: N8n;
beforeAll(async () => {
  n8n = await runningN8n();
});

const ADVERTISEMENT = `Technicien de maintenance
Vous entretenez les lignes de production. Vous êtes jeune et dynamique.
Habilitation électrique indispensable.
GMAO souhaitée.
Au moins 3 ans d’expérience en maintenance industrielle exigés.`;
const AGREED = JSON.stringify(['J’ai vérifié ces critères. · I have checked these criteria.']);

it.each(['offer', 'ask'])('the page /form/%s shows and takes nothing without an n8n account', async (path) => {
  const url = `http://127.0.0.1:${n8n.port}/form/${path}`;
  const asked = () => fetch(url, { redirect: 'manual', headers: { connection: 'close' } });
  await until(async () => (await asked()).status !== 404, 'the form');
  expect((await asked()).status).toBe(302);
  const body = new FormData();
  body.append('field-0', 'comptable');
  expect((await fetch(url, { method: 'POST', body })).status).toBe(401);
});

describe('“Publish an offer”', () => {
  let flow: Awaited<ReturnType<typeof openCopy>>;
  beforeAll(async () => {
    flow = await openCopy(n8n, 'publish-an-offer');
  });
  afterAll(() => flow.stop());

  it('shows the criteria and the words to avoid, and opens the offer as the person confirmed it', async () => {
    const form = new FilledForm(n8n, 'open-offer');
    const shown = await form.send(['Technicien de maintenance (F/H)', ADVERTISEMENT, '', 'A. Martin, RH']);
    expect(shown).toContain('Technicien de maintenance (F/H)');
    expect(shown).toMatch(/jeune et dynamique/);
    expect(shown).toMatch(/Habilitation électrique/i);
    // The first field of this page is the remarks, to be read only.
    const answer = await form.send([
      '',
      'Habilitation électrique',
      'GMAO',
      '4',
      'Bac+2',
      'anglais A2',
      'Acceptez-vous les astreintes ?',
      AGREED,
    ]);
    expect(answer).toContain('L’offre est ouverte');
    const run = await runLine(n8n, [
      vivierNode('Offers', 'talentPool', { resource: 'offer', operation: 'getAll' }, { credentials: POOL }),
    ]);
    const offers = (await itemsOf(run, 'Offers')).map(({ json }) => json);
    const made = offers.find(({ title }) => title === 'Technicien de maintenance (F/H)');
    expect(made).toMatchObject({
      criteria: {
        mustHave: ['Habilitation électrique'],
        niceToHave: ['GMAO'],
        minYears: 4,
        degreeLevel: 'Bac+2',
        languages: [{ language: 'anglais', level: 'A2' }],
        questions: ['Acceptez-vous les astreintes ?'],
        confirmed: true,
      },
    });
  });

  it('says why a file can’t be read and what to do', async () => {
    const broken = { fileName: 'annonce.pdf', data: Buffer.from('%PDF-1.7 broken') };
    const page = await new FilledForm(n8n, 'open-offer').send(['Soudeur', '', broken, 'A. Martin, RH']);
    expect(page).toContain('L’annonce n’a pas pu être lue');
    expect(page).toContain('annonce.pdf');
  });
});

describe('“Ask the pool”', () => {
  let flow: Awaited<ReturnType<typeof openCopy>>;
  beforeAll(async () => {
    flow = await openCopy(n8n, 'ask-the-pool');
  });
  afterAll(() => flow.stop());

  it('answers a question on the page with the filter first', async () => {
    const page = await new FilledForm(n8n, 'open-ask').send(['zingueur bilingue avec 5 ans d’expérience à Quimper']);
    expect(page).toMatch(/Quimper/);
    expect(page).toMatch(/5/);
    expect(page).toMatch(/Personne ne correspond|Nobody matches/);
  });

  it('answers in the chat as text', async () => {
    const run = await n8n.run('vivierAskPool', 'Question in the chat', { data: { chatInput: 'soudeur à Brest' } });
    expect(run.status).toBe('success');
    const [{ json }] = await itemsOf(run, 'Answer in the chat');
    expect(json.text).toMatch(/Brest/);
    expect(await itemsOf(run, 'Show the answer')).toHaveLength(0);
  });
});

describe('“Shortlist for an offer by mail”', () => {
  let smtp: Awaited<ReturnType<typeof startSmtp>>;
  let flow: Awaited<ReturnType<typeof openCopy>>;
  let offerId: string;
  beforeAll(async () => {
    smtp = await startSmtp();
    const credentials = { ...OTHER_POOL, ...(await smtpCredential(n8n, smtp.port)) };
    flow = await openCopy(n8n, 'shortlist-by-mail', credentials, { sender: 'rh@entreprise.test' });
    const saved = await runLine(n8n, [
      readFiles('cvs/cv-{lea-quintavalle.txt,marius-hautefeuil.docx}'),
      vivierNode('CV Extract', 'cvExtract', {}),
      vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
      vivierNode('Talent Pool', 'talentPool', {}, { credentials: OTHER_POOL }),
      vivierNode(
        'Offer',
        'talentPool',
        { resource: 'offer', operation: 'create', text: 'Gestionnaire de rayons\nAnglais souhaité.' },
        { credentials: OTHER_POOL, executeOnce: true },
      ),
    ]);
    const [{ json }] = await itemsOf(saved, 'Offer');
    ({ offerId } = json.savedOffer as { offerId: string });
  });
  afterAll(async () => {
    await flow.stop();
    await smtp.close();
  });

  it('sends both files, asks whom to invite, and moves only who was chosen', async () => {
    await new FilledForm(n8n, 'open-shortlist').submit([
      'gestionnaire DE rayons',
      '2',
      'chef@entreprise.test',
      'C. Durand',
    ]);
    const list = await mailTo(smtp.sent, 'chef@entreprise.test', /^Présélection/);
    expect(list.attachments.map(({ filename }) => filename).sort()).toEqual(['shortlist.pdf', 'shortlist.xlsx']);
    const question = await mailTo(smtp.sent, 'chef@entreprise.test', /^Qui inviter/);
    const { page } = await openQuestion(n8n, question);
    expect(page).toMatch(/1\. [^<]+ \(\d+\)/);
    expect(page).not.toMatch(/<input[^>]* checked/);
    const [second = ''] = /2\. [^<"]+ \(\d+\)/.exec(page) ?? [];
    await answerQuestion(n8n, question, [[second]]);
    const ofOffer = {
      resource: 'application',
      operation: 'getAll',
      offerId: { __rl: true, mode: 'id', value: offerId },
    };
    const applications = async () => {
      const run = await runLine(n8n, [vivierNode('All', 'talentPool', ofOffer, { credentials: OTHER_POOL })]);
      return (await itemsOf(run, 'All')).map(({ json }) => json);
    };
    let moved = await applications();
    for (let tries = 0; tries < 60 && moved[0]?.stage !== 'interview'; tries++) moved = await applications();
    expect(moved).toMatchObject([{ stage: 'interview' }]);
  });

  it('says so when no open offer has these words', async () => {
    await new FilledForm(n8n, 'open-shortlist').submit([
      'dompteur de lions',
      '2',
      'cirque@entreprise.test',
      'C. Durand',
    ]);
    const answer = await mailTo(smtp.sent, 'cirque@entreprise.test', /^Pas de présélection/);
    expect(answer.text).toContain('Gestionnaire de rayons');
  });
});

describe('“Check how rankings are used”', () => {
  const people = Array.from(
    { length: 24 },
    (_, index) => `Personne ${index},p${index}@rangs.test,Peintre,${'abcdef'[index % 6]}`,
  );

  it('reminds the person in charge when a ranking was followed within seconds', async () => {
    const smtp = await startSmtp();
    const credentials = { ...OTHER_POOL, ...(await smtpCredential(n8n, smtp.port)) };
    const { path, selector } = ownFolder(n8n, 'rankings');
    writeFileSync(join(path, 'people.csv'), ['Nom,E-mail,Titre,Compétences', ...people].join('\n'));
    const decided = await runLine(n8n, [
      readFiles(`${selector}/people.csv`),
      vivierNode('CV Extract', 'cvExtract', {}),
      vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
      vivierNode('CV Score', 'cvScore', { operation: 'rank', title: 'Peintre en bâtiment', mustHave: 'a' }),
      vivierNode('Save', 'talentPool', {}, { credentials: OTHER_POOL }),
      vivierNode(
        'Decide',
        'talentPool',
        {
          ...{ resource: 'application', operation: 'moveStage', by: 'B. Tran', reason: 'Lu.' },
          stage: '={{ $json.rank <= 1 ? "interview" : "rejected" }}',
        },
        { credentials: OTHER_POOL },
      ),
    ]);
    expect(decided.status).toBe('success');
    expect(await itemsOf(decided, 'Decide')).toHaveLength(people.length);
    const settings = { recruiter: 'direction@entreprise.test', sender: 'rh@entreprise.test' };
    const flow = await publish(n8n, readWorkflow('check-how-rankings-are-used'), { credentials, settings });
    try {
      expect((await n8n.run(flow.id, 'Every month')).status).toBe('success');
      const [mail] = smtp.sent;
      expect(mail.recipients).toEqual(['direction@entreprise.test']);
      expect(mail.text).toMatch(/B\. Tran : .*(ordonne la lecture|orders your reading)/);
    } finally {
      await flow.stop();
      await smtp.close();
    }
  });
});
