import { analyzeStructured } from '../../../lib/analyze/rules';
import { locate } from '../../../lib/analyze/evidence';
import { documentOf, REFERENCE } from './document';

const structured = {
  basics: {
    name: 'Lucie Morvan',
    email: 'Lucie@Mail.example',
    phone: '06 39 98 11 22',
    location: { city: 'Lille', countryCode: 'FR' },
  },
  work: [{ name: 'Cabinet Ferrand', position: 'Comptable', startDate: '2021-03-15' }],
  education: [{ institution: 'Lycée Faidherbe', studyType: 'BTS', area: 'Comptabilité', endDate: '2012' }],
  skills: [{ name: 'Bureautique', keywords: ['Word'] }],
  languages: [{ language: 'Anglais', fluency: 'courant' }],
};

describe('structured sources', () => {
  const document = documentOf(['Lucie Morvan, comptable', 'Cabinet Ferrand', 'Word'], { structured });
  const profile = analyzeStructured(document, REFERENCE);

  it('takes the values as they are, and normalises phone, level and dates', () => {
    expect(profile.contact).toMatchObject({ email: 'lucie@mail.example', phone: '+33639981122', city: 'Lille' });
    expect(profile.experiences[0]).toMatchObject({ employer: 'Cabinet Ferrand', start: '2021-03', current: true });
    expect([profile.education[0].level, profile.languages[0].level]).toEqual([5, 'C1']);
  });

  it('adds evidence where a value stands in the lines, and none elsewhere', () => {
    expect(profile.experiences[0].evidence.employer.lines).toEqual([2, 2]);
    expect(profile.education[0].evidence).toEqual({});
  });
});

describe('locate', () => {
  it('finds a value over wrapped lines, whatever case, accents and hyphens', () => {
    const document = documentOf(['Responsable des res-', 'sources humaines']);
    expect(locate(document, 'RESPONSABLE des Ressources Humaines')?.lines).toEqual([1, 2]);
  });

  it('finds nothing for what does not stand in the text', () =>
    expect(locate(documentOf(['Comptable']), 'Directrice')).toBeNull());
});
