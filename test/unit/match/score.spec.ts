import { FORMULA, anonymize, prepareOffer, rank, scoreProfile, type JobOffer } from '../../../lib/match';
import { emptyProfile } from '../../../lib/profile';
import { accountant, job, juniorNurse, nurse } from './people';

const offer: JobOffer = {
  id: 'o1',
  language: 'fr',
  title: 'Cadre de santé (F/H)',
  text: 'Vous encadrez une équipe de soignants en soins palliatifs et organisez les plannings.',
  criteria: {
    mustHave: ['diplôme d’infirmier', 'encadrement d’une équipe (3 ans)', 'anglais courant'],
    niceToHave: ['soins palliatifs', 'rigueur et autonomie'],
    minYears: 8,
  },
};

const criterion = (label: string, of = scoreProfile(nurse(), offer)) =>
  of.criteria.find((item) => item.label === label);

describe('scoreProfile', () => {
  it('gives contributions that sum exactly to the score, and maxima that sum to 100', () => {
    for (const person of [nurse(), juniorNurse(), accountant(), emptyProfile('2026-01-15')]) {
      const { score, criteria } = scoreProfile(person, offer);
      expect(criteria.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      expect(criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0)).toBe(100);
    }
  });

  it('gives the same bytes for the same input, prepared or not, anonymised or not', () => {
    const first = JSON.stringify(scoreProfile(nurse(), offer));
    expect(JSON.stringify(scoreProfile(nurse(), prepareOffer(offer)))).toBe(first);
    expect(JSON.stringify(scoreProfile(anonymize(nurse()), offer))).toBe(first);
  });

  it('leaves the profile and the offer as they were', () => {
    const person = nurse();
    scoreProfile(person, offer);
    expect(person).toEqual(nurse());
  });

  it('does not move by a hair when name, birth, gender, address, nationality, mail, phone or year of degree change', () => {
    const other = nurse();
    other.identity = { ...other.identity, fullName: 'Mamadou Diallo', firstName: 'Mamadou', lastName: 'Diallo' };
    other.identity = { ...other.identity, birthDate: '1961-04-02', nationality: 'malienne' };
    other.contact = {
      ...other.contact,
      email: 'm@example.net',
      phone: '+22370000000',
      city: 'Bamako',
      countryCode: 'ML',
    };
    other.education = other.education.map((entry) => ({ ...entry, start: '1980', end: '1983', place: 'Bamako' }));
    expect(scoreProfile(other, offer).score).toBe(scoreProfile(nurse(), offer).score);
  });

  it('does not move when titles change gender', () => {
    const feminine = nurse();
    const masculine = nurse();
    masculine.experiences[1].title = 'Infirmier diplômé d’État';
    expect(scoreProfile(masculine, offer).score).toBe(scoreProfile(feminine, offer).score);
  });

  it('puts an experienced person before a junior who has all the keywords, and both before another trade', () => {
    const ranked = rank([accountant(), juniorNurse(), nurse()], offer).map(
      ({ profile }) => profile.experiences[0].title,
    );
    expect(ranked).toEqual(['Cadre de santé', 'Infirmière diplômée d’État', 'Comptable général']);
  });

  it('does not count internships as years of practice', () => {
    const years = scoreProfile(juniorNurse(), offer).criteria.find(
      ({ kind, label }) => kind === 'years' && label.startsWith('8'),
    );
    expect(years).toMatchObject({ status: 'missing' });
    expect(years?.reason).toMatch(/1 an/);
  });

  it('names a missing must-have and caps the band instead of rejecting', () => {
    const beginner = nurse();
    beginner.languages[1].level = 'A1';
    const score = scoreProfile(beginner, offer);
    expect(score.missingMustHaves).toEqual(['anglais courant']);
    expect(score.band).toBe('good');
    expect(score.score).toBeGreaterThan(70);
    expect(scoreProfile(accountant(), offer)).toMatchObject({ band: 'weak' });
  });

  it('calls a CV of another trade partial at most, even when it has the languages and the team', () => {
    const wanted = { ...offer, criteria: { mustHave: ['français courant', 'encadrement', 'Excel'] } };
    const manager = accountant();
    manager.experiences[0].description = 'Encadrement de 4 comptables, Excel';
    expect(scoreProfile(manager, wanted)).toMatchObject({ band: 'partial', missingMustHaves: [] });
  });

  it('quotes the line of the CV that proves a criterion', () => {
    const palliative = criterion('soins palliatifs');
    expect(palliative).toMatchObject({ status: 'met', must: false });
    expect(palliative?.evidence[0]).toMatchObject({ page: 1, lines: [13, 13], quote: 'Soins palliatifs' });
    expect(palliative?.reason).toBe('Attesté par « Soins palliatifs ».');
  });

  it('treats what a CV can not tell as unknown: worth a third, and widening the interval', () => {
    const score = scoreProfile(nurse(), offer);
    const personal = criterion('rigueur et autonomie', score);
    expect(personal?.status).toBe('unknown');
    expect(personal?.points).toBeCloseTo((personal?.maxPoints ?? 0) / 3, 0);
    expect(score.interval[0]).toBe(score.score - (personal?.points ?? 0));
    expect(score.interval[1]).toBe(score.interval[0] + (personal?.maxPoints ?? 0));
  });

  it('believes nothing that is only wished for', () => {
    const wish = criterion(
      'gestion de projet',
      scoreProfile(nurse(), { ...offer, criteria: { mustHave: ['gestion de projet'] } }),
    );
    expect(wish).toMatchObject({ status: 'missing', points: 0 });
  });

  it('takes years without dates for unknown, not for none', () => {
    const undated = nurse();
    undated.experiences = undated.experiences.map((one) => ({ ...one, start: null, end: null, current: false }));
    const years = scoreProfile(undated, offer).criteria.find(({ kind }) => kind === 'years');
    expect(years?.status).toBe('unknown');
  });

  it('takes the language that the CV is written in for spoken when none is listed', () => {
    const silent = { ...nurse(), languages: [] };
    const wanted = { ...offer, criteria: { mustHave: ['français courant', 'allemand courant'] } };
    expect(criterion('français courant', scoreProfile(silent, wanted))?.status).toBe('met');
    expect(criterion('allemand courant', scoreProfile(silent, wanted))?.status).toBe('unknown');
  });

  it('explains itself in the language of the offer', () => {
    const english: JobOffer = {
      title: 'Ward manager',
      text: 'You lead the nurses of the ward.',
      language: 'en',
      criteria: { mustHave: ['palliative care', '20 years of nursing'] },
    };
    const reasons = scoreProfile(nurse(), english).criteria.map(({ reason }) => reason);
    expect(reasons).toContain('Shown by “Soins palliatifs”.');
    expect(reasons.join(' ')).toMatch(/Only 14 years in this field, 20 years asked for/);
  });

  it('recognises a trade across languages', () => {
    const german = nurse();
    german.experiences = [job('Stationsleitung', '2015-01', null, 'Führung von 12 Pflegefachkräften')];
    expect(scoreProfile(german, offer).score).toBeGreaterThan(scoreProfile(accountant(), offer).score + 30);
  });

  it('counts overlapping jobs once', () => {
    const twoAtOnce = nurse();
    twoAtOnce.experiences = [0, 1].map(() => job('Infirmière', '2020-01', '2023-12', 'Soins'));
    const years = scoreProfile(twoAtOnce, offer).criteria.find(({ label }) => label.startsWith('8 ans'));
    expect(years?.reason).toMatch(/Seulement 4 ans/);
  });

  it('names its formula, and says when little could be read', () => {
    expect(scoreProfile(nurse(), offer).formula).toBe(FORMULA);
    const { warnings, reliability } = scoreProfile(emptyProfile('2026-01-15'), offer);
    expect(warnings.map(({ code }) => code)).toContain('scant-profile');
    expect(reliability).toBeLessThan(0.3);
  });
});
