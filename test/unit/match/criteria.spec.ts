import { criteriaOf, type Criterion } from '../../../lib/match';

const fromText = (title: string, text: string) => criteriaOf({ title, text });
const listed = (...mustHave: string[]) =>
  criteriaOf({ title: 'Poste', text: '', language: 'fr', criteria: { mustHave } });
const ofKind = (criteria: Criterion[], kind: Criterion['kind']) => criteria.filter((item) => item.kind === kind);

describe('criteriaOf a list', () => {
  it.each([
    ['8 ans d’exercice infirmier', { kind: 'years', years: 8 }],
    ['at least three years in a call centre', { kind: 'years', years: 3 }],
    ['anglais courant (C1)', { kind: 'language', languageCode: 'en', level: 'C1' }],
    ['français courant écrit et oral', { kind: 'language', languageCode: 'fr', level: 'C1' }],
    ['Spanish near-native', { kind: 'language', languageCode: 'es', level: 'C2' }],
    ['diplôme d’infirmier reconnu en France', { kind: 'skill' }],
    ['BTS électrotechnique', { kind: 'degree', level: 5 }],
    ['Master’s degree in law', { kind: 'degree', level: 7 }],
    ['permis B', { kind: 'licence' }],
    ['CACES 3', { kind: 'certification' }],
    ['forklift licence', { kind: 'certification' }],
    ['fiscalité française (TVA, IS)', { kind: 'skill' }],
  ])('reads « %s »', (text, expected) => {
    expect(listed(text).find(({ label }) => label === text)).toMatchObject(expected);
  });

  it('takes alternatives apart', () => {
    expect(listed('SAP ou autre ERP').find(({ kind }) => kind === 'skill')?.terms).toEqual(['SAP', 'autre ERP']);
  });

  it('merges what is said twice: years in words and in minYears, a language with the higher level', () => {
    const criteria = criteriaOf({
      ...{ title: 'Infirmier', text: '', language: 'fr' },
      criteria: {
        mustHave: ['8 ans d’exercice', 'anglais'],
        minYears: 8,
        languages: [{ language: 'Anglais', level: 'C1' }],
      },
    });
    expect(ofKind(criteria, 'years')).toHaveLength(1);
    expect(ofKind(criteria, 'language')).toMatchObject([{ label: 'anglais', level: 'C1' }]);
  });

  it('weighs a must-have three times a nice-to-have, and obeys a weight that is given', () => {
    const [must, nice, heavy] = criteriaOf({
      ...{ title: 'X', text: '', language: 'fr' },
      criteria: { mustHave: ['Excel'], niceToHave: ['SAP', { text: 'Sage', weight: 2 }] },
    }).filter(({ kind }) => kind === 'skill');
    expect(must.weight / nice.weight).toBeCloseTo(3);
    expect(heavy.weight / nice.weight).toBeCloseTo(2);
  });
});

describe('criteriaOf a text', () => {
  const maintenance = fromText(
    'Technicien(ne) de maintenance (H/F)',
    'Notre entreprise existe depuis 40 ans. Vous justifiez de cinq ans d’expérience au moins. BTS électrotechnique. L’anglais serait un plus. La maîtrise des automates est indispensable. CDI, mutuelle, 13e mois.',
  );

  it('finds the years asked for, not the age of the company', () => {
    expect(ofKind(maintenance, 'years')).toMatchObject([{ years: 5, must: true }]);
  });

  it('tells must-haves from what is welcome', () => {
    expect(ofKind(maintenance, 'language')).toMatchObject([{ languageCode: 'en', must: false }]);
    expect(maintenance.find(({ label }) => label === 'automates')).toMatchObject({ must: true });
  });

  it('finds the degree', () => {
    expect(ofKind(maintenance, 'degree')).toMatchObject([{ level: 5 }]);
  });

  it('leaves out words of another trade that the text only mentions', () => {
    const labels = fromText(
      'Traffic manager',
      'You run paid search, newsletters and social media. Good at accounting for your budget. SEO is a must.',
    ).map(({ label }) => label);
    expect(labels).toContain('SEO');
    expect(labels).not.toContain('accounting');
  });

  it('reads English wishes', () => {
    const criteria = fromText('Lawyer', 'You have 4+ years of practice as a solicitor. German would be a bonus.');
    expect(ofKind(criteria, 'years')).toMatchObject([{ years: 4 }]);
    expect(ofKind(criteria, 'language')).toMatchObject([{ languageCode: 'de', must: false }]);
  });

  it('always has the trade itself as a criterion', () => {
    expect(fromText('Boulanger', '').map(({ kind }) => kind)).toEqual(['title']);
  });
});
