import { FilledForm } from './forms';
import { itemsOf, type N8n, POOL, runLine, runningN8n, vivierNode } from './running';

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

describe('“Publish an offer”', () => {
  it('shows the criteria and the words to avoid, and opens the offer as the person confirmed it', async () => {
    const form = new FilledForm(n8n, 'offer');
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
    const page = await new FilledForm(n8n, 'offer').send(['Soudeur', '', broken, 'A. Martin, RH']);
    expect(page).toContain('L’annonce n’a pas pu être lue');
    expect(page).toContain('annonce.pdf');
  });
});

describe('“Ask the pool”', () => {
  it('answers a question on the page with the filter first', async () => {
    const page = await new FilledForm(n8n, 'ask').send(['zingueur bilingue avec 5 ans d’expérience à Quimper']);
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
