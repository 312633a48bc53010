import { anonymize, scoreProfile } from '../../../lib/match';
import { nurse } from './people';

describe('anonymize', () => {
  const person = () => {
    const profile = nurse();
    profile.identity = { ...profile.identity, birthDate: '1985-07-03', nationality: 'franco-suisse' };
    profile.contact = { ...profile.contact, address: '3 rue des Lilas' };
    profile.summary =
      'Mme Perrot, 41 ans, née le 3 juillet 1985, âgée de 41 ans, de nationalité franco-suisse, au 3 rue des Lilas. Contact : camille.perrot@example.org ou 06 12 34 56 78. 14 ans d’expérience.';
    profile.experiences[0].description = 'Camille Perrot a dirigé 25 soignants';
    return profile;
  };

  it('has no trace of name, birth, age, address, nationality, mail, phone or year of degree', () => {
    const text = JSON.stringify(anonymize(person()));
    for (const trace of [
      'Perrot',
      'Camille',
      '1985',
      'juillet',
      '41 ans',
      'Lilas',
      'suisse',
      '@',
      '06 12',
      '3361',
      'Mme',
      '2011',
    ])
      expect(text).not.toContain(trace);
  });

  it('keeps employers, titles, dates of work and lengths of experience', () => {
    const anonymous = anonymize(person());
    expect(anonymous.experiences[0]).toMatchObject({
      employer: 'Clinique des Tilleuls',
      title: 'Cadre de santé',
      start: '2019-01',
    });
    expect(anonymous.summary).toContain('14 ans d’expérience');
  });

  it('keeps a trade that is also the person’s surname', () => {
    const baker = nurse();
    baker.identity = { ...baker.identity, fullName: 'Paul Boulanger', lastName: 'Boulanger', firstName: 'Paul' };
    baker.summary = 'Paul Boulanger, boulanger de métier';
    expect(anonymize(baker).summary).toBe('—, boulanger de métier');
  });

  it('gives the same score when the surname is the word of a trade', () => {
    const offer = { title: 'Boulanger', text: 'CAP boulanger exigé.', language: 'fr' };
    const named = (lastName: string) => {
      const profile = nurse();
      profile.identity = { ...profile.identity, fullName: `Paul ${lastName}`, firstName: 'Paul', lastName };
      profile.experiences[0].title = 'Boulanger';
      return scoreProfile(profile, offer).score;
    };
    expect(named('Boulanger')).toBe(named('Perrot'));
  });

  it('scrubs the quotes of evidence too', () => {
    const profile = nurse();
    profile.evidence = {
      headline: { page: 1, lines: [1, 1], quote: 'Camille Perrot – Cadre de santé', source: 'rules' },
    };
    expect(anonymize(profile).evidence.headline.quote).toBe('— – Cadre de santé');
  });
});
