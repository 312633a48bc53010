import { machineNote } from '../../../lib/documents/machine-note';
import { typographic } from '../../../lib/documents/typography';

describe('French typography', () => {
  it.each([
    ['Objectif : tenir', 'Objectif\u00A0: tenir'],
    ['Prêt ? Oui !', 'Prêt\u00A0? Oui\u00A0!'],
    ["l'équipe d'accueil", 'l’équipe d’accueil'],
    ['le projet "Horizon"', 'le projet «\u00A0Horizon\u00A0»'],
    ['le « Cap »', 'le «\u00A0Cap\u00A0»'],
    ['hausse de 30 % en 3 ans', 'hausse de 30\u00A0% en 3\u00A0ans'],
  ])('sets %s as print does', (plain, printed) => {
    expect(typographic(plain, 'fr')).toBe(printed);
  });

  it('changes nothing that a machine reads: addresses, hours, code', () => {
    for (const text of ['https://example.org/a?b=c!d', '12:30', 'a;b', 'C++ :: x', 'f="a"'])
      expect(typographic(text, 'fr').replace(/\u00A0/g, ' ')).toBe(text);
  });

  it('leaves English as it is, and changes spaces and marks only', () => {
    const text = 'Il dit : "non" ; l\'équipe ?';
    expect(typographic(text, 'en')).toBe(text);
    const bare = (some: string) => some.replace(/[\s\u00A0\u202F'’"«»]/g, '');
    expect(bare(typographic(text, 'fr'))).toBe(bare(text));
  });
});

describe('the line about the machine', () => {
  it('can be reworded and never left out', () => {
    expect(machineNote('fr', 'rules', ' Mis en page par nos soins. ')).toBe('Mis en page par nos soins.');
    for (const empty of ['', '  ', '\u200B', undefined])
      expect(machineNote('fr', 'rules', empty)).toContain('automatiquement');
  });

  it('says that a model helped when one did', () => {
    expect(machineNote('en', 'rules')).not.toContain('language model');
    expect(machineNote('en', 'both')).toContain('language model');
  });
});
