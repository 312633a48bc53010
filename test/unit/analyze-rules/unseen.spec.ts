import { analyzeWithRules } from '../../../lib/analyze/rules';
import type { ExtractedDocument } from '../../../lib/extract';
import type { Profile } from '../../../lib/profile';
import { documentOf, placed, REFERENCE, type LineInput } from './document';

const read = (lines: LineInput[], more?: Partial<ExtractedDocument>) =>
  analyzeWithRules(documentOf(lines, more), REFERENCE);
const TOP = ['Odile Quercy', 'odile.quercy@mail.example'];
const jobsOf = (profile: Profile) =>
  profile.experiences.map((job) => [job.title, job.employer, job.start, job.current ? 'now' : job.end].join(' | '));
const JOB = ['Cuisinier', 'Restaurant Le Puits', 'mars 2019 – mai 2022'];

describe('headings', () => {
  it.each([
    ['a number', '2. Expériences professionnelles'],
    ['a roman number', 'II – Expérience'],
    ['how long it took', 'EXPÉRIENCE PROFESSIONNELLE (15 ANS)'],
    ['an adjective first', 'Autres expériences'],
    ['an adjective that alone heads studies', 'Academic appointments'],
    ['clients', 'Selected clients & roles'],
    ['summer jobs', 'Expériences et jobs d’été'],
  ])('are read with %s', (_, heading) => {
    const profile = read([...TOP, heading, ...JOB]);
    expect(jobsOf(profile)).toEqual(['Cuisinier | Restaurant Le Puits | 2019-03 | 2022-05']);
    expect(profile.education).toEqual([]);
  });

  const page = (heading: string): LineInput[] => [
    placed('Odile Quercy', 40, 40, { fontSize: 20 }),
    placed('Compétences', 40, 80, { fontSize: 13, bold: true }),
    placed('Word, Excel', 40, 100),
    placed('Langues', 40, 130, { fontSize: 13, bold: true }),
    placed('Anglais : courant', 40, 150),
    placed('Formation', 40, 180, { fontSize: 13, bold: true }),
    placed('BTS Assurance\t2014', 40, 200),
    placed(heading, 40, 230, { fontSize: 13, bold: true }),
    placed('Cuisinier\tmars 2019 – mai 2022', 40, 250),
    placed('Restaurant Le Puits', 40, 265),
  ];

  it('are known by their looks when only some of their words are', () => {
    const profile = read(page('Expériences maritimes'));
    expect(jobsOf(profile)).toEqual(['Cuisinier | Restaurant Le Puits | 2019-03 | 2022-05']);
  });

  it('are not taken from names that hold one of their words', () => {
    const profile = read(page('Northgate Institute of Technology'));
    expect(profile.skills.map((skill) => skill.name)).toEqual(['Word', 'Excel']);
  });

  it('may begin with a box, which a bullet of a list may not', () => {
    const profile = read([
      placed('Odile Quercy', 40, 40, { fontSize: 20 }),
      placed('▪ Compétences', 40, 80, { fontSize: 13 }),
      placed('• Word', 40, 100),
      placed('• Formation', 40, 115),
      placed('▪ Expériences', 40, 140, { fontSize: 13 }),
      placed('Cuisinier\tmars 2019 – mai 2022', 40, 160),
      placed('Restaurant Le Puits', 40, 175),
      placed('Aide de camp à la cuisine centrale de la ville.', 40, 190),
    ]);
    expect(profile.skills.map((skill) => skill.name)).toEqual(['Word', 'Formation']);
    expect(profile.experiences).toHaveLength(1);
  });

  it('at the foot of a column head what stands at the top of the next', () => {
    const profile = read([
      placed('Odile Quercy', 40, 40, { fontSize: 20 }),
      placed('Langues', 40, 80, { fontSize: 13, bold: true }),
      placed('Anglais : courant', 40, 100),
      placed('Compétences', 40, 130, { fontSize: 13, bold: true }),
      placed('Soudure TIG', 320, 80, { block: 1 }),
      placed('Meulage', 320, 95, { block: 1 }),
    ]);
    expect(profile.skills.map((skill) => skill.name)).toEqual(['Soudure TIG', 'Meulage']);
  });

  it('go on beside their text in the margin', () => {
    const profile = read([
      placed('Odile Quercy', 40, 40, { fontSize: 20 }),
      placed('Activités', 40, 100, { bold: true, fontSize: 11 }),
      placed('2019 – 2022', 164, 99),
      placed('Médiatrice chez Musée du Lin', 164, 113),
      placed('professionnelles', 40, 116, { bold: true, fontSize: 11 }),
      placed('Visites et ateliers pour tous les publics.', 164, 128),
      placed('2016 – 2018', 164, 150),
      placed('Assistante chez Atelier Ronan', 164, 164),
    ]);
    expect(jobsOf(profile)).toEqual([
      'Médiatrice | Musée du Lin | 2019 | 2022',
      'Assistante | Atelier Ronan | 2016 | 2018',
    ]);
  });
});

describe('dates cut by a narrow column', () => {
  it.each([
    [
      'in the middle of a start',
      ['de septembre\tCuisinier', '2019 à mai 2022 Restaurant Le Puits'],
      '2019-09',
      '2022-05',
    ],
    ['before a full day', ['01.10.2015 –\tCuisinier', '31.03.2019\tRestaurant Le Puits'], '2015-10', '2019-03'],
    ['after « à »', ['de mars 2017 à\tCuisinier', 'août 2019\tRestaurant Le Puits'], '2017-03', '2019-08'],
  ])('%s', (_, rows, start, end) => {
    const [job] = read([...TOP, 'EXPÉRIENCES', ...rows, '• Service du soir']).experiences;
    expect(job).toMatchObject({ title: 'Cuisinier', employer: 'Restaurant Le Puits', start, end });
  });

  it('go on being two dates where each is whole', () => {
    const profile = read([...TOP, 'FORMATION', 'BTS Assurance\t2014', 'Baccalauréat\t2012']);
    expect(profile.education.map((study) => study.end)).toEqual(['2014', '2012']);
  });
});

describe('parts of a year', () => {
  it.each([
    ['Q3 2018 – Jan 2021', '2018', '2021-01'],
    ['T2 2018 – T4 2019', '2018', '2019'],
    ['1er semestre 2018 – 2021', '2018', '2021'],
    ['étés 2007 à 2009', '2007', '2009'],
  ])('%s', (text, start, end) => {
    expect(read([...TOP, 'EXPÉRIENCES', `${text}\tCuisinier chez Le Puits`]).experiences[0]).toMatchObject({
      title: 'Cuisinier',
      start,
      end,
    });
  });
});

describe('names', () => {
  it.each([
    ['Leila Haddad, PhD', 'Leila Haddad'],
    ['Priya Menon ACCA', 'Priya Menon'],
    ['Sgt. Marcus Field', 'Marcus Field'],
    ['Mathurin d’Aubry', 'Mathurin d’Aubry'],
    ['MARTIN MBA Jean', 'MARTIN MBA Jean'],
  ])('%s', (line, name) => {
    expect(read([line, 'contact@mail.example', 'COMPÉTENCES', 'Word, Excel']).identity.fullName).toBe(name);
  });

  it('on three rows are read to their end', () => {
    const lines = ['Amelia', 'Frances', 'Whitcombe'].map((text, i) => placed(text, 40, 40 + 24 * i, { fontSize: 20 }));
    const profile = read([
      ...lines,
      placed('ameliaw@mail.example', 40, 120),
      placed('Compétences', 40, 150),
      placed('Word, Excel', 40, 165),
    ]);
    expect(profile.identity.fullName).toBe('Amelia Frances Whitcombe');
  });

  it('cut at their hyphen are put together', () => {
    const lines = [placed('Aïcha DIABY-', 40, 40, { fontSize: 21 }), placed('FOURNEL', 40, 70, { fontSize: 21 })];
    const profile = read([
      ...lines,
      placed('a.diaby@mail.example', 40, 100),
      placed('COMPÉTENCES', 40, 130),
      placed('Word, Excel', 40, 145),
    ]);
    expect(profile.identity.fullName).toBe('Aïcha DIABY-FOURNEL');
  });
});

it('takes no other word beside a phone for a town', () => {
  const cityOf = (word: string) =>
    read([...TOP, `${word} • Disponible • 06 12 34 56 78`, 'COMPÉTENCES', 'Word']).contact.city;
  expect(['Célibataire', 'Freelance', 'Comptable', 'PERMIS DE CONDUIRE'].map(cityOf)).toEqual([null, null, null, null]);
});

describe('contact data', () => {
  it.each([
    ['0171 / 23 98 455', ['50667 Köln'], 'de', '+491712398455'],
    ['07700 900 318', ['Sheffield, UK'], 'en', '+447700900318'],
    ['06 - 12 - 34 - 56 - 78', ['35000 Rennes'], 'fr', '+33612345678'],
  ])('%s', (phone, place, language, e164) => {
    expect(read([...TOP, phone, ...place, 'COMPÉTENCES', 'Word'], { language }).contact.phone).toBe(e164);
  });

  it.each([
    ['Dublin 7, Ireland', 'Dublin'],
    ['Télétravail ou Lyon', 'Lyon'],
    ['Plouvorn • 06 12 34 56 78 • odile.quercy@mail.example', 'Plouvorn'],
  ])('the town of %s', (line, city) => {
    expect(read([...TOP, line, 'COMPÉTENCES', 'Word']).contact.city).toBe(city);
  });
});

describe('languages', () => {
  const languages = (line: string) =>
    read([...TOP, 'LANGUES', line]).languages.map(({ name, level }) => `${name} ${level}`);
  it.each([
    ['Éwé (langue maternelle), français (courant)', ['Éwé native', 'français C1']],
    ['Anglais : TOEFL ITP 560', ['Anglais B2']],
    ['Anglais : Linguaskill 172', ['Anglais B2']],
    ['Japonais : JLPT N3', ['Japonais B1']],
  ])('%s', (line, expected) => expect(languages(line)).toEqual(expected));
});

it('cuts the place off an employer, whatever parts the statements', () => {
  const profile = read([
    ...TOP,
    'EXPÉRIENCES',
    '2015 à 2019 : Chauffeur, STEF (Corbas)',
    '2012 à 2015 : Manutentionnaire, Easydis (Saint-Priest)',
  ]);
  expect(jobsOf(profile)).toEqual(['Chauffeur | STEF | 2015 | 2019', 'Manutentionnaire | Easydis | 2012 | 2015']);
});

describe('one employer with several posts', () => {
  it('is told by years that cover those of the posts, wherever its years stand', () => {
    const profile = read([
      ...TOP,
      'EXPÉRIENCES',
      'SOCIÉTÉ DU PONT, Paris (2014 – aujourd’hui)',
      'Chef de projet, depuis janvier 2019',
      '- Refonte du site.',
      'Chargée de marketing, mars 2014 – décembre 2018',
      '- Campagnes.',
      '',
      'MERIDIA',
      '2010 – 2014',
      'Conseillère clientèle (2012 – 2014)',
      'Guichetière (2010 – 2012)',
    ]);
    expect(jobsOf(profile)).toEqual([
      'Chef de projet | SOCIÉTÉ DU PONT | 2019-01 | now',
      'Chargée de marketing | SOCIÉTÉ DU PONT | 2014-03 | 2018-12',
      'Conseillère clientèle | MERIDIA | 2012 | 2014',
      'Guichetière | MERIDIA | 2010 | 2012',
    ]);
  });

  it('never is a town', () => {
    const profile = read([...TOP, 'EXPÉRIENCES', 'Serveuse, Paris (2014 – 2016)', 'Plongeuse, Lyon (2012 – 2014)']);
    expect(profile.experiences.map((job) => job.employer)).toEqual([null, null]);
  });
});

describe('certificates', () => {
  const read1 = (...rows: string[]) =>
    read([...TOP, 'CERTIFICATIONS', ...rows]).certifications.map(({ name, issuer, date }) => [name, issuer, date]);

  it.each([
    ['SST (Sauveteur secouriste du travail), obtenu en 2020', ['SST (Sauveteur secouriste du travail)', null, '2020']],
    ['CACES R489 cat. 3 – validité 2027', ['CACES R489 cat. 3', null, null]],
    ['AWS Solutions Architect – Associate (mars 2022)', ['AWS Solutions Architect – Associate', null, '2022-03']],
    ['PMP, Project Management Institute, 2021', ['PMP', 'Project Management Institute', '2021']],
  ])('%s', (row, expected) => expect(read1(row)).toEqual([expected]));

  it('of one row each are not run together', () => {
    const lines = ['Habilitation tests, Assess (2025)', 'Certificat paie, Gereso (2017)'];
    const profile = read([
      placed('Odile Quercy', 40, 40, { fontSize: 20 }),
      placed('Certifications', 40, 70, { fontSize: 13, bold: true }),
      ...lines.map((line, i) => placed(line, 40, 90 + 12 * i)),
    ]);
    expect(profile.certifications.map(({ name }) => name)).toEqual(['Habilitation tests', 'Certificat paie']);
  });

  it('of a column are put together behind a dash', () => {
    expect(read1('AWS Certified Solutions Architect –', 'Associate')).toEqual([
      ['AWS Certified Solutions Architect – Associate', null, null],
    ]);
  });
});

it('reads the client of a mission without the firm in between', () => {
  const rows = ['Mission chez Banque Ravel (via Conseil Plus)\tmars 2019 – mai 2022', 'Développeuse'];
  expect(jobsOf(read([...TOP, 'EXPÉRIENCES', ...rows]))).toEqual(['Développeuse | Banque Ravel | 2019-03 | 2022-05']);
});

it('takes no pastime for a post', () => {
  const profile = read([...TOP, 'ENGAGEMENTS ET PASSIONS', 'Trésorière du bureau des étudiants, danse contemporaine']);
  expect(profile.experiences).toEqual([]);
});
