import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analyzeWithRules } from '../../../lib/analyze/rules';
import { closeExtractors, extractDocument } from '../../../lib/extract';
import type { Profile } from '../../../lib/profile';
import { documentOf, placed, REFERENCE, type LineInput } from './document';

const jobsOf = (profile: Profile) =>
  profile.experiences.map((job) => [job.title, job.employer, job.start, job.current ? 'now' : job.end].join(' | '));

describe('whole pages', () => {
  afterAll(closeExtractors);

  const read = async (fileName: string) => {
    const data = await readFile(join(__dirname, '../../fixtures/analyze', fileName));
    return analyzeWithRules(await extractDocument({ data, fileName }, { ocr: 'never' }), REFERENCE);
  };

  it('reads start and end set one above the other, and tags that only white parts', async () => {
    const profile = await read('stacked-dates-and-tags.pdf');
    expect(jobsOf(profile)).toEqual([
      'Développeur full stack | Capgemini | 2021-03 | now',
      'Développeur web | Ateliers du Midi | 2018-09 | 2021-02',
      'Stagiaire développeur | Mairie de Muret | 2018-02 | 2018-07',
    ]);
    expect(profile.skills.map((skill) => skill.name)).toEqual(
      expect.arrayContaining(['Java', 'Spring Boot', 'GitLab CI', 'TypeScript', 'Agilité']),
    );
    expect(profile.skills).toHaveLength(9);
  });

  it('keeps dates with their posts where contact data stand above them in the same column', async () => {
    const profile = await read('dates-below-contact.pdf');
    expect(profile.contact).toMatchObject({ email: 'marcus.oyelaran@post.example', phone: '+12065550147' });
    expect(jobsOf(profile)).toEqual([
      'Director of Operations | Northwind Traders | 2022-01 | now',
      'Operations Manager | Northwind Traders | 2019-03 | 2021-12',
      'Shift Lead | Northwind Traders | 2016-05 | 2019-02',
      'Dispatcher | Puget Freight | 2014-08 | 2016-04',
    ]);
  });

  it('keeps dates with their posts where a sidebar stands beside them', async () => {
    const profile = await read('dates-beside-sidebar.pdf');
    expect(jobsOf(profile)).toEqual([
      'Cheffe de projet digital | Sanofi | 2022-02 | now',
      'Chargée de communication | Publicis | 2019-10 | 2022-01',
      'Assistante communication | Musée des Confluences | 2018-09 | 2019-09',
    ]);
    expect(profile.skills).toHaveLength(7);
  });
});

describe('what titles and employers look like', () => {
  const jobs = (lines: LineInput[]) =>
    jobsOf(
      analyzeWithRules(documentOf(['Lucie Morvan', 'lucie.morvan@mail.example', 'EXPÉRIENCES', ...lines]), REFERENCE),
    );

  it.each([
    ['two names of one post', 'Serveur / barman – Les Trois Canards', 'Serveur / barman | Les Trois Canards'],
    [
      'an employer with "for" in its name',
      'National Trust for Scotland – Gardener',
      'Gardener | National Trust for Scotland',
    ],
    ['a title that begins with a trade', 'Software Engineer – Lone Star', 'Software Engineer | Lone Star'],
  ])('%s', (_, head, expected) => {
    expect(jobs([`${head}\tmars 2021 – juin 2022`])).toEqual([`${expected} | 2021-03 | 2022-06`]);
  });

  it('takes a statement of what was done for no title', () => {
    const lines = ['Senior Engineer\tJune 2021 – Present', 'Lone Star\tAustin, TX', 'Designed a service for test labs'];
    expect(jobs(lines)).toEqual(['Senior Engineer | Lone Star | 2021-06 | now']);
  });

  it('leaves degrees of successive years apart', () => {
    const lines = ['FORMATION', '2018\tLicence Droit, Université de Tours', '2020\tMaster Droit, Université de Tours'];
    const { education } = analyzeWithRules(documentOf(['Lucie Morvan', ...lines]), REFERENCE);
    expect(education.map((item) => item.end)).toEqual(['2018', '2020']);
  });
});

describe('cells', () => {
  it('takes a label in the margin for the group of the skills beside it', () => {
    const profile = analyzeWithRules(
      documentOf([
        placed('Jana Vogt', 40, 40, { fontSize: 20 }),
        placed('COMPÉTENCES', 40, 90, { fontSize: 12, bold: true }),
        placed('Bureautique', 40, 110),
        placed('Word, Excel', 180, 110),
        placed('Gestion', 40, 126),
        placed('Sage, Ciel', 180, 126),
      ]),
      REFERENCE,
    );
    expect(profile.skills.map((skill) => `${skill.group}: ${skill.name}`)).toEqual([
      'Bureautique: Word',
      'Bureautique: Excel',
      'Gestion: Sage',
      'Gestion: Ciel',
    ]);
  });

  it('puts a hyphenated name together that takes three rows', () => {
    const name = ['Samuel', 'Achebe-', 'Wright'].map((text, i) => placed(text, 40, 40 + 24 * i, { fontSize: 20 }));
    const rest = ['s.achebewright@mail.example', 'Profile', 'Engineer with a taste for test rigs.', 'Skills'].map(
      (text, i) => placed(text, 40, 130 + 15 * i),
    );
    const profile = analyzeWithRules(documentOf([...name, ...rest]), REFERENCE);
    expect(profile.identity.fullName).toBe('Samuel Achebe-Wright');
  });

  it('takes the end of a wrapped e-mail address for no site', () => {
    const { contact } = analyzeWithRules(
      documentOf(['Awa Diallo', 'CONTACT', 'E-mail\tawa.diallo75@co', 'urrier.fr', 'Aide-soignante']),
      REFERENCE,
    );
    expect([contact.email, contact.links]).toEqual(['awa.diallo75@courrier.fr', []]);
  });

  it('lets no section run on into a block that a name heads, in a format that tells no places', () => {
    const line = (text: string, fontSize: number, block: number, bold = false) => ({ text, fontSize, block, bold });
    const aside = [line('Compétences', 11, 1, true), line('Sage 100', 9, 1), line('Excel', 9, 1)];
    const main = [line('ATELIER NORD', 7, 2, true), line('Camille Fontanel', 25, 2, true), line('Comptable', 12, 2)];
    const jobs = ['Expérience professionnelle', 'Comptable, Brivaud, mars 2020 – décembre 2024'];
    const below = [line(jobs[0], 11, 2, true), line(jobs[1], 9, 2)];
    const profile = analyzeWithRules(documentOf([...aside, ...main, ...below]), REFERENCE);
    expect(profile.skills.map(({ name }) => name)).toEqual(['Sage 100', 'Excel']);
    expect([profile.identity.fullName, profile.headline]).toEqual(['Camille Fontanel', 'Comptable']);
  });
});
