import { analyzeWithRules } from '../../../lib/analyze/rules';
import { documentOf, REFERENCE, type LineInput } from './document';

/** Plain text: a blank line above is all the white there is. */
const read = (text: string, language = 'fr') => {
  const lines = text.split('\n').map((line): LineInput => line);
  return analyzeWithRules(documentOf(lines, { language }), REFERENCE);
};

describe('names', () => {
  it('agree with an address that writes ü as ue, below the title of the document', () => {
    const cv = 'Lebenslauf\n\nAnnika Grünwald-Ott\nTischlerin\nE-Mail: a.gruenwald@beispiel.de\n\nSprachen\nDeutsch';
    expect(read(cv, 'de').identity.fullName).toBe('Annika Grünwald-Ott');
  });
});

describe('headings', () => {
  const job = '2019 - 2023 | Caviste | Cave du Port, Brest';

  it('may be in the owner’s own words, between white', () => {
    const cv = `Lou Kerbrat\nCaviste\n\nMon parcours entre vignes et comptoirs\n\n${job}`;
    expect(read(cv).experiences).toMatchObject([{ title: 'Caviste', employer: 'Cave du Port' }]);
  });

  it('are no sentences that begin with « mon »', () => {
    const cv = `Lou Kerbrat\nCaviste\n\nMon parcours m’a appris la patience.\n\nExpérience\n\n${job}`;
    const { experiences, summary } = read(cv);
    expect(experiences).toHaveLength(1);
    expect(summary).toBe('Mon parcours m’a appris la patience.');
  });

  it('may be missing above the jobs: a period alone ends the summary', () => {
    const cv =
      'Lou Kerbrat\nCaviste\n\nProfil\nCaviste depuis dix ans, j’aime transmettre.\n\n2019 → aujourd’hui\nCaviste\nCave du Port\n\n2015 → 2019\nVendeuse en vins\nMaison Le Gall';
    const { experiences, summary } = read(cv);
    expect(summary).toBe('Caviste depuis dix ans, j’aime transmettre.');
    expect(experiences.map(({ title, current }) => [title, current])).toEqual([
      ['Caviste', true],
      ['Vendeuse en vins', false],
    ]);
  });

  it('name skills beside them after the studies', () => {
    const cv =
      'Ann Lowe\nAnalyst\n\nEducation\n\nMSc Statistics | University of Leeds | 2016-2018\n\nTechnical skills: R, SQL, Stata';
    expect(read(cv, 'en').skills.map(({ name }) => name)).toEqual(['R', 'SQL', 'Stata']);
  });

  it('are no certificates with a code', () => {
    const cv =
      'Nom : LE GOFF\nPrénom : Yann\n\nFORMATIONS ET HABILITATIONS\nCACES R489 catégories 1 et 3 (2021)\nAIPR opérateur (2022)\nCAP Maçonnerie - LP Jules-Ferry - 2011';
    const { certifications, education } = read(cv);
    expect(certifications.map(({ name, date }) => [name, date])).toEqual([
      ['CACES R489 catégories 1 et 3', '2021'],
      ['AIPR opérateur', '2022'],
    ]);
    expect(education).toMatchObject([
      { degree: 'CAP', field: 'Maçonnerie', institution: 'LP Jules-Ferry', end: '2011' },
    ]);
  });
});

describe('statements', () => {
  it('say which job is sought', () => {
    const cv = 'Nom : LE GOFF\nPrénom : Yann\nTél. : 06 58 14 20 66\n\nEMPLOI RECHERCHÉ : Grutier\n\nLangues\nBreton';
    expect(read(cv).headline).toBe('Grutier');
  });

  it('keep remarks in brackets out of fields and schools', () => {
    const cv =
      'Lou Kerbrat\nBoulangère\n\nFormation\nBrevet professionnel Boulanger (niveau IV), CMA Bretagne - 2016\nMaster 2 Archives, université d’Angers (mention bien) - 2014';
    expect(read(cv).education).toMatchObject([
      { field: 'Boulanger', institution: 'CMA Bretagne' },
      { institution: 'université d’Angers' },
    ]);
  });

  it('part several certificates in one row', () => {
    const cv = 'Ann Lowe\nAnalyst\n\nCertificates\nAPICS CSCP (2021); Lean Six Sigma Green Belt (2020)';
    expect(read(cv, 'en').certifications.map(({ name, date }) => [name, date])).toEqual([
      ['APICS CSCP', '2021'],
      ['Lean Six Sigma Green Belt', '2020'],
    ]);
  });

  it('tell a town by the number of its department', () => {
    const cv =
      'Yann Le Goff\nConducteur d’engins\n\nExpérience\n2016 - 2021 | Conducteur d’engins | Terrassements Valmont, Yvetot (76)';
    expect(read(cv).experiences).toMatchObject([{ employer: 'Terrassements Valmont', place: 'Yvetot (76)' }]);
  });

  it('of what was done in one post are no employer of the next', () => {
    const cv =
      'Ann Lowe\nAnalyst\n\nWork experience\n\nNORDKAAP LOGISTICS B.V. - Rotterdam\nSenior Analyst, 04/2022 - now\nBuilt a forecasting model in Python\nAnalyst, 07/2019 - 03/2022\nMaintained dashboards';
    expect(
      read(cv, 'en').experiences.map(({ title, employer, description }) => [title, employer, description]),
    ).toEqual([
      ['Senior Analyst', 'NORDKAAP LOGISTICS B.V.', 'Built a forecasting model in Python'],
      ['Analyst', 'NORDKAAP LOGISTICS B.V.', 'Maintained dashboards'],
    ]);
  });
});
