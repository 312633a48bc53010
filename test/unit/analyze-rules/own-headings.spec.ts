import { analyzeWithRules } from '../../../lib/analyze/rules';
import type { Profile } from '../../../lib/profile';
import { documentOf, placed, REFERENCE, type LineInput } from './document';

const read = (lines: LineInput[]) => analyzeWithRules(documentOf(lines), REFERENCE);
const jobsOf = (profile: Profile) =>
  profile.experiences.map((job) => [job.title, job.employer, job.start, job.current ? 'now' : job.end].join(' | '));
const skillsOf = (profile: Profile) => profile.skills.map((skill) => skill.name);

/** A printed page: headings in 13 points, the rest in 10. */
function printed(texts: readonly string[]): LineInput[] {
  return texts.map((text, i) => {
    const y = 40 + 20 * i;
    if (i === 0) return placed(text, 40, y, { fontSize: 20, bold: true });
    return text.startsWith('# ')
      ? placed(text.slice(2), 40, y, { fontSize: 13, bold: true })
      : placed(text, 40, y, { bold: text.startsWith('**') });
  });
}

const TOP = ['Odile Quercy', 'Monitrice', 'odile.quercy@mail.example'];
const KNOWN = ['# Langues', 'Anglais : courant', '# Loisirs', 'Lecture'];
const SEASONS = [
  'Hiver 2023-2024 – Commis de cuisine, Hôtel du Col, Megève',
  'Été 2023 – Serveur, Brasserie du Port, La Rochelle',
];

describe('headings that no list knows', () => {
  it.each(['# Au fil des ans', '# Où j’ai cuisiné', '# Kitchens I have worked in'])(
    'are named by the posts below them: %s',
    (heading) => {
      expect(jobsOf(read(printed([...TOP, heading, ...SEASONS, ...KNOWN])))).toEqual([
        'Commis de cuisine | Hôtel du Col | 2023 | 2024',
        'Serveur | Brasserie du Port | 2023 | 2023',
      ]);
    },
  );

  it('are named by the studies below them', () => {
    const profile = read(printed([...TOP, '# Sur les bancs', 'CAP Cuisine, CFA de Rodez, 2014', ...KNOWN]));
    expect(profile.education.map(({ degree, institution, end }) => [degree, institution, end])).toEqual([
      ['CAP', 'CFA de Rodez', '2014'],
    ]);
  });

  it('are not made of employers that stand above their titles', () => {
    const lines = [
      '# Expérience',
      '# Datalya',
      'mars 2021 – mai 2024',
      'Comptable',
      '# Norvia',
      'janvier 2018 – février 2021',
      'Comptable',
    ];
    const profile = read(printed([...TOP, ...lines, ...KNOWN]));
    expect(profile.experiences.map((job) => job.employer)).toEqual(['Datalya', 'Norvia']);
  });

  it('name posts where the word alone would name skills', () => {
    const lines = [
      '# Métier',
      'Menuisier — Atelier Bodiou — 2014 à ce jour',
      'Apprenti — Menuiserie Rouxel — 2002 / 2004',
    ];
    const profile = read(printed([...TOP, ...lines, ...KNOWN]));
    expect(profile.experiences).toHaveLength(2);
    expect(skillsOf(profile)).toEqual([]);
  });

  it('head a list of a few words each: skills, whatever they promise', () => {
    const profile = read(printed([...TOP, '# Ce que j’apporte', 'Négociation, Merchandising, Power BI', ...KNOWN]));
    expect(skillsOf(profile)).toEqual(['Négociation', 'Merchandising', 'Power BI']);
    expect(profile.summary).toBeNull();
  });

  it('are found in a picture, whose sizes are guessed', () => {
    const guessed = (text: string, y: number, fontSize: number) => placed(text, 40, y, { fontSize, confidence: 0.9 });
    const profile = read([
      guessed('Jean Matarazzo', 40, 17),
      guessed('jean.matarazzo@mail.example', 60, 9),
      guessed('Vie opérationnelle de terrain', 100, 11.8),
      guessed('07/2020 – présent Chef de centre, Commune de Rodez', 118, 9.8),
      guessed('09/2012 – 06/2020 Sapeur, SDIS du Var', 134, 8.6),
      guessed('Études', 180, 12),
      guessed('2005 Baccalauréat, Lycée Rouvière', 196, 9.4),
      guessed('Langues', 240, 12.1),
      guessed('Anglais (B2)', 256, 9.4),
    ]);
    expect(jobsOf(profile)).toEqual([
      'Chef de centre | Commune de Rodez | 2020-07 | now',
      'Sapeur | SDIS du Var | 2012-09 | 2020-06',
    ]);
  });
});

describe('tables without lines', () => {
  const label = (text: string, y: number) => placed(text, 40, y, { block: 1 });
  const value = (text: string, y: number) => placed(text, 180, y, { block: 2 });

  it('of the old Europass form are read by their labels', () => {
    const left = ['Nome', 'Telefono', 'E-mail'].map((text, i) => label(text, 80 + 20 * i));
    const jobs = ['Date (da – a)', 'Datore di lavoro', 'Posizione', 'Principali mansioni'].map((text, i) =>
      label(text, 180 + 20 * i),
    );
    const profile = read([
      placed('CURRICULUM VITAE – FORMATO EUROPEO', 40, 40, { fontSize: 16, bold: true }),
      ...left,
      placed('ESPERIENZA LAVORATIVA', 40, 160, { block: 1, bold: true }),
      ...jobs,
      value('DE LUCA Gian Piero', 80),
      value('347 005 8812', 100),
      value('gp.deluca@isola.example', 120),
      value('Marzo 2017 – oggi', 180),
      value('Cantieri del Golfo S.r.l., Cagliari', 200),
      value('Geometra di cantiere', 220),
      value('Contabilità lavori e sicurezza', 240),
    ]);
    expect(profile.identity.lastName).toBe('DE LUCA');
    expect(jobsOf(profile)).toEqual(['Geometra di cantiere | Cantieri del Golfo S.r.l. | 2017-03 | now']);
  });
});

describe('what stands in a head', () => {
  const job = (lines: string[]) => read([...TOP, 'Expérience professionnelle', ...lines]);

  it.each([
    ['what an employer does', 'Norvalis (emballage, 4 200 salariés)', 'Norvalis'],
    ['nothing of a name in brackets', 'Intérim (Adecco, Manpower)', 'Intérim (Adecco, Manpower)'],
  ])('is no name: %s', (_, written, employer) => {
    expect(job(['Cariste', written, 'mars 2019 – mai 2022']).experiences[0].employer).toBe(employer);
  });

  it('is no post when it accounts for a leave', () => {
    const profile = job([
      '2016-2022 : cuisinière, Mairie de Rodez',
      '2012-2014 : congé parental',
      '2006-2012 : caissière, Mairie de Millau',
    ]);
    expect(profile.experiences.map(({ title }) => title)).toEqual(['cuisinière', 'caissière']);
  });
});

describe('small things of real CVs', () => {
  it.each([
    ['0692 41 07 33', '+262692410733'],
    ['0590 82 11 20', '+590590821120'],
    ['0696 30 11 20', '+596696301120'],
    ['06 39 98 15 90', '+33639981590'],
  ])('%s is dialled %s', (written, phone) => {
    expect(read(['Odile Quercy', written, 'odile.quercy@mail.example', 'Formation', 'CAP 2014']).contact.phone).toBe(
      phone,
    );
  });

  it('a village before its postcode is no name, though the address of mail repeats it', () => {
    const profile = read([
      'Erwann LE GOFF',
      'Ty Névez, 29460 Daoulas',
      'ferme.tynevez@champs.example',
      'Formation',
      'CAP 2014',
    ]);
    expect(profile.identity.fullName).toBe('Erwann LE GOFF');
  });

  it('one level is said of two languages', () => {
    const profile = read([...TOP, 'Langues', 'Français et malgache : langues maternelles ; anglais : C1']);
    expect(profile.languages.map(({ name, level }) => [name, level])).toEqual([
      ['Français', 'native'],
      ['malgache', 'native'],
      ['anglais', 'C1'],
    ]);
  });

  it('deeds that share an object are one skill', () => {
    const profile = read([...TOP, 'Compétences', '• Accueillir, renseigner et orienter le public', '• Word, Excel']);
    expect(skillsOf(profile)).toEqual(['Accueillir, renseigner et orienter le public', 'Word', 'Excel']);
  });

  it('where and when a CV was signed is no skill', () => {
    expect(skillsOf(read([...TOP, 'Compétences', 'Word, Excel', 'Rostock, 12.01.2026']))).toEqual(['Word', 'Excel']);
  });
});
