import { analyzeWithRules } from '../../../lib/analyze/rules';
import type { ExtractedDocument } from '../../../lib/extract';
import { documentOf, REFERENCE } from './document';

const PERSON = ['Odile Quercy', 'odile.quercy@mail.example'];
const read = (lines: string[], more: Partial<ExtractedDocument> = {}) =>
  analyzeWithRules(documentOf([...PERSON, ...lines], more), REFERENCE);

describe('levels of degrees', () => {
  it.each([
    ['Titre RNCP niveau 6 Chef de projet', 6],
    ['Titre professionnel niveau III Développeur', 5],
    ['Diplôme de niveau II en gestion', 6],
    ['Chef de projet, RNCP niveau 7', 7],
    ['EQF 7 Robotics', 7],
    ['EQF level 5 Logistics', 5],
    ['CAP Cuisine', 3],
    ['Mention complémentaire Sommellerie', 3],
    ['Baccalauréat S', 4],
    ['DAEU', 4],
    ['BTS Tourisme', 5],
    ['BUT GEA', 6],
    ['Licence de droit', 6],
    ['Master 2 Droit social', 7],
    ['Diplôme d’ingénieur', 7],
    ['Doctorat en chimie', 8],
    ['A-levels: Maths, Physics', 4],
    ['HND Computing', 5],
    ['BSc (Hons) Biology', 6],
    ['MA in Linguistics', 7],
    ['PhD Chemistry', 8],
  ])('%s: %i', (degree, level) => {
    const { education } = read(['Formation', `2019 ${degree}`, 'Université de Fictionville']);
    expect(education.map((entry) => entry.level)).toEqual([level]);
  });
});

describe('levels of languages', () => {
  it.each([
    ['Anglais : TOEIC 850', 'B2'],
    ['English TOEFL iBT 100', 'C1'],
    ['English: IELTS 7.0', 'C1'],
    ['English: Cambridge First (FCE)', 'B2'],
    ['French: DELF B2', 'B2'],
    ['Français : DALF C1', 'C1'],
    ['Allemand : Goethe-Zertifikat B1', 'B1'],
    ['Espagnol : DELE B2', 'B2'],
    ['Italien : CELI 3', 'B2'],
    ['Anglais : lu, écrit, parlé', 'B2'],
    ['Anglais lu, parlé, écrit', 'B2'],
    ['Anglais courant', 'C1'],
    ['Allemand : notions', 'A2'],
  ])('%s: %s', (line, level) => {
    expect(read(['Langues', line]).languages.map((language) => language.level)).toEqual([level]);
  });
});

describe('skills of sentences and tables', () => {
  const names = (...lines: string[]) => read(lines).skills.map(({ name }) => name);

  it('are found after words that introduce them, with their line', () => {
    expect(names('Compétences', 'Bonne maîtrise d’Excel, de Sage et de SAP.')).toEqual(['Excel', 'Sage', 'SAP']);
    const english = read(['Skills', 'Experience with Docker and Kubernetes'], { language: 'en' }).skills;
    expect(english.map(({ name, evidence }) => [name, evidence.name.lines])).toEqual([
      ['Docker', [4, 4]],
      ['Kubernetes', [4, 4]],
    ]);
  });

  it('are found in the cells of a table', () => {
    expect(names('Compétences', 'Excel\tAvancé', 'Sage\tBon')).toEqual(['Excel', 'Sage']);
  });
});

describe('nationality', () => {
  it.each([
    ['Nationalité : française', 'française'],
    ['Nationality: Irish', 'Irish'],
    ['De nationalité tunisienne', 'tunisienne'],
    ['Staatsangehörigkeit: deutsch', 'deutsch'],
  ])('%s', (line, nationality) => {
    expect(read([line, 'Compétences', 'Word']).identity.nationality).toBe(nationality);
  });
});

describe('driving licences', () => {
  it.each([
    ['Permis B, véhicule', ['B']],
    ['Permis A2 et B', ['A2', 'B']],
    ['Führerschein Klasse B', ['B']],
    ['Carnet de conducir B', ['B']],
    ['Full clean driving licence', ['Full clean driving licence']],
    ['Permis de conduire', ['Permis de conduire']],
    ['No driving licence', []],
    ['Permis de conduire en cours', []],
    ['Permis de construire déposés', []],
  ])('%s', (line, categories) => {
    expect(read([line, 'Compétences', 'Word']).drivingLicences.map(({ category }) => category)).toEqual(categories);
  });
});

describe('certifications', () => {
  it.each([
    ['Scrum Master (PSM I), Scrum.org, 2021', 'Scrum Master (PSM I)', 'Scrum.org', '2021'],
    ['Habilitation électrique B1V, Apave, 06/2022', 'Habilitation électrique B1V', 'Apave', '2022-06'],
    ['SST délivré par l’INRS en 2020', 'SST', 'INRS', '2020'],
    ['First Aid at Work issued by Example Ambulance, May 2021', 'First Aid at Work', 'Example Ambulance', '2021-05'],
  ])('%s', (line, name, issuer, date) => {
    expect(read(['Certifications', line]).certifications).toMatchObject([{ name, issuer, date }]);
  });
});

describe('entries', () => {
  it.each([
    ['Du 12/03/2018 au 30/06/2020 : Vendeuse, Maison Lune', 'Vendeuse', '2018-03', '2020-06', 'job'],
    ['12 mars 2018 – 30 juin 2020 Vendeuse, Maison Lune', 'Vendeuse', '2018-03', '2020-06', 'job'],
    ['Autumn 2019 – Spring 2020 Barista, Maison Lune', 'Barista', '2019', '2020', 'job'],
    ['Été 2019 Serveuse, Maison Lune', 'Serveuse', '2019', '2019', 'job'],
    ['Année scolaire 2018/2019 Surveillante, Maison Lune', 'Surveillante', '2018', '2019', 'job'],
    ['School year 2019/20 Teaching assistant, Maison Lune', 'Teaching assistant', '2019', '2020', 'job'],
    ['2021 Stage de comptabilité, Maison Lune', 'Stage de comptabilité', '2021', '2021', 'internship'],
    ['2020-2022 Apprentie boulangère, Maison Lune', 'Apprentie boulangère', '2020', '2022', 'apprenticeship'],
    ['2020-2022 Alternance assistante RH, Maison Lune', 'Alternance assistante RH', '2020', '2022', 'apprenticeship'],
    ['2019 Software engineering intern, Maison Lune', 'Software engineering intern', '2019', '2019', 'internship'],
  ])('%s', (line, title, start, end, kind) => {
    expect(read(['Expériences professionnelles', line]).experiences).toMatchObject([
      { title, employer: 'Maison Lune', start, end, kind },
    ]);
  });
});

describe('phones', () => {
  it.each([
    ['a French CV', '06 12 34 56 78', 'Toulouse', 'fr', '+33612345678'],
    ['a CV from Dublin', '087 123 4567', 'Dublin, Ireland', 'en', '+353871234567'],
    ['a CV from Berlin', '0176 12345678', '10115 Berlin', 'de', '+4917612345678'],
    ['a number with its country', '+44 20 7946 0958', 'Toulouse', 'fr', '+442079460958'],
  ])('of %s get their country', (_, phone, place, language, expected) => {
    const { contact } = read([phone, place, 'Compétences', 'Word'], { language });
    expect(contact.phone).toBe(expected);
  });
});

it('links keep their network', () => {
  const { links } = read(['linkedin.com/in/odile-quercy', 'https://github.com/odileq', 'Compétences', 'Word']).contact;
  expect(links.map(({ url, network }) => [url, network])).toEqual([
    ['linkedin.com/in/odile-quercy', 'linkedin'],
    ['https://github.com/odileq', 'github'],
  ]);
});
