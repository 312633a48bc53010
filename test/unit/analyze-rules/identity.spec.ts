import { analyzeWithRules } from '../../../lib/analyze/rules';
import { documentOf, placed, REFERENCE, type LineInput } from './document';

const profile = (lines: LineInput[]) => analyzeWithRules(documentOf(lines), REFERENCE);

describe('name and identity', () => {
  it.each([
    ['BENALI Karim', 'Karim', 'BENALI'],
    ['Mme Claire DUBOIS-MARTEL', 'Claire', 'DUBOIS-MARTEL'],
    ['Jean-Baptiste de La Tour', 'Jean-Baptiste', 'de La Tour'],
    ["Maëlys D'Almeida", 'Maëlys', "D'Almeida"],
    ['JANE A. DOE', 'JANE A.', 'DOE'],
  ])('reads « %s »', (line, firstName, lastName) => {
    expect(profile([line, 'Comptable', 'x@mail.example']).identity).toMatchObject({ firstName, lastName });
  });

  it('prefers the name that agrees with the e-mail to a heading, a place or a title', () => {
    const found = profile([
      'CURRICULUM VITAE',
      'Grand Hôtel Terminus',
      'Lucie Morvan',
      'Chef de Rang',
      'lucie.morvan@mail.example',
    ]);
    expect(found.identity.fullName).toBe('Lucie Morvan');
  });

  it('reads a name set on two lines in large type', () => {
    const lines = [
      placed('Amélie', 40, 40, { fontSize: 26 }),
      placed('LEFÈVRE', 40, 70, { fontSize: 26 }),
      placed('Infirmière', 40, 100),
      placed('a.lefevre@mail.example', 40, 120),
    ];
    expect(profile(lines).identity.fullName).toBe('Amélie LEFÈVRE');
  });

  it('closes a letter-spaced name', () => {
    expect(profile(['L U C I E   M O R V A N', 'Comptable', 'lucie.morvan@mail.example']).identity.fullName).toBe(
      'LUCIE MORVAN',
    );
  });

  it('parts name and title on one line', () => {
    const found = profile(['Océane Le Guen, Cheffe de cuisine', 'o.leguen@mail.example']);
    expect([found.identity.fullName, found.headline]).toEqual(['Océane Le Guen', 'Cheffe de cuisine']);
  });

  it('finds a name in the main column by the address of the personal page', () => {
    const found = profile([
      'Coordonnées',
      'www.linkedin.com/in/sophie-laurent',
      'Langues',
      'Anglais',
      'Sophie Laurent',
      'Expérience',
      'Vendeuse',
      '2019 - 2020',
    ]);
    expect(found.identity.fullName).toBe('Sophie Laurent');
  });

  it('leaves the name empty rather than inventing one', () => {
    expect(profile(['Compétences', 'Word, Excel', 'Formation', 'BTS Tourisme 2012-2014']).identity.fullName).toBeNull();
  });

  it('gives Spanish names two surnames', () => {
    const found = analyzeWithRules(
      documentOf(['Ana Martínez López', 'Enfermera en Madrid'], { language: 'es' }),
      REFERENCE,
    );
    expect(found.identity).toMatchObject({ firstName: 'Ana', lastName: 'Martínez López' });
  });

  it('reads categories written with a plus', () =>
    expect(
      profile(['Lucie Morvan', 'Full UK driving licence, categories C+E']).drivingLicences.map(
        ({ category }) => category,
      ),
    ).toEqual(['CE']));

  it('reads birth date, nationality and licences', () => {
    const found = profile(['Lucie Morvan', 'Née le 25/10/1977 – Nationalité : française – Permis B, CE']);
    expect(found.identity).toMatchObject({ birthDate: '1977-10-25', nationality: 'française' });
    expect(found.drivingLicences.map((licence) => licence.category)).toEqual(['B', 'CE']);
  });
});
