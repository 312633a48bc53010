import { analyzeWithRules } from '../../../lib/analyze/rules';
import { documentOf, placed, REFERENCE, type LineInput } from './document';

const NAME = 'Camille Exemple';
const read = (lines: LineInput[]) => analyzeWithRules(documentOf([NAME, ...lines]), REFERENCE);
const jobsOf = (lines: LineInput[]) =>
  read(['Expérience professionnelle', ...lines]).experiences.map((job) =>
    [job.title, job.employer, job.start, job.current ? 'now' : job.end].join(' | '),
  );
const studiesOf = (lines: LineInput[]) =>
  read(['Formation', ...lines]).education.map(({ degree, institution, level }) => [degree, institution, level]);

describe('how French CVs put it', () => {
  it('a licence that is not held yet is none; below « Permis », a category alone is one', () => {
    expect(read(['Permis B en cours']).drivingLicences).toEqual([]);
    expect(read(['Permis B (en cours), véhicule']).drivingLicences).toEqual([]);
    const licences = read(['Compétences', 'Excel', 'PERMIS', 'B – véhiculé']).drivingLicences;
    expect(licences).toMatchObject([{ category: 'B', evidence: { category: { quote: 'B – véhiculé' } } }]);
  });

  it('languages and tools under one heading are told apart', () => {
    const tools = read(['Outils et langues', 'SAP, Power BI, Hoshin', 'Anglais professionnel (C1), allemand (B1)']);
    expect(tools.skills.map(({ name }) => name)).toEqual(['SAP', 'Power BI', 'Hoshin']);
    expect(tools.languages.map(({ code, level }) => [code, level])).toEqual([
      ['en', 'C1'],
      ['de', 'B1'],
    ]);
    const languages = read(['Langues et informatique', 'Anglais : courant', 'Moodle, Pronote']);
    expect(languages.skills.map(({ name }) => name)).toEqual(['Moodle', 'Pronote']);
    expect(languages.languages.map(({ code }) => code)).toEqual(['en']);
  });

  it('a heading that is a level says it of the language beside it', () =>
    expect(read(['Langue maternelle\tFrançais', 'Autres langues\tdioula (courant)']).languages).toMatchObject([
      { code: 'fr', level: 'native' },
      { name: 'dioula', level: 'C1' },
    ]));

  it('an employer above several posts is that of all of them, and figures are nobody’s name', () =>
    expect(
      jobsOf([
        'MÉCALPES INDUSTRIES – 2011 à ce jour',
        'Directeur des opérations – depuis 2019',
        '3 sites, 450 personnes, budget 70 M€',
        'Directeur de site – 2014-2019',
        'TRS de 61 à 78 %, accidents divisés par 3',
        'Responsable de production – 2011-2014',
      ]),
    ).toEqual([
      'Directeur des opérations | MÉCALPES INDUSTRIES | 2019 | now',
      'Directeur de site | MÉCALPES INDUSTRIES | 2014 | 2019',
      'Responsable de production | MÉCALPES INDUSTRIES | 2011 | 2014',
    ]));

  it('a form names the employer below what was done', () =>
    expect(
      jobsOf([
        'Dates\tDepuis mars 2021',
        'Fonction ou poste occupé\tChef de partie viandes',
        'Principales activités\tMise en place, cuissons, HACCP',
        'Employeur\tHôtel Le Mas des Cigales, Aix-en-Provence',
        'Dates\tSeptembre 2018 – février 2021',
        'Fonction ou poste occupé\tCommis de cuisine',
        'Employeur\tBrasserie du Cours, Marseille',
      ]),
    ).toEqual([
      'Chef de partie viandes | Hôtel Le Mas des Cigales | 2021-03 | now',
      'Commis de cuisine | Brasserie du Cours | 2018-09 | 2021-02',
    ]));

  it('a narrow column cuts « Depuis / mai 2022 » and « Étés 2016 / à 2018 »', () => {
    const row = (text: string, at: number, bold = false) => placed(text, 40, 100 + 12 * at, { bold });
    expect(
      jobsOf([
        row('Depuis', 0),
        row('mai 2022', 1),
        row('Cheffe de rang', 2, true),
        row('Restaurant Le Grand Largue, Saint-Malo', 3),
        row('Étés 2016', 4),
        row('à 2018', 5),
        row('Serveuse saisonnière', 6, true),
        row('Camping Les Ajoncs, Cancale', 7),
      ]),
    ).toEqual([
      'Cheffe de rang | Restaurant Le Grand Largue | 2022-05 | now',
      'Serveuse saisonnière | Camping Les Ajoncs | 2016 | 2018',
    ]);
  });

  it('a colon parts an employer from the post held there', () =>
    expect(
      jobsOf([
        '03/2020 → aujourd’hui\tTRANSPORTS BOURGUIGNON (Dijon) : chauffeur international',
        '2012 → 2016\tMagasins Quetigny (Quetigny) : manutentionnaire cariste',
      ]),
    ).toEqual([
      'chauffeur international | TRANSPORTS BOURGUIGNON | 2020-03 | now',
      'manutentionnaire cariste | Magasins Quetigny | 2012 | 2016',
    ]));

  it('a school stands in brackets or behind a comma; levels of teaching, engineering and architecture are known', () => {
    expect(
      studiesOf(['1999 : BTS Comptabilité (lycée Roosevelt, Reims)', '1997 : BEP Vente, lycée Simone-Weil']),
    ).toEqual([
      ['BTS', 'lycée Roosevelt', 5],
      ['BEP', 'lycée Simone-Weil', 3],
    ]);
    const levels = studiesOf([
      '2012 CAPES de lettres',
      '2015 Diplôme d’État d’architecte',
      '2003 Ingénieur Arts et Métiers',
    ]);
    expect(levels.map(([, , level]) => level)).toEqual([7, 7, 7]);
  });

  it('certificates in one row are parted by dashes, the licence among them is none', () =>
    expect(
      read(['Certifications', 'Permis B, CE – FIMO 2016, FCO 2021 – ADR base – CACES R489 cat. 3']).certifications,
    ).toMatchObject([
      { name: 'FIMO', date: '2016' },
      { name: 'FCO', date: '2021' },
      { name: 'ADR base', date: null },
      { name: 'CACES R489 cat. 3', date: null },
    ]));

  it('« Autonome » alone is a quality, « (avancé) » a level', () =>
    expect(read(['Savoir-être', 'Rigoureux', 'Autonome', 'Excel (avancé)']).skills.map(({ name }) => name)).toEqual([
      'Rigoureux',
      'Autonome',
      'Excel',
    ]));

  it('the post looked for loses its label, a long row below the name what stands behind its bars', () => {
    expect(read(['Emploi recherché\tSecond de cuisine']).headline).toBe('Second de cuisine');
    const long = 'Directeur des opérations industrielles | Excellence opérationnelle | Transformation';
    expect(read([long]).headline).toBe('Directeur des opérations industrielles');
  });

  it('age and family before the street are no part of the address, and the address is no summary', () => {
    const { contact, summary } = read([
      'Conducteur de travaux',
      '42 ans – Marié, deux enfants – 8 allée des Tilleuls, 31200 Toulouse',
      'camille@exemple.fr – 06 39 98 10 20',
    ]);
    expect([contact.address, contact.city, summary]).toEqual(['8 allée des Tilleuls', 'Toulouse', null]);
  });

  it('dots lead to a level, and a full stop ends it', () => {
    const { languages } = read(['Langues', 'Anglais ........ C1', 'allemand notions. Football.']);
    expect(languages.map(({ level, levelText }) => [level, levelText])).toEqual([
      ['C1', 'C1'],
      ['A2', 'notions'],
    ]);
  });

  it('a table of jobs without a heading is known by its columns', () => {
    const { experiences, education } = read([
      'Période\tFonction',
      'Établissement\tLieu',
      '2016 – présent\tPharmacienne gérante\tClinique du Gave\tPau',
      '2012 – 2016\tPharmacienne hospitalière\tCentre hospitalier de Dax\tDax',
      'Année\tDiplôme\tUniversité',
      '2011\tDoctorat de pharmacie\tUniversité de Bordeaux',
    ]);
    expect(experiences.map(({ title, employer, start }) => [title, employer, start])).toEqual([
      ['Pharmacienne gérante', 'Clinique du Gave', '2016'],
      ['Pharmacienne hospitalière', 'Centre hospitalier de Dax', '2012'],
    ]);
    expect(education).toMatchObject([
      { degree: 'Doctorat de pharmacie', institution: 'Université de Bordeaux', level: 8 },
    ]);
  });

  it('clients are no employers', () =>
    expect(
      jobsOf([
        '2020 – 2026 graphiste indépendante, Marseille',
        'identités, affiches — clients : Festival Mistral, Ville d’Aubagne',
      ]),
    ).toEqual(['graphiste indépendante |  | 2020 | 2026']));

  it('a degree that was not obtained has no level', () =>
    expect(
      studiesOf(['2018 BTS Management commercial, Lycée Moulin (non obtenu)', '2016 Bac pro Commerce, Lycée Bloch']),
    ).toEqual([
      ['BTS', 'Lycée Moulin (non obtenu)', null],
      ['Bac pro', 'Lycée Bloch', 4],
    ]));

  it('where somebody was born is neither their address nor their summary', () => {
    const { contact, summary } = read([
      'Né le 12 mai 1984 à Lens (62) – Nationalité française et polonaise',
      'Demeurant : 3 résidence des Mines, 62100 Calais',
      'camille@exemple.fr – 06 39 98 10 20',
    ]);
    expect([contact.address, contact.postalCode, contact.city, summary]).toEqual([
      '3 résidence des Mines',
      '62100',
      'Calais',
      null,
    ]);
  });

  it('the title may begin the row of contact data', () =>
    expect(read(['Data scientist · Santé · Paris · camille@exemple.ai · +33 6 39 98 70 07']).headline).toBe(
      'Data scientist',
    ));
});

describe('how English CVs put it', () => {
  const english = (lines: LineInput[]) => analyzeWithRules(documentOf([NAME, ...lines], { language: 'en' }), REFERENCE);

  it('a level of training is no degree, that of a diploma is', () => {
    const { education } = english([
      'Education',
      'BSc Nursing, University of Exeterville, 2016',
      'Safeguarding Adults Level 3 (2023)',
      'Level 3 Diploma in Childcare, Wyke College, 2012',
    ]);
    expect(education.map(({ degree, level }) => [degree, level])).toEqual(
      expect.arrayContaining([
        ['BSc', 6],
        ['Level 3 Diploma', 4],
      ]),
    );
    expect(education.some(({ degree, level }) => degree?.includes('Safeguarding') && level !== null)).toBe(false);
  });

  it('a labelled address is no headline', () =>
    expect(english(['Address: 52 Coleman Road, Birmingham B23 6QP', 'Mobile: 07700 900789']).headline).toBeNull());

  it('a driving licence among tickets is no certificate', () => {
    const { certifications, drivingLicences } = english([
      'Certifications',
      'Driving licence: C+E, B (clean)',
      'Driver CPC to 2028',
      'Forklift (counterbalance) 2019',
    ]);
    expect(certifications.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^Driver CPC/),
      'Forklift (counterbalance)',
    ]);
    expect(drivingLicences.map(({ category }) => category)).toEqual(['CE', 'B']);
  });
});
