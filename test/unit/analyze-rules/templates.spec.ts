import { analyzeWithRules } from '../../../lib/analyze/rules';
import { closeExtractors, extractDocument } from '../../../lib/extract';
import type { Profile } from '../../../lib/profile';
import { makeLinkedInPdf } from '../extract/support/linkedin';
import { documentOf, placed, REFERENCE, type LineInput } from './document';

const read = (lines: LineInput[]) => analyzeWithRules(documentOf(lines), REFERENCE);
const jobsOf = (profile: Profile) =>
  profile.experiences.map((job) => [job.title, job.employer, job.start, job.current ? 'now' : job.end].join(' | '));
const studiesOf = (profile: Profile) =>
  profile.education.map((one) => [one.degree, one.field, one.institution, one.start, one.end].join(' | '));
const NAME = placed('Odile Quercy', 200, 40, { fontSize: 22 });

describe('sidebars', () => {
  afterAll(closeExtractors);

  const side = (text: string, y: number, fontSize = 8.5) => placed(text, 20, y, { fontSize });
  const main = (text: string, y: number, fontSize = 10) => placed(text, 210, y, { fontSize, block: 1 });
  const page = (headingSize: number): LineInput[] => [
    side('CONTACT', 100, headingSize),
    side('odile.quercy@mail.example', 116),
    side('COMPÉTENCES', 150, headingSize),
    side('Couture', 166),
    side('Patronage', 180),
    side('LANGUES', 210, headingSize),
    side('Italien', 226),
    placed('ODILE QUERCY', 210, 40, { fontSize: 22, block: 1 }),
    main('PROFIL', 100, 14),
    main('Couturière soigneuse et rapide.', 118),
    main('EXPÉRIENCE', 150, 14),
    main('Couturière', 166),
    main('Atelier des Halles | 2019 – 2022', 178),
    main('FORMATION', 210, 14),
    main('CAP Couture', 226),
    main('Lycée Jean Rostand | 2017 – 2018', 238),
  ];

  it.each([14, 11])('keep headings of their own size (%p points beside 14)', (size) => {
    const profile = read(page(size));
    expect(profile.skills.map((skill) => skill.name)).toEqual(['Couture', 'Patronage']);
    expect(profile.languages.map((one) => one.name)).toEqual(['Italien']);
  });

  it('of a LinkedIn export give skills, languages, certificates and an address broken over two lines', async () => {
    const document = await extractDocument({ data: makeLinkedInPdf(), fileName: 'Profile.pdf' });
    const profile = analyzeWithRules(document, REFERENCE);
    expect(profile.skills.map((skill) => skill.name)).toEqual(['Supply Chain Management', 'SAP MM', 'Lean Six Sigma']);
    expect(profile.languages.map((one) => one.name)).toEqual(['French', 'English', 'Spanish']);
    expect(profile.certifications.map((one) => one.name)).toEqual(['APICS CPIM', 'Green Belt Lean Six Sigma']);
    expect(profile.contact.links.map((link) => link.url)).toEqual(['www.linkedin.com/in/oriane-vasseur-example']);
  });
});

describe('heads of entries', () => {
  it('are read though a full stop closes them, as moderncv does', () => {
    const profile = read([
      'Odile Quercy',
      'Expérience',
      '2019 – 2022\tCouturière, Atelier des Halles, Lille.',
      'Retouches et ourlets.',
      '2016 – 2019\tRepasseuse, Pressing Lafayette, Roubaix.',
      'Formation',
      '2015 – 2016\tCAP – Couture, Lycée Jean Rostand.',
    ]);
    expect(jobsOf(profile)).toEqual([
      'Couturière | Atelier des Halles | 2019 | 2022',
      'Repasseuse | Pressing Lafayette | 2016 | 2019',
    ]);
    expect(studiesOf(profile)).toEqual(['CAP | Couture | Lycée Jean Rostand | 2015 | 2016']);
  });

  it('do not take in a list that is only set in, its bullets being drawn', () => {
    const profile = read([
      NAME,
      placed('Experience', 50, 80, { bold: true, fontSize: 12 }),
      placed('Brynmill Grove School, Leeds — Year 4 Teacher', 50, 100),
      placed('MARCH 2019 – MAY 2022', 50, 112, { fontSize: 8 }),
      placed('Lead for science', 78, 124),
      placed('Lafayette School, York — Teaching Assistant', 50, 150),
      placed('MAY 2016 – FEBRUARY 2019', 50, 162, { fontSize: 8 }),
      placed('Small-group phonics', 78, 174),
    ]);
    expect(jobsOf(profile)).toEqual([
      'Year 4 Teacher | Brynmill Grove School | 2019-03 | 2022-05',
      'Teaching Assistant | Lafayette School | 2016-05 | 2019-02',
    ]);
  });

  it('are one whether or not the date beside them wraps', () => {
    const profile = read([
      NAME,
      placed('Expérience', 50, 80, { bold: true, fontSize: 12 }),
      placed('mai 2019 à mai 2022\tCOUTURIÈRE – Atelier des Halles (Lille)', 50, 100),
      placed('septembre 2011 à mars', 50, 130),
      placed('2017', 50, 142),
      placed('REPASSEUSE – Pressing Lafayette (Roubaix)', 180, 130),
    ]);
    expect(jobsOf(profile)).toEqual([
      'COUTURIÈRE | Atelier des Halles | 2019-05 | 2022-05',
      'REPASSEUSE | Pressing Lafayette | 2011-09 | 2017-03',
    ]);
  });

  it('keep a period in brackets that the column cut', () => {
    const profile = read([
      'Odile Quercy',
      'Expérience',
      'Couturière – Atelier des Halles, Lille (juin 2023 – septembre 2023)',
      'Stagiaire – Pressing Lafayette, Roubaix (janvier 2023 - mars',
      '2023)',
    ]);
    expect(jobsOf(profile).map((job) => job.split(' | ').slice(2).join(' '))).toEqual([
      '2023-06 2023-09',
      '2023-01 2023-03',
    ]);
  });
});

describe('margins', () => {
  const label = (text: string, y: number, more = {}) => placed(text, 50, y, { block: 1, ...more });
  const text = (value: string, y: number, more = {}) => placed(value, 200, y, { block: 2, ...more });
  const heading = { bold: true, fontSize: 13 };

  it('that hold headings, labels and dates are one table with the text on their lines', () => {
    const profile = read([
      label('Lebenslauf', 40, { fontSize: 20, bold: true }),
      label('Persönliche Daten', 80, heading),
      ...['Name', 'Anschrift', 'Telefon', 'E-Mail', 'Geburtsdatum', 'Familienstand'].map((one, i) =>
        label(one, 100 + 20 * i),
      ),
      label('Berufserfahrung', 230, heading),
      label('04/2019 – heute', 250),
      label('01/2012 – 03/2019', 300),
      label('Kenntnisse', 350, heading),
      label('Endoskopie', 370),
      label('Sonographie', 390),
      ...['Ute Ried', 'Gartenweg 12, 33602 Bielefeld', '0151 23456789', 'ute@mail.example', '04.07.1984', 'ledig'].map(
        (one, i) => text(one, 100 + 20 * i),
      ),
      text('Oberärztin', 250, { bold: true }),
      text('Klinikum Chiemgau, Rosenheim', 262),
      text('Assistenzärztin', 300, { bold: true }),
      text('Kreiskrankenhaus Altötting, Altötting', 312),
    ]);
    expect(jobsOf(profile)).toEqual([
      'Oberärztin | Klinikum Chiemgau | 2019-04 | now',
      'Assistenzärztin | Kreiskrankenhaus Altötting | 2012-01 | 2019-03',
    ]);
  });

  it('give a date cut after its dash to the entry whose employer stands above its title', () => {
    const profile = read([
      NAME,
      label('Expérience', 80, heading),
      label('2019 –', 106, { fontSize: 8 }),
      label('aujourd’hui', 115, { fontSize: 8 }),
      label('2016 – 2019', 167, { fontSize: 8 }),
      text('ATELIER DES HALLES', 100),
      text('Couturière', 112, { bold: true }),
      text('PRESSING LAFAYETTE', 162),
      text('Repasseuse', 174, { bold: true }),
    ]);
    expect(jobsOf(profile)).toEqual([
      'Couturière | ATELIER DES HALLES | 2019 | now',
      'Repasseuse | PRESSING LAFAYETTE | 2016 | 2019',
    ]);
  });
});

describe('the town', () => {
  it('is read between phone and link though no list knows it', () => {
    const profile = read([
      'Odile Quercy',
      '+33 6 39 98 00 11',
      'Trifouillis',
      'github.com/odileq',
      'Expérience',
      'Cuisinière, 2019',
    ]);
    expect(profile.contact.city).toBe('Trifouillis');
  });

  it('is not the name beside the end of a phone number', () => {
    const profile = read([
      placed('+353 85 123 4567', 200, 49),
      placed('Marcus', 50, 51, { fontSize: 22 }),
      placed('Feldmann', 50, 77, { fontSize: 22 }),
      placed('hello@feldmann.example', 200, 60),
      placed('Experience', 50, 120, { bold: true, fontSize: 12 }),
      placed('Designer, Quayside Labs, 2019 – 2021', 50, 140),
    ]);
    expect(profile.contact.city).toBeNull();
  });
});
